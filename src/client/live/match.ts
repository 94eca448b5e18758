// Finds in a new list of slides those of the old one: what stayed, what moved, what was edited, what is new.

/** What is known of a slide. */
export interface Piece {
  /** Of all it is made of. */
  readonly hash: string
  readonly key: string
  /** Its words; asked for only where the hash does not decide. */
  readonly words: () => string
}

/** Above this the exact way takes longer than it is worth; slides are then known by hash and key. */
const mostCells = 1_000_000

/**
 * Matches slides: by the longest common subsequence of equal ones, then equal ones that moved, then the most alike in
 * words, key and place, then those that alone stand in the place of another.
 *
 * @returns for each new slide the index of the old one, or -1
 */
export function match(old: readonly Piece[], next: readonly Piece[]): number[] {
  const found = next.map(() => -1)
  const taken = new Set<number>()
  const pair = (at: number, was: number): void => {
    found[at] = was
    taken.add(was)
  }
  for (const [was, at] of common(old, next)) pair(at, was)
  next.forEach(({ hash }, at) => {
    if (found[at] !== -1) return
    const was = old.findIndex((piece, index) => piece.hash === hash && !taken.has(index))
    if (was >= 0) pair(at, was)
  })
  for (const [was, at] of alike(old, next, found, taken)) {
    if (found[at] === -1 && !taken.has(was)) pair(at, was)
  }
  for (const [was, at] of replaced(old, next, found, taken)) pair(at, was)
  return found
}

type Pairs = [was: number, at: number][]

/** The longest common subsequence, between an equal beginning and an equal end. */
function common(old: readonly Piece[], next: readonly Piece[]): Pairs {
  const pairs: Pairs = []
  let from = 0
  while (from < old.length && from < next.length && old[from]?.hash === next[from]?.hash) {
    pairs.push([from, from])
    from++
  }
  let oldEnd = old.length
  let nextEnd = next.length
  while (oldEnd > from && nextEnd > from && old[oldEnd - 1]?.hash === next[nextEnd - 1]?.hash) {
    pairs.push([--oldEnd, --nextEnd])
  }
  const rows = oldEnd - from
  const columns = nextEnd - from
  if (rows * columns === 0 || rows * columns > mostCells) return pairs
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  const same = (row: number, column: number): boolean => old[from + row]?.hash === next[from + column]?.hash
  for (let row = rows - 1; row >= 0; row--) {
    const line = lengths[row]
    for (let column = columns - 1; line && column >= 0; column--) {
      line[column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(row, column)) pairs.push([from + row++, from + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

/** How alike two slides must be to be one that was edited. */
const enough = 0.5

/** Pairs of what is left, the most alike first. */
function alike(
  old: readonly Piece[],
  next: readonly Piece[],
  found: readonly number[],
  taken: ReadonlySet<number>,
): Pairs {
  const left = old.flatMap((piece, was) =>
    taken.has(was) ? [] : [{ was, key: piece.key, words: bag(piece.words()), place: placeOfOld(was, taken) }],
  )
  const fresh = next.flatMap((piece, at) =>
    found[at] === -1 ? [{ at, key: piece.key, words: bag(piece.words()), place: placeOfNew(at, found) }] : [],
  )
  const scored = fresh.flatMap(one =>
    left.map(other => {
      const near = one.place === other.place ? 0.15 : 0
      const named = one.key === other.key ? 0.35 : 0
      return { was: other.was, at: one.at, score: likeness(one.words, other.words) + named + near }
    }),
  )
  return scored
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score)
    .map(({ was, at }): [number, number] => [was, at])
}

/** What is left between the same two neighbours, as many as before, was written anew. */
function replaced(
  old: readonly Piece[],
  next: readonly Piece[],
  found: readonly number[],
  taken: ReadonlySet<number>,
): Pairs {
  const gaps = new Map<number, { old: number[]; next: number[] }>()
  const gap = (place: number): { old: number[]; next: number[] } => {
    const known = gaps.get(place) ?? { old: [], next: [] }
    gaps.set(place, known)
    return known
  }
  old.forEach((_, was) => {
    if (!taken.has(was)) gap(placeOfOld(was, taken)).old.push(was)
  })
  next.forEach((_, at) => {
    if (found[at] === -1) gap(placeOfNew(at, found)).next.push(at)
  })
  return [...gaps.values()].flatMap(each =>
    each.old.length === each.next.length
      ? each.old.map((was, index): [number, number] => [was, each.next[index] ?? 0])
      : [],
  )
}

/** A place by the old slide before it that is still there. */
function placeOfOld(was: number, taken: ReadonlySet<number>): number {
  let place = was - 1
  while (place >= 0 && !taken.has(place)) place--
  return place
}

function placeOfNew(at: number, found: readonly number[]): number {
  let place = at - 1
  while (place >= 0 && found[place] === -1) place--
  return found[place] ?? -1
}

type Bag = ReadonlyMap<string, number>

function bag(text: string): Bag {
  const words = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Dice's coefficient of two bags of words; two slides without any are alike. */
function likeness(a: Bag, b: Bag): number {
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 1 : (2 * shared) / all
}
