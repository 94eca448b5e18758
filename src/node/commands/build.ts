// deckhand build: decks to a static site, swapped in whole or not at all.

import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { assemble, type Diagnostic, diagnostic, type Site } from '../../core/index.ts'
import { type Call, type DeckAsk, problemsOf, problemText, status, statusOf, workDecks } from '../call.ts'
import { shown } from '../files.ts'
import { type Kit, loadKit } from '../kit.ts'
import { publicFiles } from '../public-files.ts'
import { counted, fails, reported, tally } from '../report.ts'
import { foreign, type SiteFile, type Staging, stage } from '../swap.ts'
import { reasonOf } from '../system-error.ts'
import type { DeckResult } from '../task.ts'

/** What `build` is asked beyond what all commands are. */
export interface BuildAsk extends DeckAsk {
  readonly out: string
  /** Publishes the speaker notes too. */
  readonly notes: boolean
}

/** @returns the exit status */
export async function build(call: Call, ask: BuildAsk): Promise<number> {
  const began = performance.now()
  const out = resolve(call.here, ask.out)
  const stranger = foreign(out)
  if (stranger !== undefined)
    return finish(call, ask, began, [], [notOurs(call, out, stranger)], undefined, status.wrong)
  // The kit is loaded while the decks are worked.
  const [results, kit] = await Promise.all([
    workDecks(call, ask, 'page', ask.notes),
    Promise.resolve().then(() => loadKit('Talks', 'en')),
  ])
  const problems = problemsOf(results)
  if (fails(problems, ask.strict)) return finish(call, ask, began, results, problems, undefined)
  const site = assemble(
    results.flatMap(result => (result.page ? [result.page] : [])),
    kit.frame,
  )
  const extra = publicFiles(call.here, ask.paths)
  const all = [...site.diagnostics, ...extra.diagnostics]
  if (fails(all, ask.strict)) return finish(call, ask, began, results, all, undefined)
  const failure = await write(call, out, filesOf(results, site, kit, extra.files))
  if (failure) return finish(call, ask, began, results, [...all, failure], undefined)
  return finish(call, ask, began, results, all, site)
}

/** Pages win over pictures and these over `public/`, since a page that is missing would break links. */
function filesOf(
  results: readonly DeckResult[],
  site: Site,
  kit: Kit,
  extra: readonly SiteFile[],
): SiteFile[] {
  const files = new Map<string, SiteFile>()
  for (const file of extra) files.set(file.path, file)
  for (const { pictures } of results) {
    for (const { from, url } of pictures) files.set(url, { path: url, from })
  }
  for (const file of [...kit.files, ...site.files]) files.set(file.path, file)
  return [...files.values()]
}

/** Writes the site and swaps it in; whatever goes wrong, and whoever interrupts, the old site stays. */
async function write(call: Call, out: string, files: readonly SiteFile[]): Promise<Diagnostic | undefined> {
  let staging: Staging | undefined
  let at = out
  const interrupted = (signal: NodeJS.Signals): void => {
    staging?.drop()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    staging = stage(out)
    for (const file of files) {
      at = resolve(out, file.path)
      staging.write(file)
    }
    at = out
    const stranger = foreign(out)
    if (stranger !== undefined) {
      staging.drop()
      return notOurs(call, out, stranger)
    }
    await staging.swap()
    return undefined
  } catch (error) {
    staging?.drop()
    if (!(error instanceof Error && 'code' in error)) throw error
    const name = shown(at, call.here)
    return diagnostic(name, 'file-write', `\`${name}\` cannot be written: ${reasonOf(error)}`)
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
  }
}

function notOurs(call: Call, out: string, stranger: string): Diagnostic {
  const name = shown(out, call.here)
  const what =
    stranger === '.'
      ? `\`${name}\` is a file, not a folder`
      : `\`${name}\` holds \`${stranger}\`, which no build wrote, and would be replaced as a whole`
  return diagnostic(name, 'out-not-ours', what)
}

function finish(
  call: Call,
  ask: BuildAsk,
  began: number,
  results: readonly DeckResult[],
  problems: readonly Diagnostic[],
  site: Site | undefined,
  code = site ? statusOf(problems, ask) : status.failed,
): number {
  const ms = Math.round(performance.now() - began)
  const { terminal } = call
  if (ask.json) {
    const decks = results.map(result => deckReport(result, site))
    const report = { version: 1, out: shown(resolve(call.here, ask.out), call.here), ms, decks }
    terminal.out(`${JSON.stringify({ ...report, diagnostics: problems.map(reported) }, null, 2)}\n`)
    return code
  }
  terminal.err(problemText(call, problems, ask.quiet, 'err'))
  if (ask.quiet) return code
  const counts = tally(problems)
  if (site) {
    const slides = site.decks.reduce((sum, deck) => sum + deck.slides, 0)
    const what = [counted(site.decks.length, 'talk') || 'no talk', counted(slides, 'slide')].filter(Boolean)
    terminal.out(
      `${what.join(', ')} → ${terminal.outColours.bold(ask.out)} in ${ms} ms${counts ? ` (${counts})` : ''}\n`,
    )
  } else {
    const kept =
      existsSync(resolve(call.here, ask.out)) && statSync(resolve(call.here, ask.out)).isDirectory()
    terminal.err(`Nothing was written: ${counts}.${kept ? ` \`${ask.out}\` is as it was.` : ''}\n`)
  }
  return code
}

function deckReport(result: DeckResult, site: Site | undefined): object {
  const entry = site?.decks.find(deck => deck.file === result.file)
  return {
    file: result.file,
    slug: entry?.slug ?? null,
    url: entry?.url ?? null,
    slides: entry?.slides ?? result.page?.slides.length ?? 0,
    steps: entry?.steps ?? result.page?.steps ?? 0,
    bytes: entry?.bytes ?? 0,
    cached: result.cached,
    ms: Math.round(result.ms),
  }
}
