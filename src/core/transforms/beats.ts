// The clicks of one slide while they are being found: in which order they come, whatever the order they are met in.

import type { Nodes } from 'mdast'
import type { Step } from '../deck/deck.ts'

/** One click before it has its number. */
export interface Beat {
  /** The build-up state it belongs to; the first is 0. */
  readonly state: number
  /** Its number within the state, counted from 1; 0 is the state's own appearance. */
  readonly order: number
  readonly kind: Step['kind']
  readonly swaps: boolean
}

/** What is wrong with a number an author gave. */
export interface NumberProblem {
  readonly message: string
  readonly position: Nodes['position']
}

/** Collects the clicks of one slide and the places that wait for their numbers. */
export interface Beats {
  /** A click after all others of its state so far. */
  next(state: number, kind: Step['kind']): Beat
  /** The click of a number an author gave, shared by all who give it. */
  at(state: number, order: number, kind: Step['kind'], position: Nodes['position']): Beat
  /** The appearance of a build-up state; none for the first. */
  stateBeat(state: number): Beat | undefined
  /** Something comes with the click: it counts, and `write` gets its number. */
  mark(beat: Beat, write: (step: number) => void): void
  /** Writes all numbers; clicks with which nothing comes are none. */
  finish(): {
    readonly beats: readonly Beat[]
    readonly problems: readonly NumberProblem[]
    /** The first click of a build-up state; where it has none, the last before it. */
    stepOf(state: number): number
  }
}

/** @param states the steps that exist already, one a build-up state */
export function createBeats(states: readonly Pick<Step, 'kind' | 'swaps'>[]): Beats {
  const known = new Map<string, Beat>()
  const used = new Set<Beat>()
  const highest = new Map<number, number>()
  const asked: { beat: Beat; position: Nodes['position'] }[] = []
  const writes: { beat: Beat; write: (step: number) => void }[] = []

  const find = (beat: Beat): Beat => {
    const id = `${beat.state}.${beat.order}`
    const found = known.get(id) ?? beat
    known.set(id, found)
    highest.set(beat.state, Math.max(highest.get(beat.state) ?? 0, beat.order))
    return found
  }
  for (const [index, { kind, swaps }] of states.entries()) find({ state: index + 1, order: 0, kind, swaps })

  return {
    next: (state, kind) => {
      const order = (highest.get(state) ?? 0) + 1
      return find({ state, order, kind, swaps: kind === 'lines' })
    },
    at: (state, order, kind, position) => {
      const beat = find({ state, order, kind, swaps: false })
      asked.push({ beat, position })
      return beat
    },
    stateBeat: state => known.get(`${state}.0`),
    mark: (beat, write) => {
      used.add(beat)
      writes.push({ beat, write })
    },
    finish: () => {
      const beats = [...used].sort((a, b) => a.state - b.state || a.order - b.order)
      const numbers = new Map(beats.map((beat, index) => [beat, index + 1]))
      for (const { beat, write } of writes) write(numbers.get(beat) ?? 0)
      const gaps = asked.filter(({ beat }) => beat.order > 1 && !known.has(`${beat.state}.${beat.order - 1}`))
      const first = new Map(gaps.map(gap => [gap.beat, gap]).reverse() as [Beat, (typeof gaps)[number]][])
      const problems = [...first.values()].reverse().map(({ beat, position }) => ({
        message: `Step \`${beat.order}\` has no step ${beat.order - 1} before it`,
        position,
      }))
      return {
        beats,
        problems,
        stepOf: state => {
          const at = beats.findIndex(beat => beat.state >= state)
          return at < 0 ? beats.length : beats[at]?.state === state ? at + 1 : at
        },
      }
    },
  }
}
