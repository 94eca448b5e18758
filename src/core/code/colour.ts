// Colours code of any language, putting together what several languages say where they are mixed.

import type { Highlight } from '../deck/deck.ts'
import { colourDockerfile } from './dockerfile.ts'
import { shikiIdOf } from './language.ts'
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
  if (language === 'console') return colourSession(parseSession(text, prompt), highlight)
  if (!highlight || !language || shikiIdOf(language) === undefined) return plainLines(text)
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

/**
 * The lines of a session without their prompts: commands coloured by the shell they were typed in, as a whole;
 * output and comments plain.
 */
export function colourSession(session: Session, highlight: Highlight | undefined): TokenLine[] {
  return session.runs.flatMap(run => {
    const text = run.lines.map(line => line.text).join('\n')
    const asked = run.kind === 'command' && run.shell !== '' && text.trim() !== ''
    const lines = asked ? highlight?.(text, run.shell) : undefined
    return lines?.length === run.lines.length ? lines.map(mergeTokens) : plainLines(text)
  })
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
