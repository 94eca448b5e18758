// deckhand outline: a talk's slides, steps, times and problems, for persons and for tools.

import type { SlideMeasure } from '../../core/index.ts'
import { type Call, type DeckAsk, problemsOf, problemText, statusOf, workDecks } from '../call.ts'
import { heed } from '../heed.ts'
import type { DeckOutline, SlideEntry } from '../outline.ts'
import { overflowProblems } from '../overflow.ts'
import { counted, reported, safe } from '../report.ts'
import type { DeckResult } from '../task.ts'
import type { Colours } from '../terminal.ts'

/** What `outline` is asked beyond what all commands are. */
export interface OutlineAsk extends DeckAsk {
  /** Whether a browser measures how the slides fit. */
  readonly browser: boolean
}

/** @returns the exit status */
export async function outline(call: Call, ask: OutlineAsk): Promise<number> {
  const worked = await workDecks(call, ask, 'outline')
  const results = ask.browser ? await measured(call, ask, worked) : worked
  call.terminal.out(ask.json ? asJson(results) : asText(call, ask, results))
  return statusOf(problemsOf(results), ask)
}

/** The results with what a browser measured, and what it found too full. */
async function measured(
  call: Call,
  ask: DeckAsk,
  results: readonly DeckResult[],
): Promise<readonly DeckResult[]> {
  // Nothing that has to do with browsers is loaded before one is asked for.
  const { measureDecks } = await import('../measure.ts')
  const found = await measureDecks(call, ask)
  return results.map(result => {
    const slides = found.get(result.file)
    if (!result.outline || !slides) return result
    const diagnostics = [
      ...result.diagnostics,
      ...heed(overflowProblems(result.outline, slides), ask, result.ignores),
    ]
    return { ...result, outline: withMeasures(result.outline, slides), diagnostics }
  })
}

function withMeasures(outline: DeckOutline, measures: readonly SlideMeasure[]): DeckOutline {
  const byKey = new Map(measures.map(one => [one.key, one]))
  const slides = outline.slides.map(slide => ({ ...slide, measured: byKey.get(slide.key) ?? null }))
  return { ...outline, slides }
}

/** How a slide was made to fit, in a few words. */
function fitted({ measured }: SlideEntry): string {
  if (!measured) return ''
  const { step, tightened, columns, scale, overflow } = measured
  return [
    step > 0 ? `${['', '28/20', '24/18', '24/16'][step]} px` : tightened ? 'tightened' : '',
    columns > 1 ? `${columns} columns` : '',
    overflow > 0 ? `${overflow} px too full, at ${Math.round(scale * 100)} %` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function asJson(results: readonly DeckResult[]): string {
  const decks = results.map(result => ({
    ...(result.outline ?? {
      file: result.file,
      dialect: null,
      evidence: [],
      title: null,
      minutes: null,
      start: null,
      schedule: [],
      slides: [],
    }),
    diagnostics: result.diagnostics.map(reported),
  }))
  return `${JSON.stringify({ version: 1, decks }, null, 2)}\n`
}

function asText(call: Call, ask: DeckAsk, results: readonly DeckResult[]): string {
  const parts = results.map(result => {
    const table = result.outline ? tableOf(result.outline, call.terminal.outColours) : ''
    return table + problemText(call, result.diagnostics, ask.quiet, 'out')
  })
  return parts.join('\n')
}

function tableOf(deck: DeckOutline, colours: Colours): string {
  const count = [
    deck.slides.length === 0 ? 'no slides' : counted(deck.slides.length, 'slide'),
    counted(
      deck.slides.reduce((sum, slide) => sum + slide.steps, 0),
      'step',
    ),
    deck.minutes === null ? '' : `${deck.minutes} min`,
    deck.start === null ? '' : `from ${clock(deck.start)}`,
    deck.dialect,
  ]
  const head = `${colours.bold(safe(deck.title))}  ${colours.dim(`${deck.file}: ${count.filter(Boolean).join(', ')}`)}\n`
  const width = String(deck.slides.length).length
  return head + deck.slides.map(slide => rowOf(slide, width, colours)).join('') + timetable(deck, colours)
}

/** The parts of the day: when, how long, what; `≈` before what nobody wrote. */
function timetable({ schedule }: DeckOutline, colours: Colours): string {
  if (schedule.length === 0) return ''
  const rows = schedule.map(part => {
    const when = part.start === null ? '' : `${part.startEstimated ? '≈' : ' '}${clock(part.start)}`
    const length =
      part.minutes === null
        ? ''
        : `${part.minutesEstimated ? '≈' : ''}${Math.round(part.minutes * 10) / 10} min`
    return `  ${when.padEnd(6)}  ${length.padStart(8)}  ${safe(part.title)}  ${colours.cyan(`#/${part.key}`)}\n`
  })
  return `\n${colours.bold('Timetable')}\n${rows.join('')}`
}

function rowOf(slide: SlideEntry, width: number, colours: Colours): string {
  const details = [
    slide.layout === 'content' ? '' : slide.layout,
    counted(slide.steps, 'step'),
    slide.minutes === null ? '' : `${slide.minutes} min`,
    slide.start === null ? '' : clock(slide.start),
    slide.mergedFrom.length > 1 ? `from ${slide.mergedFrom.join('+')}` : '',
    counted(slide.notesWords, 'word').replace(/$/, slide.notesWords > 0 ? ' of notes' : ''),
    slide.hidden ? 'hidden' : '',
    fitted(slide),
  ].filter(Boolean)
  const title = slide.title === null ? colours.dim('(no title)') : safe(slide.title)
  const rest = details.length > 0 ? colours.dim(`  ${details.join(', ')}`) : ''
  return `${String(slide.index).padStart(width + 2)}  ${slide.below ? '↳ ' : ''}${title}  ${colours.cyan(`#/${slide.key}`)}${rest}\n`
}

/** Minutes after midnight as `08:05`. */
function clock(minutes: number): string {
  const whole = Math.round(minutes) % (24 * 60)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
