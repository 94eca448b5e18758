// deckhand build: decks to a static site, swapped in whole or not at all.

import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type Diagnostic,
  diagnostic,
  type PageFace,
  type Places,
  placePages,
  slugsFor,
} from '../../core/index.ts'
import { type Ended, rememberCall } from '../again.ts'
import { pruneDaily } from '../cache-files.ts'
import { cacheFolder } from '../cache-folder.ts'
import { type Call, type DeckAsk, problemsOf, problemText, status, statusOf, workDecks } from '../call.ts'
import { callFile, type Said, spent } from '../call-record.ts'
import { sumOf, type WatchedDisk, watchDisk } from '../disk.ts'
import { type Draft, openDraft } from '../draft.ts'
import { shown } from '../files.ts'
import { heed } from '../heed.ts'
import { hashOf, readKept, writeKept } from '../kept-file.ts'
import { type Kit, loadKit, siteOf } from '../kit.ts'
import { textOf } from '../page-cache.ts'
import { publicFiles } from '../public-files.ts'
import { counted, fails, reported, tally } from '../report.ts'
import { recordFile, type SiteFile, type SiteRecord, writeRecord } from '../site-record.ts'
import { foreign } from '../swap.ts'
import { reasonOf } from '../system-error.ts'
import type { DeckResult, Surroundings, WrittenPage } from '../task.ts'

/** What `build` is asked beyond what all commands are. */
export interface BuildAsk extends DeckAsk {
  readonly out: string
  /** Publishes the speaker notes too. */
  readonly notes: boolean
}

/** @returns the exit status */
export async function build(call: Call, ask: BuildAsk): Promise<number> {
  try {
    return await once(call, ask)
  } catch (error) {
    if (!(error instanceof SpoiltPage)) throw error
    // Somebody else is at the cache. Its thread has ended with the first try.
    const { thread: _, ...again } = call
    return await once(again, { ...ask, cache: false })
  }
}

/** A page that was found in the cache could not be had from there when it was wanted. */
class SpoiltPage extends Error {}

async function once(call: Call, ask: BuildAsk): Promise<number> {
  const began = performance.now()
  const out = resolve(call.here, ask.out)
  const stranger = foreign(out)
  if (stranger !== undefined)
    return finish(call, ask, began, { results: [], problems: [notOurs(call, out, stranger)] }, status.wrong)
  const cache = ask.cache ? cacheFolder(call.here) : undefined
  const draft = openDraft(out, cache)
  try {
    return await make(call, ask, { began, out, cache, draft })
  } finally {
    draft.drop()
  }
}

/** Where a build goes, and when it began. */
interface Way {
  readonly began: number
  readonly out: string
  readonly cache: string | undefined
  readonly draft: Draft
}

async function make(call: Call, ask: BuildAsk, { began, out, cache, draft }: Way): Promise<number> {
  const disk = watchDisk()
  // The thread of the decks gets ready meanwhile.
  const kit = loadKit(siteOf(ask.config.settings), disk)
  const { frame } = kit
  let front: Promise<FrontWriter> | undefined
  let way: Ended['again']
  const results = await workDecks(call, ask, 'page', {
    notes: ask.notes,
    frame,
    disk,
    found(decks, reading) {
      const slugs = slugsFor(
        decks.map(deck => deck.file),
        () => undefined,
      )
      way = {
        reading,
        timeLimit: ask.timeLimit,
        decks: decks.map((deck, index) => ({ ...deck, slug: slugs[index] ?? '' })),
      }
    },
    meanwhile(_, known) {
      // Where a deck has changed, the home page that shows it probably has too.
      front = import('../front.ts')
      if (known.every(result => result === undefined)) return
      const pages = known.flatMap((result, index) =>
        result?.page ? [pageFile(result.page, way?.decks[index]?.slug ?? '')] : [],
      )
      draft.begin([...kit.files, ...pages])
    },
  })
  const problems = problemsOf(results)
  if (fails(problems, ask.strict)) return finish(call, ask, began, { results, problems })
  const made = results.filter(result => result.page !== undefined)
  const faces = made.flatMap(result => result.page?.face ?? [])
  const places = placePages(
    faces,
    made.map(result => result.page?.bytes ?? 0),
    frame,
  )
  const extra = publicFiles(call.here, ask.paths, disk)
  const all = heed([...places.diagnostics, ...extra.diagnostics], ask)
  if (fails(all, ask.strict)) return finish(call, ask, began, { results, problems: all })
  const files = [
    ...made.flatMap(({ page }, index) => (page ? [pageFile(page, places.decks[index]?.slug ?? '')] : [])),
    ...(await frontOf(faces, places, frame, { cache, front: () => front ?? import('../front.ts') })),
  ]
  const written = await write(call, out, filesOf(results, files, kit, extra.files), draft)
  if ('severity' in written) return finish(call, ask, began, { results, problems: [...all, written] })
  const end = { results, problems: all, places }
  if (cache !== undefined && written.record && !ask.notes) {
    // What is said for tools tells more of a deck than that all is well.
    const again = ask.json ? undefined : way
    remember(call, ask, { cache, out, record: written.record, end, disk, again })
  }
  return finish(call, ask, began, end)
}

/** Where nothing is left to be asked but whether all is as it was, the whole call is remembered. */
function remember(
  call: Call,
  ask: BuildAsk,
  kept: {
    readonly cache: string
    readonly out: string
    readonly record: SiteRecord
    readonly end: End
    readonly disk: WatchedDisk
    readonly again: Ended['again']
  },
): void {
  const { cache, out, record, end, disk, again } = kept
  pruneDaily(cache, Date.now())
  const file = recordFile(cache, out)
  const site = { file, id: record.id, out }
  if (!writeRecord(file, record)) return
  const results = end.results.map(result => ({ ...result, cached: true, ms: 0 }))
  const said = sayEnd(call, ask, spent, { ...end, results }, statusOf(end.problems, ask))
  rememberCall(callFile(call.here, call.words), {
    site,
    said,
    asked: [ask.config.trace, disk.trace()],
    decks: end.results,
    ...(again ? { again } : {}),
  })
}

/** What writes them, loaded only where it may be needed. */
type FrontWriter = typeof import('../front.ts')

/** The pages that are no deck's; the same while what they show of the decks is. */
async function frontOf(
  faces: readonly PageFace[],
  { decks }: Places,
  frame: Surroundings,
  { cache, front }: { readonly cache: string | undefined; readonly front: () => Promise<FrontWriter> },
): Promise<SiteFile[]> {
  const shown = decks.map(({ url }, index) => ({ ...faces[index], diagnostics: [], url }))
  const key = hashOf([process.version, JSON.stringify([shown, frame])])
  const name = hashOf(['front', ...decks.map(deck => deck.file)])
  const file = cache === undefined ? undefined : join(cache, `${name}.front`)
  const kept = file === undefined ? undefined : readKept(file)
  if (kept?.startsWith(key)) return JSON.parse(kept.slice(key.length))
  const { writeFront } = await front()
  const files = writeFront(faces, decks, frame).map(({ path, text }) => ({ path, text, sum: sumOf(text) }))
  if (file !== undefined) writeKept(file, key + JSON.stringify(files))
  return files
}

/** Pages win over pictures and these over `public/`, since a page that is missing would break links. */
function filesOf(
  results: readonly DeckResult[],
  pages: readonly SiteFile[],
  kit: Kit,
  extra: readonly SiteFile[],
): SiteFile[] {
  const files = new Map<string, SiteFile>()
  for (const file of extra) files.set(file.path, file)
  for (const { pictures } of results) {
    for (const { url, ...picture } of pictures) files.set(url, { path: url, ...picture })
  }
  for (const file of [...kit.files, ...pages]) files.set(file.path, file)
  return [...files.values()]
}

/** Writes the site and swaps it in; whatever goes wrong, and whoever interrupts, the old site stays. */
async function write(
  call: Call,
  out: string,
  files: readonly SiteFile[],
  draft: Draft,
): Promise<Diagnostic | { readonly record: SiteRecord | undefined }> {
  try {
    draft.write(files)
    const stranger = foreign(out)
    if (stranger !== undefined) return notOurs(call, out, stranger)
    return { record: await draft.swap() }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const name = shown(resolve(out, draft.at), call.here)
    return diagnostic(name, 'file-write', `\`${name}\` cannot be written: ${reasonOf(error)}`)
  }
}

/** A deck's page as a file of the site. */
function pageFile(page: WrittenPage, slug: string): SiteFile {
  const text = (): string => {
    const html = textOf(page)
    if (html === undefined) throw new SpoiltPage()
    return html
  }
  return { path: `${slug}/index.html`, sum: page.sum, text }
}

function notOurs(call: Call, out: string, stranger: string): Diagnostic {
  const name = shown(out, call.here)
  const what =
    stranger === '.'
      ? `\`${name}\` is a file, not a folder`
      : `\`${name}\` holds \`${stranger}\`, which no build wrote, and would be replaced as a whole`
  return diagnostic(name, 'out-not-ours', what)
}

/** What a build came to; places only where the site was written. */
interface End {
  readonly results: readonly DeckResult[]
  readonly problems: readonly Diagnostic[]
  readonly places?: Places
}

function finish(
  call: Call,
  ask: BuildAsk,
  began: number,
  end: End,
  code = end.places ? statusOf(end.problems, ask) : status.failed,
): number {
  const said = sayEnd(call, ask, String(Math.round(performance.now() - began)), end, code)
  call.terminal.out(said.out)
  call.terminal.err(said.err)
  return code
}

function sayEnd(call: Call, ask: BuildAsk, ms: string, end: End, code: number): Said {
  const { results, problems, places } = end
  const { terminal } = call
  if (ask.json) {
    const decks = results.map(result => deckReport(result, places))
    const report = { version: 1, out: shown(resolve(call.here, ask.out), call.here), ms: 'MS', decks }
    const text = JSON.stringify({ ...report, diagnostics: problems.map(reported) }, null, 2)
    return { out: `${text.replace('"ms": "MS"', () => `"ms": ${ms}`)}\n`, err: '', status: code }
  }
  const err = problemText(call, problems, ask.quiet, 'err')
  if (ask.quiet) return { out: '', err, status: code }
  const counts = tally(problems)
  if (places) {
    const slides = places.decks.reduce((sum, deck) => sum + deck.slides, 0)
    const what = [counted(places.decks.length, 'talk') || 'no talk', counted(slides, 'slide')].filter(Boolean)
    const to = terminal.outColours.bold(ask.out)
    return {
      out: `${what.join(', ')} → ${to} in ${ms} ms${counts ? ` (${counts})` : ''}\n`,
      err,
      status: code,
    }
  }
  const kept = existsSync(resolve(call.here, ask.out)) && statSync(resolve(call.here, ask.out)).isDirectory()
  const nothing = `Nothing was written: ${counts}.${kept ? ` \`${ask.out}\` is as it was.` : ''}\n`
  return { out: '', err: err + nothing, status: code }
}

function deckReport(result: DeckResult, places: Places | undefined): object {
  const entry = places?.decks.find(deck => deck.file === result.file)
  return {
    file: result.file,
    slug: entry?.slug ?? null,
    url: entry?.url ?? null,
    slides: entry?.slides ?? result.page?.face.slides.length ?? 0,
    steps: entry?.steps ?? result.page?.face.steps ?? 0,
    bytes: entry?.bytes ?? 0,
    cached: result.cached,
    ms: Math.round(result.ms),
  }
}
