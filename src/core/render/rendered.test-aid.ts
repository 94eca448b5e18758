// For tests: Markdown all the way to HTML, and HTML as a browser would take it.

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Deck } from '../deck/deck.ts'
import type { Assets } from '../index.ts'
import { publish, read, transform } from '../index.ts'
import type { Page } from './page.ts'
import { type RenderAsk, render } from './render.ts'

/** An element of a page as a browser sees it. */
export type DomElement = DefaultTreeAdapterTypes.Element

/** A deck, read and transformed, notes and all. */
export function deckOf(text: string, assets: Assets = new Map()): Deck {
  return transform(read({ path: 'decks/talk.md', text }, { dialect: 'native' }), assets)
}

/** The page of a deck as it is published. */
export function pageOf(text: string, ask: RenderAsk & { assets?: Assets } = {}): Page {
  const { assets, ...rest } = ask
  return render(publish(deckOf(text, assets)), rest)
}

/** All slides' HTML. */
export function htmlOf(text: string, ask: RenderAsk & { assets?: Assets } = {}): string {
  return pageOf(text, ask)
    .slides.map(slide => slide.html)
    .join('\n')
}

/** The `rule line message` of each problem that rendering found. */
export function problemsOf(page: Page): string[] {
  const own = /^(?:html|url|style)-dropped$|^html-unclosed$|^attribute-unknown$|^nesting-depth$/
  return page.diagnostics
    .filter(({ rule }) => own.test(rule))
    .map(({ rule, position, message }) => `${position?.start.line ?? 0} ${rule} ${message}`)
}

/** All elements of some HTML in document order, parsed as a browser with scripts does. */
export function elementsOf(html: string): DomElement[] {
  const all: DomElement[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue
      all.push(child)
      walk(child)
      if ('content' in child) walk(child.content as DefaultTreeAdapterTypes.DocumentFragment)
    }
  }
  walk(parseFragment(html, { scriptingEnabled: true }))
  return all
}

/** An attribute's value, or undefined. */
export function attribute(node: DomElement | undefined, name: string): string | undefined {
  return node?.attrs.find(each => each.name === name)?.value
}

/** The first element with a class. */
export function withClass(html: string, name: string): DomElement | undefined {
  return elementsOf(html).find(node => (attribute(node, 'class') ?? '').split(' ').includes(name))
}
