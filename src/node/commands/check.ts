// deckhand check: everything that would embarrass the speaker, the worst first.

import { resolve } from 'node:path'
import { type Diagnostic, slugsFor, worstFirst } from '../../core/index.ts'
import { type Call, statusOf, workDecks } from '../call.ts'
import type { CheckAsk } from '../check/ask.ts'
import { lostNotes } from '../check/lost-notes.ts'
import { type CheckedPart, print } from '../check/print.ts'
import { checkProgress } from '../check/progress.ts'
import { plainDisk } from '../disk.ts'
import { heed, ignoresOf } from '../heed.ts'
import { publicFiles } from '../public-files.ts'
import type { DeckResult } from '../task.ts'

/** @returns the exit status */
export async function check(call: Call, ask: CheckAsk): Promise<number> {
  const worked = await workDecks(call, ask, 'check')
  const { looked, problems } = await seen(call, ask, worked)
  const dead = ask.links ? await deadOnes(call, ask, worked) : []
  const more = [...problems, ...dead, ...siteProblems(call, ask, worked)]
  const parts = byDeck(call, worked, heed(more, ask, ignoresOf(worked)))
  print(call, ask, { results: worked, parts, looked })
  const all = parts.flatMap(part => part.problems)
  return statusOf(all, ask)
}

async function seen(
  call: Call,
  ask: CheckAsk,
  results: readonly DeckResult[],
): ReturnType<typeof import('../check/browser.ts').browserProblems> {
  if (ask.browser === false) return { problems: [], looked: false }
  // Nothing that has to do with browsers is loaded before one is asked for.
  const { browserProblems } = await import('../check/browser.ts')
  return browserProblems(call, ask, results)
}

/** Links to other servers that lead nowhere. */
async function deadOnes(
  call: Call,
  ask: CheckAsk,
  results: readonly DeckResult[],
): Promise<readonly Diagnostic[]> {
  const { deadLinks } = await import('../check/dead-links.ts')
  const progress = checkProgress(call, ask)
  const links = results.flatMap(result => result.addresses ?? [])
  const { problems, asked } = await deadLinks(links, (done, of) => progress(`${done} of ${of} addresses`))
  progress('')
  if (!asked && !ask.quiet) call.terminal.err('There is no network: links to other servers were not tried.\n')
  return problems
}

/** What is wrong between the decks, and beside them. */
function siteProblems(call: Call, ask: CheckAsk, results: readonly DeckResult[]): Diagnostic[] {
  const clashes: Diagnostic[] = []
  slugsFor(
    results.map(result => result.file),
    problem => clashes.push(problem),
  )
  return [...clashes, ...publicFiles(call.here, ask.paths, plainDisk).diagnostics, ...lostNotes(call, ask)]
}

/** Each deck with its problems, those of files that it is made of too; then what belongs to none of them. */
function byDeck(call: Call, results: readonly DeckResult[], more: readonly Diagnostic[]): CheckedPart[] {
  const owned = new Map<DeckResult | undefined, Diagnostic[]>()
  for (const problem of more) {
    const owner = ownerOf(problem, call, results)
    owned.set(owner, [...(owned.get(owner) ?? []), problem])
  }
  const loose = owned.get(undefined) ?? []
  return [
    ...results.map(result => ({
      file: result.file,
      problems: worstFirst([...result.diagnostics, ...(owned.get(result) ?? [])]),
    })),
    ...(loose.length > 0 ? [{ problems: worstFirst(loose) }] : []),
  ]
}

function ownerOf(
  { file }: Diagnostic,
  { here }: Call,
  results: readonly DeckResult[],
): DeckResult | undefined {
  const path = resolve(here, file)
  return results.find(result => result.file === file) ?? results.find(({ inputs }) => inputs.includes(path))
}
