// Finds what an author probably meant: the known spelling nearest to an unknown one.

/**
 * @param written the unknown word
 * @param known the words it may stand for, the likeliest first
 * @returns the nearest of them within a third of the word's length in slips of a finger, or undefined
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const word = written.toLowerCase().slice(0, 40)
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const each of known) {
    const slips = distance(word, each.toLowerCase())
    if (slips < least) [best, least] = [each, slips]
  }
  return best
}

/** How many letters to add, drop, change or swap with their neighbour. */
function distance(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1)
      }
      current.push(slips)
    }
    before = last
    last = current
  }
  return last[to.length] ?? 0
}
