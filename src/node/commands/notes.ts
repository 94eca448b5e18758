// deckhand notes: what the speaker says, as Markdown, JSON or one HTML page.

import { type Call, type DeckAsk, problemsOf, problemText, statusOf, workDecks } from '../call.ts'
import type { DeckNotes, LooseNotes, SlideNotes } from '../deck-notes.ts'

export type NotesFormat = 'md' | 'json' | 'html'

/** @returns the exit status */
export async function notes(call: Call, ask: DeckAsk & { readonly format: NotesFormat }): Promise<number> {
  const results = await workDecks(call, ask, ask.format === 'html' ? 'notes-html' : 'notes')
  const decks = results.flatMap(result => (result.notes ? [result.notes] : []))
  call.terminal.out(written(decks, ask.format))
  const problems = problemsOf(results)
  // What became of the notes is what this command is about; the rest is for `outline`.
  const shown = problems.filter(({ severity, rule }) => severity === 'error' || rule.startsWith('notes-'))
  call.terminal.err(problemText(call, shown, ask.quiet, 'err'))
  return statusOf(problems, ask)
}

function written(decks: readonly DeckNotes[], format: NotesFormat): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, decks }, null, 2)}\n`
  return format === 'html' ? asHtml(decks) : decks.map(asMarkdown).join('\n')
}

function asMarkdown(deck: DeckNotes): string {
  const said = deck.slides.filter(slide => slide.notes !== '' || slide.steps.length > 0)
  const parts = [...said.map(slideMarkdown), ...(deck.loose.length > 0 ? [looseMarkdown(deck.loose)] : [])]
  const body = parts.length === 0 ? 'No notes.\n' : parts.join('\n')
  return `# ${deck.title}\n\n${body}`
}

function slideMarkdown(slide: SlideNotes): string {
  const head = `## ${slide.index}. ${slide.title ?? slide.key}\n`
  const first = slide.notes === '' ? '' : `\n${slide.notes}\n`
  const steps = slide.steps.map(({ step, notes }) => `\n**Step ${step}**\n\n${notes}\n`)
  return head + first + steps.join('')
}

/** One page to read from or to print: no script, nothing loaded. */
function asHtml(decks: readonly DeckNotes[]): string {
  const title = decks.map(deck => deck.title).join(', ')
  const style =
    'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif}' +
    '.visually-hidden{display:none}article{break-inside:avoid}pre{overflow-x:auto}'
  return `<!doctype html>
<html lang="${escaped(decks[0]?.lang ?? 'en')}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
${decks.map(deckHtml).join('\n')}
</html>
`
}

function deckHtml(deck: DeckNotes): string {
  const said = deck.slides.filter(slide => slide.notes !== '' || slide.steps.length > 0)
  const slides = said.map(
    slide =>
      `<article>\n<h2>${slide.index}. ${escaped(slide.title ?? slide.key)}</h2>\n${slide.html ?? ''}\n</article>`,
  )
  const loose = deck.loose.map(
    one => `<article>\n<h3>${escaped(looseTitle(one))}</h3>\n${one.html ?? ''}\n</article>`,
  )
  if (loose.length > 0) slides.push(`<h2>Notes without a slide</h2>`, ...loose)
  return `<h1>${escaped(deck.title)}</h1>\n${slides.join('\n') || '<p>No notes.</p>'}`
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, sign => signs[sign] ?? sign)
}

/** At the end, so that nothing is lost. */
function looseMarkdown(loose: DeckNotes['loose']): string {
  const parts = loose.map(one => `\n### ${looseTitle(one)}\n\n${one.file}:${one.line}\n\n${one.notes}\n`)
  return `## Notes without a slide\n${parts.join('')}`
}

function looseTitle({ number, title }: LooseNotes): string {
  return [number ?? '', title ?? ''].filter(part => part !== '').join(' - ') || 'Above the notes'
}
