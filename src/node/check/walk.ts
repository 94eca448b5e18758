// Walks one talk in a browser: every slide at every step, at both sizes of projectors, in every scheme it can have.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Faint, Sight, SightFault, SlideMeasure, Unclear } from '../../core/index.ts'
import { asked } from '../browser/chromium.ts'
import { measureSlides, openTalk } from '../measure.ts'
import { packageHome } from '../package-home.ts'
import { type Heard, listen } from './listen.ts'

/** What was seen of a talk. */
export interface Walked {
  readonly faults: readonly SightFault[]
  readonly measured: readonly SlideMeasure[]
  readonly heard: readonly Heard[]
}

/** The two sizes; a projector or a system may ask for either scheme, so each goes with one. */
const looks = [
  { width: 1280, height: 720, colorScheme: 'light' },
  { width: 1920, height: 1080, colorScheme: 'dark' },
] as const

/** Slides that are looked at in one go: between two the browser paints, which takes longer than looking. */
const some = 12

declare const window: { readonly deckhandSight: Sight }

/**
 * @param page a page of its own
 * @param url of the talk
 * @param onSlide is told of each slide of each walk as its turn comes
 */
export async function walkTalk(
  page: Page,
  url: string,
  onSlide: (at: number, of: number) => void,
): Promise<Walked> {
  const eyes = readFileSync(join(packageHome(), 'lib', 'client', 'sight.js'), 'utf8')
  const faults = new Map<string, SightFault>()
  let measured: readonly SlideMeasure[] = []
  const listening = await listen(page, url)
  for (const [turn, { width, height, colorScheme }] of looks.entries()) {
    await asked(page.setViewportSize({ width, height }))
    await asked(page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))
    if (turn === 0) {
      await openTalk(page, url)
      await asked(page.evaluate(eyes))
      measured = await measureSlides(page)
    }
    const keys = await asked(page.evaluate(() => window.deckhandSight.slides()))
    for (let at = 0; at < keys.length; at += some) {
      onSlide(turn * keys.length + at, looks.length * keys.length)
      for (const fault of await lookAt(page, keys.slice(at, at + some))) {
        const name = nameOf(fault)
        if (!faults.has(name)) faults.set(name, fault)
      }
    }
  }
  return { faults: [...faults.values()], measured, heard: await listening.end() }
}

async function lookAt(page: Page, keys: readonly string[]): Promise<readonly SightFault[]> {
  const seen = await asked(page.evaluate(some => window.deckhandSight.look(some, true), keys))
  const unclear = seen.flatMap(one => one.unclear)
  const faint: Faint[] = []
  for (const place of new Set(unclear.map(({ key, step }) => `${step} ${key}`))) {
    const here = unclear.filter(({ key, step }) => `${step} ${key}` === place)
    faint.push(...(await compare(page, here)))
  }
  return [...seen.flatMap(one => one.faults), ...inOne(faint)]
}

/** Looks at what is behind words that stand on one slide, at one step. */
async function compare(page: Page, unclear: readonly Unclear[]): Promise<readonly Faint[]> {
  const [first] = unclear
  if (!first) return []
  await asked(page.evaluate(({ key, step }) => window.deckhandSight.bare(key, step), first))
  const picture = (await asked(page.screenshot({ animations: 'disabled' }))).toString('base64')
  return asked(
    page.evaluate(([shot, texts]) => window.deckhandSight.compare(shot, texts), [picture, unclear] as const),
  )
}

/** What is equally wrong with several texts of a slide is said once. */
function inOne(faint: readonly Faint[]): Faint[] {
  const keys = [...new Set(faint.map(one => one.key))]
  return keys.flatMap(key => {
    const here = faint.filter(one => one.key === key)
    const [worst] = here.toSorted((a, b) => a.ratio - b.ratio)
    return worst ? [{ ...worst, more: here.length - 1 }] : []
  })
}

/** The same fault at another step, size or in another scheme has the same name. */
function nameOf(fault: SightFault): string {
  const { key, line, words } = fault
  if (fault.fault === 'cut') return `${key} cut ${line} ${fault.block}`
  if (fault.fault === 'small') return `${key} small ${fault.size} ${fault.code}`
  if (fault.fault === 'faint') return `${key} faint ${line} ${words}`
  if (fault.fault === 'blank') return `${key} blank ${line} ${fault.file}`
  return `${key} unreachable ${line} ${words} ${fault.target}`
}
