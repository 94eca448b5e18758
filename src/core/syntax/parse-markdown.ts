// What it takes to parse Markdown: the type that lets a caller bring a parser with a memory.

import type { Root } from 'mdast'

/** Parses one slice alone; positions are relative to it. Pure, so that it can be memoised by its text. */
export type ParseMarkdown = (text: string) => Root
