// Where a thread is with its decks: memory that it shares with whoever watches it.

/** Decks a thread may have at a time: while one waits for its colours or for its way out, the other is worked. */
export const places = 2

/** How far one deck has come. */
export interface Stage {
  /** Pieces begun so far. */
  readonly pieces: number
  /** Where the last of them begins, as an offset into the deck's text. */
  readonly offset: number
}

/** The shared memory, as both sides see it. */
export interface Progress {
  readonly memory: SharedArrayBuffer
  /** Forgets what was at a place before. */
  clear(place: number): void
  /** Says which place is being worked. */
  turnTo(place: number): void
  /** Says that the next piece of a place is being worked, and where it begins. */
  at(place: number, offset: number): void
  /** The place being worked. */
  current(): number
  stage(place: number): Stage
}

/** @param memory of the other side; absent makes a new one */
export function createProgress(memory = new SharedArrayBuffer(4 * (1 + 2 * places))): Progress {
  const cells = new Int32Array(memory)
  return {
    memory,
    clear(place) {
      Atomics.store(cells, 1 + 2 * place, 0)
      Atomics.store(cells, 2 + 2 * place, 0)
    },
    turnTo: place => void Atomics.store(cells, 0, place),
    at(place, offset) {
      Atomics.store(cells, 0, place)
      Atomics.add(cells, 1 + 2 * place, 1)
      Atomics.store(cells, 2 + 2 * place, offset)
    },
    current: () => Atomics.load(cells, 0),
    stage: place => ({
      pieces: Atomics.load(cells, 1 + 2 * place),
      offset: Atomics.load(cells, 2 + 2 * place),
    }),
  }
}
