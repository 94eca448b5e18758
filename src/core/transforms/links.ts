// Links inside the deck lead to slides by key, to steps, and from old addresses to where their slides went.

import type { Definition, Html, Link, Nodes } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { pageAddress, plainAddress, readDeckLink } from './deck-links.ts'
import { slugOf } from './slug.ts'
import { wordsOf } from './words.ts'

/**
 * `#key`, `#/key` and `#/key/step` become `#/key` or `#/key/step`, also for aliases, for ids that stand on
 * something in a slide, and for headings inside one. Any other address that begins with `#` is reported as `link-broken` and left as it is.
 * The path of another deck becomes the address of its page.
 * Notes are resolved too, but nothing is said of them.
 */
export function resolveLinks(deck: Deck, context: Context): Deck {
  const resolve = resolverFor(deck.slides)
  const fix = (node: Link | Definition, file: string, loud: boolean) => {
    const deckLink = readDeckLink(node.url)
    if (deckLink) node.url = pageAddress(deckLink, file)
    if (!node.url.startsWith('#') || /^#\/?$/.test(node.url)) return
    const found = resolve(node.url)
    if (found) node.url = found
    else if (loud) {
      const message = `No slide of this deck is called \`${node.url.replace(/^#\/?/, '')}\``
      const position = node.position as Slide['position'] | undefined
      context.report(diagnostic(file, 'link-broken', message, { position }))
    }
  }
  for (const slide of deck.slides) {
    const file = slide.file ?? deck.source.path
    for (const tree of [slide.body, slide.handout]) if (tree) eachLink(tree, node => fix(node, file, true))
    for (const tree of [slide.notes, ...slide.steps.map(step => step.notes)])
      if (tree) eachLink(tree, node => fix(node, file, false))
  }
  for (const definition of deck.definitions) {
    if (definition.type === 'definition') fix(definition, deck.source.path, true)
    else eachLink(definition, node => fix(node, deck.source.path, true))
  }
  return deck
}

interface Target {
  readonly key: string
  readonly step: number
}

function targetsOf(slides: readonly Slide[]): Map<string, Target> {
  const targets = new Map<string, Target>()
  const add = (name: string, target: Target) => {
    if (!targets.has(name)) targets.set(name, target)
  }
  for (const { key } of slides) add(key, { key, step: 0 })
  for (const { key, aliases } of slides)
    for (const alias of aliases) add(alias.key, { key, step: alias.step })
  for (const { key, body } of slides) for (const id of idsIn(body)) add(id, { key, step: 0 })
  return targets
}

function idsIn(node: Nodes): string[] {
  if (node.type === 'html') return tagIds(node)
  const own = node.data?.attributes?.id
  const inside = 'children' in node ? node.children.flatMap(idsIn) : []
  return own ? [own, ...inside] : inside
}

/** What the headings inside a slide say: a link to one, as other Markdown has them, leads to its slide. */
function headingsIn(node: Nodes): string[] {
  if (node.type === 'heading') return [wordsOf(node)]
  return 'children' in node ? node.children.flatMap(headingsIn) : []
}

function tagIds(node: Html): string[] {
  return [...node.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(match => match[1] as string)
}

/**
 * Leads from a written `#…` to where it goes: `#/key` or `#/key/step`, or undefined where there is no such slide. A step is
 * taken at its word.
 */
export function resolverFor(slides: readonly Slide[]): (url: string) => string | undefined {
  const targets = targetsOf(slides)
  // Few talks link to what is inside a slide, so that is looked for only then.
  let inner: ReadonlyMap<string, Target> | undefined
  return url => {
    const found = resolve(url, targets)
    if (found !== undefined) return found
    inner ??= headingTargets(slides)
    return resolve(url, inner)
  }
}

function headingTargets(slides: readonly Slide[]): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const { key, body } of slides) {
    for (const heading of headingsIn(body)) {
      const name = slugOf(heading)
      if (name !== '' && !targets.has(name)) targets.set(name, { key, step: 0 })
    }
  }
  return targets
}

function resolve(url: string, targets: ReadonlyMap<string, Target>): string | undefined {
  const name = plainAddress(url.replace(/^#\/?/, '')).normalize('NFC')
  const [, base = name, asked] = /^(.*)\/(\d{1,6})$/.exec(name) ?? []
  const target = targets.get(name) ?? targets.get(base)
  if (!target) return undefined
  const step = target.step + (asked === undefined || targets.has(name) ? 0 : Number(asked))
  return step > 0 ? `#/${target.key}/${step}` : `#/${target.key}`
}

function eachLink(node: Nodes, visit: (link: Link | Definition) => void): void {
  if (node.type === 'link' || node.type === 'definition') visit(node)
  if ('children' in node) for (const child of node.children) eachLink(child, visit)
}
