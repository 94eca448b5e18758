// Colours code of any language, putting together what several languages say where they are mixed.

import type { Highlight } from '../deck/deck.ts'
import { colourDockerfile } from './dockerfile.ts'
import type { Session } from './session.ts'
import { parseSession } from './session.ts'
import { mergeTokens, plainLines, type TokenLine } from './tokens.ts'

/** One thing to be coloured by a grammar: what `Highlight` is asked. */
export interface Colouring {
  readonly text: string
  /** A canonical language name. */
  readonly language: string
}

/**
 * The colours of a code block, line by line.
 *
 * @param text the code, LF line ends
 * @param language its canonical name; absent is plain
 * @param highlight the grammars; without them everything is plain
 * @param prompt the author's own prompt, for sessions
 */
export function colourCode(
  text: string,
  language: string | undefined,
  highlight: Highlight | undefined,
  prompt?: string,
): TokenLine[] {
  if (!highlight || !language) return plainLines(text)
  if (language === 'console') return colourSession(parseSession(text, prompt), text, highlight)
  if (language === 'dockerfile') return colourMixed(text, highlight)
  const lines = highlight(text, language)
  return lines && lines.length === text.split('\n').length ? lines.map(mergeTokens) : plainLines(text)
}

/**
 * What `Highlight` will be asked for a code block: enough for a cache to look first, and to know which
 * languages are worth loading.
 */
export function colouringsOf(text: string, language: string | undefined, prompt?: string): Colouring[] {
  const asked: Colouring[] = []
  colourCode(
    text,
    language,
    (part, name) => {
      asked.push({ text: part, language: name })
      return undefined
    },
    prompt,
  )
  return asked
}

/** Commands are coloured by their shell, line for line, without prompts; prompts, output and comments are not tokens. */
export function colourSession(session: Session, text: string, highlight: Highlight): TokenLine[] {
  const coloured = plainLines(text)
  for (const run of session.runs) {
    run.lines.forEach((line, at) => {
      coloured[run.firstLine - 1 + at] = line.text ? [{ text: line.text }] : []
    })
    if (run.kind !== 'command' || !run.shell) continue
    const whole = run.lines.map(line => line.text).join('\n')
    if (whole.trim() === '') continue
    const lines = highlight(whole, run.shell)
    if (lines?.length !== run.lines.length) continue
    lines.forEach((line, at) => {
      coloured[run.firstLine - 1 + at] = mergeTokens(line)
    })
  }
  return coloured
}

function colourMixed(text: string, highlight: Highlight): TokenLine[] {
  const { paint, embedded } = colourDockerfile(text.split('\n'))
  for (const { language, stretches } of embedded) {
    const lines = highlight(stretches.map(stretch => stretch.text).join('\n'), language)
    if (lines?.length !== stretches.length) continue
    stretches.forEach(({ line, from }, at) => {
      paint.lay(line, from, lines[at] ?? [])
    })
  }
  return paint.tokens().map(mergeTokens)
}
