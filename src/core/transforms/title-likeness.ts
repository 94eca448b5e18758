// How alike two titles are to a person who looks for the slide that a note is for.

/** Words that say what a thing is and not which one: `agenda slide` is the agenda. */
const fillers: ReadonlySet<string> = new Set(
  'a an the of to and or in on for with slide screen page der die das le la les un une de el los'.split(' '),
)

/** Characters of a title that are compared; nobody tells slides apart by more. */
const longest = 200

/** A title made ready to be compared. */
export interface TitleForm {
  /** All letters and digits, without blanks; '' where there are none. */
  readonly letters: string
  /** Its words, fillers left out unless nothing else is there. */
  readonly words: ReadonlySet<string>
  /** The numbers among them: `Demo 1` is not `Demo 2`. */
  readonly numbers: string
  readonly pairs: ReadonlyMap<string, number>
}

/** Makes a title ready to be compared: case, signs and marks do not count. */
export function titleForm(title: string): TitleForm {
  const plain = title
    .slice(0, longest)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
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
  const numbers = words.filter(word => /^\p{N}+$/u.test(word)).join(' ')
  return { letters, words: new Set(words), numbers, pairs }
}

/**
 * From 0, nothing in common, to 1, the same but for signs and fillers. Titles that share half their pairs of letters
 * have 0.5; one whose words all stand in the other has 0.7, or more where it has several. Titles with other numbers
 * are never alike.
 */
export function likeness(one: TitleForm, other: TitleForm): number {
  if (one.letters === '' || other.letters === '') return 0
  if (one.letters === other.letters) return 1
  const pairs = Math.min(0.95, sharedPairs(one, other))
  if (one.numbers !== '' && other.numbers !== '' && one.numbers !== other.numbers) return Math.min(0.4, pairs)
  return Math.max(contained(one, other), pairs)
}

function contained(one: TitleForm, other: TitleForm): number {
  const [fewer, more] =
    one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words]
  for (const word of fewer) if (!more.has(word)) return 0
  return fewer.size === 1 ? 0.7 : 0.7 + (0.2 * fewer.size) / more.size
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
