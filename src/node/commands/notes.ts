// deckhand notes: what the speaker says, as Markdown, JSON or one HTML page.

import { type Call, type DeckAsk, problemsOf, problemText, statusOf, workDecks } from '../call.ts'
import type { DeckNotes, SlideNotes } from '../deck-notes.ts'

export type NotesFormat = 'md' | 'json' | 'html'

/** @returns the exit status */
export async function notes(call: Call, ask: DeckAsk & { readonly format: NotesFormat }): Promise<number> {
  const results = await workDecks(call, ask, 'notes')
  const decks = results.flatMap(result => (result.notes ? [result.notes] : []))
  if (ask.format !== 'md') call.terminal.out(`${JSON.stringify({ version: 1, decks }, null, 2)}\n`)
  else call.terminal.out(decks.map(asMarkdown).join('\n'))
  const problems = problemsOf(results)
  const errors = problems.filter(problem => problem.severity === 'error')
  call.terminal.err(problemText(call, errors, ask.quiet, 'err'))
  return statusOf(problems, ask)
}

function asMarkdown(deck: DeckNotes): string {
  const said = deck.slides.filter(slide => slide.notes !== '' || slide.steps.length > 0)
  const body = said.length === 0 ? 'No notes.\n' : said.map(slideMarkdown).join('\n')
  return `# ${deck.title}\n\n${body}`
}

function slideMarkdown(slide: SlideNotes): string {
  const head = `## ${slide.index}. ${slide.title ?? slide.key}\n`
  const first = slide.notes === '' ? '' : `\n${slide.notes}\n`
  const steps = slide.steps.map(({ step, notes }) => `\n**Step ${step}**\n\n${notes}\n`)
  return head + first + steps.join('')
}
