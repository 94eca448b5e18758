// What open pages are told: how a deck stands, and of its slides those that a page has not got.

import pc from 'picocolors'
import type { Diagnostic, LiveFacts, LiveHello, LiveNews, LivePlace, LiveProblem } from '../../core/index.ts'
import { framed, reported } from '../report.ts'
import { createSourceLines } from '../source-lines.ts'
import { type Entry, isBroken } from './entry.ts'
import type { Role } from './guard.ts'
import type { LiveDeck } from './live-deck.ts'

/** Everything of a deck but the sections that a page has already. */
export function newsOf(
  entry: Entry,
  live: LiveDeck | undefined,
  known: ReadonlySet<string>,
  author: LiveNews['author'],
): LiveNews {
  const fresh = [...(live?.html ?? [])].filter(([hash]) => !known.has(hash))
  return {
    slug: entry.slug,
    face: live?.face ?? '',
    css: live?.page.css ?? '',
    slides: live?.slides ?? [],
    html: Object.fromEntries(fresh),
    ...(author ? { author } : {}),
  }
}

/** What the author alone is told. */
export function authorPart(
  entry: Entry,
  role: Role,
  here: string,
  troubles: readonly Diagnostic[],
): LiveNews['author'] {
  if (role !== 'author' || !entry.latest) return undefined
  const { latest, shown } = entry
  return {
    file: entry.deck.file,
    title: shown?.live?.meta.title ?? entry.deck.file,
    facts: factsOf(entry),
    problems: problemsOf([...troubles, ...latest.diagnostics], here),
    broken: isBroken(entry) || troubles.length > 0,
    ...headOf(troubles),
  }
}

/** What the author is told on the home page: the problems of all decks. */
export function homePart(
  entries: readonly Entry[],
  title: string,
  here: string,
  troubles: readonly Diagnostic[],
): NonNullable<LiveNews['author']> {
  const problems = [...troubles, ...entries.flatMap(entry => entry.latest?.diagnostics ?? [])]
  return {
    file: '',
    title,
    facts: [],
    problems: problemsOf(problems, here),
    broken: troubles.length > 0,
    ...headOf(troubles),
  }
}

/** What stands over problems of the configuration. */
function headOf([first]: readonly Diagnostic[]): { readonly head?: string } {
  return first ? { head: `${first.file} cannot be used as it is; the last good configuration holds.` } : {}
}

function factsOf({ shown, deck }: Entry): LiveFacts[] {
  const slides = shown?.outline?.slides.filter(slide => !slide.hidden) ?? []
  return slides.map(({ line, steps, notesWords, minutes }, index) => ({
    file: shown?.origins?.[index] ?? deck.file,
    line,
    steps,
    notesWords,
    minutes,
  }))
}

/** More would be no list to read, and a frame of each costs. */
const mostProblems = 100

function problemsOf(diagnostics: readonly Diagnostic[], here: string): LiveProblem[] {
  const linesOf = createSourceLines(here)
  const plain = pc.createColors(false)
  const order = ['error', 'warning', 'info']
  return diagnostics
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, mostProblems)
    .map(problem => {
      const { file, line, column, severity, rule, message, note } = reported(problem)
      const frame = framed(problem, linesOf(file), plain)
      return { file, line, column, severity, rule, message, note, frame }
    })
}

/** A page's first words, checked. */
export function asHello(data: unknown): LiveHello | undefined {
  if (typeof data !== 'object' || data === null || !('slug' in data) || !('hashes' in data)) return undefined
  const { slug, hashes } = data
  if (typeof slug !== 'string' || !Array.isArray(hashes)) return undefined
  return { slug, hashes: hashes.filter(hash => typeof hash === 'string') }
}

/** A place to be opened, checked. */
export function asPlace(data: unknown): LivePlace | undefined {
  if (typeof data !== 'object' || data === null || !('file' in data)) return undefined
  const { file } = data
  const number = (name: 'line' | 'column'): number => {
    const value: unknown = Reflect.get(data, name)
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1
  }
  return typeof file === 'string' ? { file, line: number('line'), column: number('column') } : undefined
}
