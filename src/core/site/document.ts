// The document around a page's content: its head, and how everything is written.

import type { Element, ElementContent, Root } from 'hast'
import { element, text } from '../render/element.ts'
import type { Page } from '../render/page.ts'
import { writePlain } from '../render/plain/write.ts'
import { writeWholeDocument } from '../render/whole.ts'
import { directionOf, languageTag } from '../render/words.ts'
import type { Frame } from './frame.ts'
import { policyFor, trustedPolicy } from './policy.ts'

/** What one document differs in from the next. */
export interface DocumentAsk {
  readonly title: string
  readonly lang: string
  readonly description?: string | undefined
  readonly author?: string | undefined
  /** What leads from the page to the site's root: `../`, or nothing. */
  readonly toRoot: string
  /** Of `<html>`, beside language and direction. */
  readonly data: Readonly<Record<string, string | undefined>>
  /** Rules of this page alone. */
  readonly css: string
  /** Whether the talk's scripts belong to it. */
  readonly scripted: boolean
  readonly sources: Page['sources']
  readonly trusted?: boolean
  readonly body: readonly ElementContent[]
}

/** Three boxes on a quay; without an icon of its own a page asks the host for one. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#142e56" d="M0 25h32v7H0zM3 14h9v9H3z"/><path fill="#e0520b" d="M14 14h15v9H14z"/><path fill="#c9bea8" d="M20 3h9v9h-9z"/></svg>',
)}`

/** Writes a whole HTML document. */
export function writeDocument(ask: DocumentAsk, frame: Frame): string {
  const tree = documentTree(ask, frame)
  return writePlain(tree, { document: true }) ?? writeWholeDocument(tree)
}

/** A whole HTML document. Every text from a deck is a text or attribute value of the tree, never markup. */
export function documentTree(ask: DocumentAsk, frame: Frame): Root {
  const lang = languageTag(ask.lang)
  const html = element('html', { lang, dir: directionOf(lang), ...ask.data }, [
    element(
      'head',
      {},
      headOf(ask, frame).flatMap(node => [text('\n'), node]),
    ),
    text('\n'),
    element('body', {}, [text('\n'), ...ask.body.flatMap(node => [node, text('\n')])]),
  ])
  return { type: 'root', children: [{ type: 'doctype' }, text('\n'), html, text('\n')] }
}

/** HTML that is clean already, as a node. */
export function written(html: string): ElementContent {
  return { type: 'raw', value: html }
}

function headOf(ask: DocumentAsk, frame: Frame): Element[] {
  const meta = (name: string, content: string | undefined) =>
    content === undefined || content === '' ? [] : [element('meta', { name, content })]
  // What is shown where somebody shares the address.
  const property = (name: string, content: string | undefined) =>
    content ? [element('meta', { property: name, content: oneLine(content) })] : []
  const inline = (tagName: 'script' | 'style', content: string) =>
    content === '' ? [] : [element(tagName, {}, [text(content)])]
  const hash = (content: string) => (content === '' ? [] : [`sha256-${frame.sha256(content)}`])
  const boot = ask.scripted ? frame.boot : ''
  const policy = ask.trusted
    ? trustedPolicy
    : policyFor({
        scripts: hash(boot),
        styles: [...hash(frame.critical), ...hash(ask.css)],
        sources: ask.sources,
        connect: frame.live !== undefined,
      })
  return [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(oneLine(ask.title))]),
    ...meta('description', ask.description && oneLine(ask.description)),
    ...property('og:title', ask.title),
    ...property('og:description', ask.description),
    ...meta('author', ask.author && oneLine(ask.author)),
    ...meta('generator', 'Deckhand'),
    ...meta('deckhand-live', frame.live),
    element('link', { rel: ['icon'], href: icon }),
    ...inline('style', frame.critical),
    ...inline('script', boot),
    ...frame.preload.map(({ href, type }) =>
      element('link', {
        rel: ['preload'],
        href: ask.toRoot + href,
        as: type.startsWith('font/') ? 'font' : 'fetch',
        type,
        crossOrigin: type.startsWith('font/') ? '' : undefined,
      }),
    ),
    ...frame.styles.map(href => element('link', { rel: ['stylesheet'], href: ask.toRoot + href })),
    ...inline('style', ask.css),
    ...(ask.scripted || frame.live !== undefined
      ? [element('script', { defer: true, src: ask.toRoot + frame.script })]
      : []),
  ]
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
