// What a browser saw and heard of a talk, in words and with its place in the deck.

import { type Diagnostic, diagnostic, type SightFault, type Spot } from '../../core/index.ts'
import type { DeckResult } from '../task.ts'
import type { Heard } from './listen.ts'

type Position = NonNullable<Diagnostic['position']>

/** Where things are, in the files a deck was made of. */
export interface Places {
  /** The file and the place of something on a slide. */
  of(spot: Pick<Spot, 'key' | 'line'>): { readonly file: string; readonly position?: Position }
}

/**
 * @param result worked with its lines
 * @param linesOf the lines of a file
 */
export function placesIn(
  result: DeckResult,
  linesOf: (file: string) => readonly string[] | undefined,
): Places {
  const slides = result.live?.slides ?? []
  return {
    of({ key, line }) {
      const at = slides.findIndex(slide => slide.key === key)
      const slide = slides[at]
      if (!slide) return { file: result.file }
      const file = result.origins?.[at] ?? result.file
      const number = slide.line + (line ?? 0)
      const lines = linesOf(file) ?? []
      const offset = lines.slice(0, number - 1).reduce((sum, text) => sum + text.length + 1, 0)
      const start = { line: number, column: 1, offset }
      const length = lines[number - 1]?.length ?? 0
      return { file, position: { start, end: { line: number, column: length + 1, offset: offset + length } } }
    },
  }
}

/** `#/key`, and the step where it is not there from the beginning. */
function placeOf({ key, step }: Spot): string {
  return `\`#/${key}${step > 0 ? `/${step}` : ''}\``
}

const quoted = (words: string): string => (words === '' ? '' : ` “${words}”`)
const ratio = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1)

/** One fault of a slide. */
export function sayFault(fault: SightFault, places: Places): Diagnostic {
  const { file, position } = places.of(fault)
  const say = (rule: Diagnostic['rule'], message: string, note?: string): Diagnostic =>
    diagnostic(file, rule, message, {
      position,
      note,
      ...(fault.fault === 'cut' ? { severity: 'warning' } : {}),
    })
  const where = placeOf(fault)
  switch (fault.fault) {
    case 'cut':
      return say(
        'slide-overflow',
        `${where} has no room for ${fault.pixels} px of its ${fault.block}${fault.words === '' ? '' : ` (“${fault.words}”)`}`,
        'Shorten the block, or give it a slide of its own; nobody can scroll on a wall.',
      )
    case 'small': {
      const least = fault.code ? 16 : 18
      return say(
        'text-small',
        `${where} sets${quoted(fault.words)} in ${fault.size} px, and what is below ${least} px is not read from the last row`,
      )
    }
    case 'faint': {
      const more = fault.more === 0 ? '' : ` and ${fault.more} more`
      return say(
        'text-contrast',
        `${where} shows${quoted(fault.words)}${more} in ${fault.ink} on ${fault.ground}: a contrast of ${ratio(fault.ratio)}, where ${fault.wanted} is the least`,
      )
    }
    case 'blank':
      return say(
        'browser-error',
        `${where} shows nothing where its picture${quoted(fault.words)} should be: the browser cannot read \`${fault.file}\``,
        'Save the picture again, and open the file in a browser to see whether it is one.',
      )
    default:
      return sayUnreachable(fault, where, say)
  }
}

function sayUnreachable(
  fault: Extract<SightFault, { fault: 'unreachable' }>,
  where: string,
  say: (rule: 'link-unreachable', message: string, note?: string) => Diagnostic,
): Diagnostic {
  const what = `The link${quoted(fault.words)} to \`${fault.target}\` on ${where}`
  switch (fault.why) {
    case 'covered':
      return say('link-unreachable', `${what} lies under ${fault.by}`)
    case 'outside':
      return say('link-unreachable', `${what} is off the stage`)
    case 'inert':
      return say('link-unreachable', `${what} lets clicks through`)
    case 'empty':
      return say('link-unreachable', `${what} has nothing to click on`, 'Give the link words, or remove it.')
    case 'lost':
      return say(
        'link-unreachable',
        `${what} leads nowhere: no published slide is called so`,
        'Link to the key of a slide of this deck, as `#/key`; a hidden slide is not published.',
      )
  }
}

const kinds: Readonly<Record<string, string>> = {
  image: 'a picture',
  media: 'a film or sound',
  document: 'a frame',
  font: 'a font',
  stylesheet: 'a style sheet',
  script: 'a script',
}

/** One thing that was heard, at each slide that is concerned; at the deck where none is known. */
export function sayHeard(heard: Heard, places: Places, file: string): Diagnostic[] {
  const spots = heard.spots.length > 0 ? heard.spots : [undefined]
  return spots.map(spot => {
    const at = spot ? places.of(spot) : { file }
    const where = spot ? placeOf(spot) : `\`${file}\``
    const what = kinds[heard.kind] ?? 'something'
    if (heard.what === 'remote') {
      const message = `${where} asks for ${what} from another server: \`${heard.text}\``
      const rule = heard.kind === 'image' ? 'image-remote' : 'request-remote'
      return diagnostic(at.file, rule, message, { position: at.position })
    }
    const message =
      heard.what === 'failed'
        ? `${where} asks for ${what} that does not come: \`${new URL(heard.text).pathname}\` (${heard.why})`
        : `The browser says of ${where}: ${heard.text.replace(/\s+/g, ' ').slice(0, 300)}`
    const severity = heard.kind === 'error' || heard.what === 'failed' ? 'warning' : 'info'
    return diagnostic(at.file, 'browser-error', message, { position: at.position, severity })
  })
}
