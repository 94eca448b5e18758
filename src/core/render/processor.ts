// From a slide's Markdown tree to clean hast and on to text: what is plain in one walk, all else through the pipeline.

import type { Root } from 'hast'
import type * as mdast from 'mdast'
import type { SlideContext } from './context.ts'
import { plainHast } from './plain/to-hast.ts'
import { writePlain } from './plain/write.ts'
import { toCleanWhole, writeWhole } from './whole.ts'

/**
 * Turns a tree into clean hast. Code blocks are placeholders in it, numbered as in `context.code`.
 *
 * @param tree a slide's body, handout or notes, with the definitions it uses; it is not changed
 * @param context the slide's surroundings; hears of everything that was dropped or mended
 */
export function toCleanHast(tree: mdast.Root, context: SlideContext): Root {
  return plainHast(tree, context) ?? toCleanWhole(tree, context)
}

/** Writes hast as HTML text. */
export function toHtml(tree: Root): string {
  return writePlain(tree) ?? writeWhole(tree)
}
