// Slides of another deck in the place of `-- {include=intro.md#why}`.

import type { Nodes, Root } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import { runsOf } from './buildups.ts'
import type { Context } from './context.ts'
import { copySlide, copyTrees } from './copy.ts'
import { readHeadingTags } from './heading-tags.ts'
import { joinNotes } from './join-notes.ts'
import { assignKeys } from './keys.ts'
import { freeLooseMedia } from './loose-media.ts'
import { numberWritten } from './numbers.ts'
import { readPictureTags } from './picture-tags.ts'
import { rebase } from './rebase.ts'
import { joinDefinitions } from './rename-definitions.ts'
import { findTitles } from './titles.ts'

/**
 * `include=intro.md` brings all slides, `include=intro.md#why` the one with that key (with all states of its
 * build-up), `#a..c` those from one to the other, `#a..` and `#..c` those from or up to one.
 *
 * Slides that come know their `file`; their relative paths are turned to what the including deck would write, and
 * so are `deck:` paths of what they include in turn: that is how assets are looked up. What the separator says
 * beside `include` holds for them: classes, `hidden`, `only`, and the time for all of them together. A slide of
 * the including deck's own behind the separator follows them.
 *
 * What cannot be included stays visible as a slide that says so, and is reported (`include-missing`,
 * `include-cycle`).
 */
export function includeDecks(deck: Deck, context: Context): Deck {
  return expand(deck, { context, chain: [deck.source.path], from: '' })
}

interface Place {
  readonly context: Context
  /** The files that are being included, outermost first. */
  readonly chain: readonly string[]
  /** The path of the deck being expanded, as the outermost would write it; '' for the outermost. */
  readonly from: string
}

function expand(deck: Deck, place: Place): Deck {
  if (deck.slides.every(slide => slide.attributes.values.include === undefined)) return deck
  let definitions = deck.definitions
  const slides = deck.slides.flatMap((slide): Slide[] => {
    const { include, ...values } = slide.attributes.values
    if (include === undefined) return [slide]
    const own: Slide = { ...slide, attributes: { ...slide.attributes, values } }
    const found = find(include, own, deck, place)
    if ('failure' in found) return [failed(own, found.failure)]
    const trees = found.slides.flatMap(each =>
      [each.body, each.handout, each.notes].filter(tree => tree !== undefined),
    )
    definitions = [...definitions, ...joinDefinitions(definitions, found.definitions, trees)]
    const rest = { ...own, key: '', classes: [], hidden: false, attributes: { classes: [], values: {} } }
    const { notes: _notes, minutes: _minutes, handout: _handout, ...body } = rest
    return [
      ...found.slides.map((each, index) => dress(each, own, index === 0)),
      ...(isEmpty(own) ? [] : [body]),
    ]
  })
  return { ...deck, slides, definitions }
}

type Found = Pick<Deck, 'slides' | 'definitions'> | { readonly failure: string }

function find(include: string, slide: Slide, deck: Deck, place: Place): Found {
  const [, written = '', range = ''] = /^([^#]*)#?(.*)$/.exec(include) ?? []
  const path = place.from ? rebase(written, place.from) : written
  const fail = (rule: 'include-missing' | 'include-cycle', message: string): Found => {
    place.context.report(diagnostic(deck.source.path, rule, message, { position: slide.position }))
    return { failure: include }
  }
  const asset = place.context.assets.get(`deck:${path}`)
  if (asset?.kind === 'absent' && asset.rule === 'include-cycle') {
    return fail('include-cycle', `\`${written}\` includes this deck again`)
  }
  if (asset?.kind !== 'deck') {
    const reason = asset?.kind === 'absent' && asset.reason ? `: ${asset.reason}` : ''
    return fail('include-missing', `The deck \`${written}\` was not found${reason}`)
  }
  const file = asset.deck.source.path
  if (place.chain.includes(file)) return fail('include-cycle', `\`${written}\` includes this deck again`)
  // Doubts about its notes are said where the deck itself is worked.
  const silent: Context = { ...place.context, report: () => {} }
  const inner = expand(joinNotes(numberWritten(copyTrees(asset.deck)), silent), {
    ...place,
    chain: [...place.chain, file],
    from: path,
  })
  const chosen = choose(inner, range)
  if (!chosen) return fail('include-missing', `The deck \`${written}\` has no slide \`${range}\``)
  const reveal = asset.deck.meta.reveal
  const slides = chosen.map((each): Slide => {
    if (each.file !== undefined) return each
    rebaseTree(each.body, path)
    for (const tree of [each.handout, each.notes]) if (tree) rebaseTree(tree, path)
    const values = { reveal, ...each.attributes.values }
    const image = each.background?.image
    const background = image ? { background: { ...each.background, image: rebase(image, path) } } : {}
    return { ...each, ...background, file, attributes: { ...each.attributes, values } }
  })
  reportInside(asset.deck, slides, place.context)
  for (const definition of inner.definitions) rebaseTree(definition, path)
  return { slides, definitions: inner.definitions }
}

/** What was found wrong when the deck was read counts where the slide is used. */
function reportInside(deck: Deck, slides: readonly Slide[], context: Context): void {
  for (const problem of deck.diagnostics) {
    const line = problem.position?.start.line ?? 0
    const inside = slides.some(
      ({ file, position }) =>
        file === problem.file && line >= position.start.line && line <= position.end.line,
    )
    if (inside) context.report(problem)
  }
}

/** The slides a key or range names, by the keys that the deck's own page has; undefined where it names none. */
function choose(deck: Deck, range: string): readonly Slide[] | undefined {
  if (range === '') return deck.slides
  const silent: Context = { assets: new Map(), report: () => {} }
  const copied: Deck = { ...deck, slides: deck.slides.map(copySlide) }
  const titled = findTitles(freeLooseMedia(readPictureTags(readHeadingTags(copied))))
  const runs = deck.meta.buildups === 'keep' ? titled.slides.map(slide => [slide]) : runsOf(titled.slides)
  const keyed = assignKeys({ ...titled, slides: runs.map(([first]) => first as Slide) }, silent)
  const at = (key: string) =>
    keyed.slides.findIndex(slide => slide.key === key || slide.aliases.some(alias => alias.key === key))
  const [, from, to] = /^(.*?)\.\.(.*)$/.exec(range) ?? [range, range, range]
  const first = from === '' ? 0 : at(from as string)
  const last = to === '' ? runs.length - 1 : at(to as string)
  if (first < 0 || last < first) return undefined
  const before = runs.slice(0, first).flat().length
  return deck.slides.slice(before, before + runs.slice(first, last + 1).flat().length)
}

/** Gives an included slide what the separator that includes it says. */
function dress(slide: Slide, by: Slide, isFirst: boolean): Slide {
  const notes = isFirst && by.notes ? join(by.notes, slide.notes) : slide.notes
  const handout = isFirst && by.handout ? join(by.handout, slide.handout) : slide.handout
  const { minutes: own, ...rest } = slide
  // Time given with the include is for all that comes: the first slide holds it.
  const minutes = by.minutes === undefined ? own : isFirst ? by.minutes : 0
  return {
    ...rest,
    ...(isFirst ? { key: by.key || slide.key, below: by.below } : {}),
    classes: [...new Set([...slide.classes, ...by.classes])],
    hidden: slide.hidden || by.hidden,
    only: slide.only.length > 0 ? slide.only : by.only,
    ...(minutes === undefined ? {} : { minutes }),
    ...(notes ? { notes } : {}),
    ...(handout ? { handout } : {}),
  }
}

function join(first: Root, second: Root | undefined): Root {
  return second ? { type: 'root', children: [...first.children, ...second.children] } : first
}

function isEmpty(slide: Slide): boolean {
  return slide.body.children.every(node => node.type === 'definition')
}

/** A slide that says what is not there, above whatever it holds itself. */
function failed(slide: Slide, include: string): Slide {
  slide.body.children.unshift({
    type: 'paragraph',
    children: [
      { type: 'text', value: 'Not included: ' },
      { type: 'inlineCode', value: include },
    ],
    position: slide.position,
  })
  return slide
}

function rebaseTree(node: Nodes, from: string): void {
  if (node.type === 'image' || node.type === 'definition') node.url = rebase(node.url, from)
  if (node.type === 'html') node.value = rebaseTags(node.value, from)
  if (node.data?.from) node.data.from = { ...node.data.from, path: rebase(node.data.from.path, from) }
  if ('children' in node) for (const child of node.children) rebaseTree(child, from)
}

/** Addresses of pictures in raw HTML. */
function rebaseTags(html: string, from: string): string {
  return html.replace(
    /(<img\b[^<>]*?\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi,
    (_whole, before: string, double?: string, single?: string, bare?: string) =>
      `${before}"${rebase((double ?? single ?? bare ?? '').trim(), from)}"`,
  )
}
