// What a document shows of Deckset, before any of it is parsed.

import type { Evidence, Source } from '../../deck/deck.ts'
import { type Line, scanLines, splitLines } from '../../syntax/lines.ts'
import { plainKey } from '../../syntax/meta.ts'
import { isCommandLine } from './commands.ts'
import { isRule } from './cut.ts'
import { readHead } from './head.ts'
import { readImageWords } from './image-words.ts'
import { telling } from './keys.ts'
import { opensNote } from './sections.ts'

/** Characters that are searched for evidence: dozens of slides, so that long decks cost no more than short ones. */
const searched = 32 * 1024

const image = /!\[([^\]]*)\]\(/g
const cleaverLine = /^--(?:[ \t]|$)/

/** What one line outside of code shows, and how surely. */
const shown: readonly (readonly [
  weight: number,
  reason: string,
  shows: (line: Line, above?: Line) => boolean,
])[] = [
  [5, 'a heading with `[fit]`', ({ text }) => /^ {0,3}#{1,6}[ \t]*\[fit\]/i.test(text)],
  [5, 'a command in brackets', line => isCommandLine(line)],
  [
    3,
    'a picture with words such as `fit` or `inline`',
    ({ text }) => [...text.matchAll(image)].some(([, alt = '']) => isPlacing(alt)),
  ],
  [
    3,
    'a paragraph that begins with `^`',
    (line, above) => opensNote(line) && (!above || above.text.trim() === '' || opensNote(above)),
  ],
  [1, 'slides cut by `---`', (line, above) => isRule(line) && above?.text.trim() === ''],
]

/** What all of these that weigh anything have in them. */
const hint = /\[fit\]|!\[|^\^|^[ \t]*\[\.?[a-z]/i

/** Brackets with nothing but words of the reference; `left` alone describes a picture elsewhere, too. */
function isPlacing(alt: string): boolean {
  const read = readImageWords(alt)
  return read.any && (read.alt === '' || /^(?:inline|fit|fill|filtered|original)\b/.test(alt.trim()))
}

/** Evidence for Deckset, and the one thing that speaks against it. */
export function detect(source: Source): Evidence[] {
  const found: Evidence[] = []
  const note = (weight: number, line: number, reason: string): void =>
    void found.push({ dialect: 'deckset', weight, line, reason })
  const all = splitLines(source.text.slice(0, searched))
  const head = readHead(all, () => {})
  for (const { key, position, value } of head.entries) {
    const line = position.start.line
    if (telling.has(plainKey(key))) note(5, line, `\`${key}:\` is a key of Deckset's`)
    else if (plainKey(key) === 'theme' && 'text' in value && /^[\w ]+,\s*\d+$/.test(value.text))
      note(3, line, 'a theme with the number of its colours')
  }
  // Most documents have nothing of the kind anywhere, and need not be scanned for where it stands.
  const rest = all.slice(head.lineCount)
  if (found.length === 0 && !rest.some(({ text }) => hint.test(text))) return []
  const lines = scanLines(rest, isRule)
  for (const [weight, reason, shows] of shown) {
    const line = lines.find((each, index) => !each.inside && shows(each, lines[index - 1]))
    if (line) note(weight, line.number, reason)
  }
  // Slides cut by rules alone are of many tools.
  if (found.every(({ weight }) => weight < 3)) return []
  const other = lines.find(({ text, inside }) => !inside && cleaverLine.test(text) && /^--[ \t]*$/.test(text))
  if (other) note(-6, other.number, 'a line `--`, which cuts no slides in Deckset')
  return found
}
