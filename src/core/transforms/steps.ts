// Numbers everything that comes with a click: list items, marked blocks, pauses, code lines, commands, states.

import type { Code, List, ListItem, Nodes, Parent } from 'mdast'
import type { Deck, Slide, Step } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { SwapState } from '../deck/nodes.ts'
import { type Beat, type Beats, createBeats } from './beats.ts'
import type { Context } from './context.ts'
import { holds } from './holds.ts'
import { isBlank, isMediaBlock } from './media.ts'
import { bindNotes } from './step-notes.ts'

/**
 * Gives every slide its `steps`, numbered 1 to n, and every node that waits for one its `data.step`.
 *
 * A step without a number (`{step}`, a list item, a pause, lines of code, a command) comes one click after the
 * highest number above it. `{step=2}` comes with step 2, whatever stands around it; several blocks may share
 * one. Numbers that leave a gap are reported (`step-number`) and the gap is closed. In a slide made of build-up
 * states all this counts within each state: state after state, each first with what is new in it.
 */
export function numberSteps(deck: Deck, context: Context): Deck {
  return { ...deck, slides: deck.slides.map(slide => numberSlide(slide, deck, context)) }
}

function numberSlide(slide: Slide, deck: Deck, context: Context): Slide {
  if (isStill(slide, deck)) return slide
  const { reveal, ...values } = slide.attributes.values
  const asked = reveal ?? deck.meta.reveal
  const lists = asked !== 'none'
  const standing = asked === 'rest' ? firstList(slide.body)?.children[0] : undefined
  const beats = createBeats(slide.steps)
  const report = (message: string, position: Nodes['position']) =>
    context.report(
      diagnostic(slide.file ?? deck.source.path, 'step-number', message, {
        position: position as Slide['position'] | undefined,
      }),
    )
  walkBlocks(slide.body, { beats, report, state: 0, lists, marked: reveal !== 'none', standing })
  if (slide.handout) dropPauses(slide.handout)
  const { beats: found, problems, stepOf } = beats.finish()
  for (const { message, position } of problems) report(message, position)
  const steps = found.map(({ kind, swaps }): Step => ({ kind, swaps }))
  return {
    ...bindNotes(slide, steps, stepOf),
    attributes: { ...slide.attributes, values },
    aliases: slide.aliases.map(({ key, step }) => ({ key, step: step === 0 ? 0 : stepOf(step) })),
  }
}

/** Whether nothing of a slide waits for a click, nor is said at one, as of most slides of most talks. */
function isStill({ attributes, steps, notes, aliases, body, handout }: Slide, { meta }: Deck): boolean {
  if (steps.length > 0 || notes || attributes.values.reveal !== undefined) return false
  if (meta.reveal !== 'none' || aliases.some(({ step }) => step > 0)) return false
  return !holds(body, mayStep) && !(handout && holds(handout, mayStep))
}

function mayStep({ type, data }: Nodes): boolean {
  if (type === 'pause' || type === 'swapState') return true
  if (!data) return false
  const { step, attributes, reveal, code } = data
  if (step !== undefined || attributes?.values.step !== undefined || reveal === true) return true
  return code !== undefined && (code.focus.length > 1 || code.runs !== undefined)
}

function firstList(node: Nodes): List | undefined {
  if (node.type === 'list') return node
  if (!('children' in node)) return undefined
  for (const child of node.children as Nodes[]) {
    const found = firstList(child)
    if (found) return found
  }
  return undefined
}

/** Where the walk is. */
interface Scope {
  readonly beats: Beats
  readonly report: (message: string, position: Nodes['position']) => void
  /** The build-up state that what stands here belongs to. */
  readonly state: number
  /** Whether every list comes item by item. */
  readonly lists: boolean
  /** Whether lists that are marked for it do. */
  readonly marked: boolean
  /** The item that is there from the start, where only the rest comes item by item. */
  readonly standing: ListItem | undefined
  /** A pause with which nothing has come yet: the first item of a list comes with it. */
  readonly pause?: Beat | undefined
}

function walkBlocks(parent: Parent, scope: Scope): void {
  let pause: Beat | undefined
  let fresh = false
  let paused = false
  for (const node of parent.children as Nodes[]) {
    if (node.type === 'pause') {
      pause = scope.beats.next(scope.state, 'pause')
      fresh = true
      paused = true
      continue
    }
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue
    const begins = beginsByItself(node, scope)
    const own = pause && !begins && pause.state === stateOf(node, scope) && !isBlank(node) ? pause : undefined
    walkNode(node, { ...scope, pause: begins && fresh ? pause : undefined }, own)
    if (fresh && !isBlank(node)) fresh = false
  }
  if (paused) dropPauses(parent)
}

function dropPauses(parent: Parent): void {
  parent.children = parent.children.filter(node => (node as Nodes).type !== 'pause')
}

/** Whether the first thing to see of a list waits for a step of its own. */
function beginsByItself(node: Nodes, scope: Scope): boolean {
  return (
    node.type === 'list' &&
    node.children.length > 0 &&
    node.children[0] !== scope.standing &&
    comesByItem(node, scope) &&
    stepWish(node) === undefined
  )
}

function comesByItem(list: List, scope: Scope): boolean {
  return scope.lists || (scope.marked && list.data?.reveal === true)
}

/** The build-up state a node came with, as the `buildups` transform noted it. */
function stateOf(node: Nodes, scope: Scope): number {
  return node.data?.step ?? scope.state
}

/** @param paused the pause the node comes with, where it has no step of its own */
function walkNode(node: Nodes, scope: Scope, paused?: Beat): void {
  const state = stateOf(node, scope)
  const beat = ownBeat(node, { ...scope, state }) ?? paused
  if (beat) markStep(node, beat, scope.beats)
  const inside: Scope = { ...scope, state }
  if (node.type === 'list') walkList(node, inside)
  else if (node.type === 'code') walkCode(node, inside)
  else if (node.type === 'swapState') walkSwapState(node, inside)
  else if ('children' in node) walkBlocks(node, inside)
}

/** The click a node comes with by what is written on it or by the state it came with. */
function ownBeat(node: Nodes, scope: Scope): Beat | undefined {
  const wish = stepWish(node)
  const built = node.data?.step === undefined ? undefined : scope.beats.stateBeat(node.data.step)
  if (!wish) return built
  dropWish(wish.holder)
  if (wish.text === '') return scope.beats.next(scope.state, 'block')
  const number = /^[1-9]\d{0,5}$/.test(wish.text) ? Number(wish.text) : undefined
  if (number !== undefined) return scope.beats.at(scope.state, number, 'block', node.position)
  scope.report(`\`${wish.text}\` is not the number of a step`, node.position)
  return scope.beats.next(scope.state, 'block')
}

/** A `{step}` on a node, or on what stands for it: the text of a list item, the only picture of a paragraph. */
function stepWish(node: Nodes): { holder: Nodes; text: string } | undefined {
  const text = node.data?.attributes?.values.step
  if (text !== undefined) return { holder: node, text }
  const first = 'children' in node ? (node.children[0] as Nodes | undefined) : undefined
  const standsFor =
    first &&
    ((node.type === 'listItem' && first.type === 'paragraph') ||
      (node.type === 'paragraph' && isMediaBlock(node)))
  return standsFor ? stepWish(first) : undefined
}

function dropWish(node: Nodes): void {
  const attributes = node.data?.attributes
  if (!node.data || !attributes) return
  const { step: _step, ...values } = attributes.values
  node.data.attributes = { ...attributes, values }
}

function markStep(node: Nodes, beat: Beat, beats: Beats): void {
  beats.mark(beat, step => {
    node.data = { ...node.data, step }
  })
}

function walkList(list: List, scope: Scope): void {
  const byItem = comesByItem(list, scope)
  let waiting = scope.pause
  const begun = new Set<number>()
  for (const item of list.children) {
    const state = stateOf(item, scope)
    const paused =
      byItem && item !== scope.standing && stepWish(item) === undefined
        ? itemBeat(item, { ...scope, state }, begun, waiting)
        : undefined
    waiting = undefined
    walkNode(item, { ...scope, pause: undefined }, paused)
    if (paused) markStep(item, paused, scope.beats)
  }
}

/** The click of an item in a list that comes item by item. */
function itemBeat(
  item: ListItem,
  scope: Scope,
  begun: Set<number>,
  waiting: Beat | undefined,
): Beat | undefined {
  // The first item that a build-up state adds comes with the state, which would show nothing without it.
  if (item.data?.step !== undefined && !begun.has(scope.state)) {
    begun.add(scope.state)
    return scope.beats.stateBeat(scope.state)
  }
  return waiting?.state === scope.state ? waiting : scope.beats.next(scope.state, 'item')
}

function walkCode(node: Code, scope: Scope): void {
  const code = node.data?.code
  if (!code) return
  const further = code.focus.slice(1).map(() => scope.beats.next(scope.state, 'lines'))
  further.forEach((beat, index) => {
    scope.beats.mark(beat, step => {
      if (index === 0) code.focusFrom = step
    })
  })
  const runs = code.runs?.map(run => ({ ...run }))
  if (!runs) return
  code.runs = runs
  // The first run stands there with the block; each other comes with a click of its own.
  for (const run of runs.slice(1)) {
    scope.beats.mark(scope.beats.next(scope.state, 'command'), step => {
      run.step = step
    })
  }
}

/** Until here `from` and `until` are numbers of states; they become numbers of steps. */
function walkSwapState(node: SwapState, scope: Scope): void {
  const { from, until } = node
  const begin = scope.beats.stateBeat(from)
  const end = until === undefined ? undefined : scope.beats.stateBeat(until)
  if (begin) scope.beats.mark(begin, step => void Object.assign(node, { from: step }))
  if (end) scope.beats.mark(end, step => void Object.assign(node, { until: step }))
  walkBlocks(node, { ...scope, state: from })
}
