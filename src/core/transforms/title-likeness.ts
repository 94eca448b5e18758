// How alike two titles are to a person who looks for the slide that a note is for.

/** Words that say what a thing is and not which one: `agenda slide` is the agenda. */
const fillers: ReadonlySet<string> = new Set(
  'a an the of to and or in on for with slide screen page der die das le la les un une de el los'.split(' '),
)

/** A title made ready to be compared. */
export interface TitleForm {
  /** All letters and digits, without blanks; '' where there are none. */
  readonly letters: string
  /** Its words, fillers left out unless nothing else is there. */
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlyMap<string, number>
}

/** Makes a title ready to be compared: case, signs and marks do not count. */
export function titleForm(title: string): TitleForm {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/['’`]/g, '')
  const all = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = all.filter(word => !fillers.has(word))
  const words = telling.length > 0 ? telling : all
  const letters = words.join('')
  const pairs = new Map<string, number>()
  const signs = [...letters]
  for (const [index, sign] of signs.entries()) {
    const next = signs[index + 1]
    if (next === undefined && signs.length > 1) break
    const pair = sign + (next ?? '')
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { letters, words: new Set(words), pairs }
}

/**
 * From 0, nothing in common, to 1, the same but for signs and fillers. Titles that share half their pairs of letters
 * have 0.5; one whose words all stand in the other has at least 0.6, and the more the fewer others there are.
 */
export function likeness(one: TitleForm, other: TitleForm): number {
  if (one.letters === '' || other.letters === '') return 0
  if (one.letters === other.letters) return 1
  const [fewer, more] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of fewer.words) if (more.words.has(word)) shared += 1
  const contained = shared === fewer.words.size ? 0.6 + (0.3 * fewer.words.size) / more.words.size : 0
  return Math.max(contained, Math.min(0.95, sharedPairs(one, other)))
}

/** Sørensen and Dice: twice the shared pairs of letters over all of them. */
function sharedPairs({ pairs }: TitleForm, other: TitleForm): number {
  let shared = 0
  let all = 0
  for (const [pair, count] of pairs) {
    shared += Math.min(count, other.pairs.get(pair) ?? 0)
    all += count
  }
  for (const count of other.pairs.values()) all += count
  return (2 * shared) / all
}
