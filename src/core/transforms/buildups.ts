// Slides that build up are states of one slide: what a state adds or exchanges comes with a step.

import type { List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Deck, Slide, Step } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import { firstList, isBuildup, isDefinition, isPrefix, isSame, listPlace } from './buildup-pairs.ts'
import type { Context } from './context.ts'
import { mediaIn } from './media.ts'
import { placeBlocks, splitWords } from './places.ts'
import { signatureOf } from './signature.ts'
import { wordsOf } from './words.ts'

/** Dialects without steps of their own, in which people write them as slides. */
const dialects: readonly string[] = ['native', 'cleaver']

/**
 * Merges each run of slides that build up into its first. Reports `buildup-duplicate` where a slide says nothing
 * new. `buildups: keep` in the front matter leaves all slides alone.
 */
export function mergeBuildups(deck: Deck, context: Context): Deck {
  if (deck.meta.buildups === 'keep' || !dialects.includes(deck.dialect)) return deck
  const slides = runsOf(deck.slides).map(run => mergeRun(run, deck.source.path, context))
  return { ...deck, slides }
}

/** The slides of a deck in runs that merge; most runs are one slide. */
export function runsOf(slides: readonly Slide[]): Slide[][] {
  const runs: Slide[][] = []
  for (const slide of slides) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && isBuildup(before, slide)) run.push(slide)
    else runs.push([slide])
  }
  return runs
}

function mergeRun(run: readonly Slide[], file: string, context: Context): Slide {
  const [first, ...others] = run
  if (!first || others.length === 0) return first as Slide
  // States that show something new; a duplicate is folded into the state it repeats.
  const states: Slide[][] = [[first]]
  for (const slide of others) {
    const state = states.at(-1) as Slide[]
    if (!isSame(state[0] as Slide, slide)) {
      states.push([slide])
      continue
    }
    state.push(slide)
    const message = `This slide repeats the one before it, \`${slide.title ?? ''}\`, and adds nothing`
    context.report(diagnostic(slide.file ?? file, 'buildup-duplicate', message, { position: slide.position }))
  }
  const shown = states.map(state => state.at(-1) as Slide)
  const { children, swaps } = mergeBodies(shown.map(slide => slide.body))
  const notes = states.map(state => joinTrees(state.map(slide => slide.notes)))
  const steps = swaps.map((swap, index): Step => {
    const note = notes[index + 1]
    return { kind: 'state', swaps: swap, ...(note ? { notes: note } : {}) }
  })
  return {
    ...first,
    ...mergedFields(run),
    ...(notes[0] ? { notes: notes[0] } : {}),
    position: { start: first.position.start, end: (others.at(-1) as Slide).position.end },
    body: { ...first.body, children },
    // A swallowed slide's own key is '' until the `keys` transform knows what it would have been.
    aliases: states.flatMap((state, step) =>
      state.flatMap(slide =>
        slide === first ? slide.aliases : [{ key: slide.key, step }, ...slide.aliases],
      ),
    ),
    steps,
  }
}

/** What the merged slide has of all: classes and minutes together, the rest from the first that has it. */
function mergedFields(run: readonly Slide[]): Partial<Slide> {
  const minutes = run.flatMap(slide => (slide.minutes === undefined ? [] : [slide.minutes]))
  const handouts = new Map(run.map(slide => [slide.handout ? signatureOf(slide.handout) : '', slide.handout]))
  const handout = joinTrees([...handouts.values()])
  const values = Object.assign({}, ...run.toReversed().map(slide => slide.attributes.values))
  const transition = run.find(slide => slide.transition)?.transition
  return {
    classes: [...new Set(run.flatMap(slide => slide.classes))],
    mergedFrom: run.flatMap(slide => slide.mergedFrom),
    attributes: { ...(run[0] as Slide).attributes, values },
    ...(minutes.length > 0 ? { minutes: minutes.reduce((sum, part) => sum + part, 0) } : {}),
    ...(handout ? { handout } : {}),
    ...(transition ? { transition } : {}),
  }
}

function joinTrees(trees: readonly (Root | undefined)[]): Root | undefined {
  const there = trees.filter(tree => tree !== undefined)
  const [first, ...others] = there
  if (!first || others.length === 0) return first
  return { type: 'root', children: there.flatMap(tree => tree.children) }
}

/** The blocks of all states as one, and for each step whether it takes something away. */
function mergeBodies(bodies: readonly Root[]): { children: RootContent[]; swaps: boolean[] } {
  const lists = bodies.map(body => firstList(body.children))
  const places = new Set(bodies.map(body => listPlace(body.children)))
  const grown = places.size === 1 ? growList(lists) : undefined
  const finalWords = new Set(splitWords(wordsOf(bodies.at(-1) as Root)))
  const merged = mergeLevel(
    bodies.map(body => body.children),
    grown ? lists : [],
    grown,
    finalWords,
  )
  const children = [...merged, ...definitionsOf(bodies)]
  const gone = new Set<number>()
  const look = (node: Nodes) => {
    if (node.type === 'swapState' && node.until !== undefined) gone.add(node.until)
    if ('children' in node) for (const child of node.children) look(child)
  }
  for (const node of children) look(node)
  return { children, swaps: bodies.slice(1).map((_, index) => gone.has(index + 1)) }
}

/** Definitions show nothing where they stand: the merged slide has each once. */
function definitionsOf(bodies: readonly Root[]): RootContent[] {
  const inside = (node: RootContent): RootContent[] => {
    if (node.type === 'slot') return node.children.flatMap(inside)
    return isDefinition(node) ? [node] : []
  }
  const all = bodies.flatMap(body => body.children.flatMap(inside))
  return [...new Map(all.map(node => [signatureOf(node), node])).values()]
}

/** A list that grows, and what its items show and lose on the way, by state. */
interface GrownList {
  readonly list: List
  /** Media that stood in an item in an earlier state, and do not in the last. */
  readonly lost: readonly (readonly Paragraph[])[]
}

/** The last list with each item's step, where every state's list begins the next one's. */
function growList(lists: readonly (List | undefined)[]): GrownList | undefined {
  const known = lists.flatMap(list => (list ? [list] : []))
  const last = known.at(-1)
  const chained = known.every((list, index) => index === 0 || isPrefix(known[index - 1] as List, list))
  if (!last || known.length < lists.length || !chained) return undefined
  const lost = known.map((): Paragraph[] => [])
  last.children.forEach((item, index) => {
    const from = known.findIndex(list => list.children.length > index)
    if (from > 0) item.data = { ...item.data, step: from }
    const states = known.map(list => list.children[index])
    for (const [state, media] of lostMedia(states, item)) lost[state]?.push(media)
    markNewMedia(states, item, from)
  })
  return { list: last, lost }
}

/** Media of an item that the item has lost by the last state, as blocks of the states that show them. */
function lostMedia(states: readonly (ListItem | undefined)[], last: ListItem): [number, Paragraph][] {
  const there = mediaIn(last).map(node => signatureOf(node))
  return states.flatMap((item, state): [number, Paragraph][] => {
    const gone = item && item !== last ? mediaIn(item).filter(node => !there.includes(signatureOf(node))) : []
    return gone.length > 0 ? [[state, { type: 'paragraph', children: gone as PhrasingContent[] }]] : []
  })
}

/** Gives media that an item did not have when it came the step they come with. */
function markNewMedia(states: readonly (ListItem | undefined)[], last: ListItem, from: number): void {
  for (const node of mediaIn(last)) {
    const signature = signatureOf(node)
    const has = (item: ListItem | undefined) =>
      mediaIn(item ?? last).some(other => signatureOf(other) === signature)
    const without = states.findLastIndex((item, state) => state >= from && !has(item))
    if (without >= 0) node.data = { ...node.data, step: without + 1 }
  }
}

/**
 * One level of the slide, all states of it. The grown list and slots are fixed points; what stands between two of
 * them is placed there.
 */
function mergeLevel(
  states: readonly (readonly RootContent[])[],
  lists: readonly (List | undefined)[],
  grown: GrownList | undefined,
  finalWords: ReadonlySet<string>,
): RootContent[] {
  const isFixed = (node: RootContent) =>
    node.type === 'slot' || (node.type === 'list' && lists.includes(node))
  const cut = states.map(blocks => cutAt(blocks, isFixed))
  const result: RootContent[] = []
  const parts = cut[0]?.between.length ?? 0
  let behindList = false
  for (let index = 0; index < parts; index++) {
    const between = cut.map(({ between: all }, state) => [
      ...(behindList ? (grown?.lost[state] ?? []) : []),
      ...(all[index] ?? []),
    ])
    behindList = false
    result.push(...placeBlocks(between, finalWords))
    const fixed = cut.map(({ fixed: all }) => all[index])
    const last = fixed.at(-1)
    if (last?.type === 'slot') {
      const inside = fixed.map(node => (node?.type === 'slot' ? node.children : []))
      result.push({ ...last, children: mergeLevel(inside, lists, grown, finalWords) })
    } else if (last) {
      result.push(last)
      behindList = true
    }
  }
  return result
}

function cutAt(blocks: readonly RootContent[], isFixed: (node: RootContent) => boolean) {
  const between: RootContent[][] = [[]]
  const fixed: RootContent[] = []
  for (const node of blocks) {
    if (isDefinition(node)) continue
    if (!isFixed(node)) {
      between.at(-1)?.push(node)
      continue
    }
    fixed.push(node)
    between.push([])
  }
  return { between, fixed }
}
