// deckhand dev: serves decks live until it is interrupted, and says on the terminal what becomes of each save.

import { networkInterfaces } from 'node:os'
import { type Call, problemText } from '../call.ts'
import { CallError } from '../call-error.ts'
import { openInBrowser } from '../dev/editor.ts'
import { type Entry, isBroken } from '../dev/entry.ts'
import { openSession, type Session } from '../dev/session.ts'
import type { SessionAsk } from '../dev/session-ask.ts'
import { counted, safe } from '../report.ts'

/** What `dev` is asked. */
export interface DevAsk extends SessionAsk {
  /** Opens the browser. */
  readonly open: boolean
}

/** @returns the exit status, once interrupted */
export async function dev(call: Call, ask: DevAsk): Promise<number> {
  const session = await start(call, ask)
  const { terminal } = call
  const others = ask.host === '127.0.0.1' ? [] : addresses(ask.host, session.start())
  if (!ask.quiet) {
    terminal.out(`Serving live at ${terminal.outColours.bold(session.start())} (Ctrl-C ends it)\n`)
    for (const url of others) terminal.out(`  in this network: ${url}\n`)
    if (others.length > 0) terminal.out('  Others see the slides; sources, notes and problems stay here.\n')
  }
  if (ask.open) openInBrowser(session.start())
  await interrupted()
  await session.close()
  return 0
}

async function start(call: Call, ask: DevAsk): Promise<Session> {
  try {
    return await openSession(call, ask, {
      worked: (entry, before) => tell(call, ask, entry, before),
      renewed(file) {
        if (!ask.quiet)
          call.terminal.out(call.terminal.outColours.dim(`${file ?? 'configuration'}: read again\n`))
      },
      troubled(troubles, file) {
        const text = problemText(call, troubles, ask.quiet, 'err')
        call.terminal.err(text === '' ? `${safe(file ?? 'The configuration')}: all is well again\n` : text)
      },
      warned: text => call.terminal.err(`${call.terminal.errColours.yellow('warning')} ${safe(text)}\n`),
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const taken = error.code === 'EADDRINUSE'
    throw new CallError(
      taken
        ? `Port ${ask.port} is taken`
        : `Cannot listen on ${ask.host}, port ${ask.port}: ${error.message}`,
      taken && ask.strictPort ? 'Without `--strict-port` the next free one is taken.' : undefined,
    )
  }
}

/** One line a save, and the problems when they are others than before. */
function tell(call: Call, ask: DevAsk, entry: Entry, before: Entry | undefined): void {
  const { latest } = entry
  if (!latest) return
  const { terminal } = call
  const problems = problemText(call, latest.diagnostics, ask.quiet, 'err')
  const known = before?.latest ? problemText(call, before.latest.diagnostics, ask.quiet, 'err') : ''
  if (problems !== known) {
    terminal.err(problems === '' ? `${safe(entry.deck.file)}: all is well again\n` : problems)
  }
  if (ask.quiet || !before?.latest) return
  const now = latest.live?.slides.map(slide => slide.html) ?? []
  const old = new Set(before.shown?.live?.slides.map(slide => slide.html))
  const changed = now.filter(html => !old.has(html)).length
  const what = isBroken(entry) ? 'the last good slides stay' : counted(changed, 'slide') || 'no slide'
  const verb = isBroken(entry) ? '' : ' changed'
  terminal.out(
    terminal.outColours.dim(`${safe(entry.deck.file)}: ${what}${verb} (${Math.round(latest.ms)} ms)\n`),
  )
}

function addresses(host: string, url: string): string[] {
  const { port, pathname } = new URL(url)
  if (host !== '0.0.0.0' && host !== '::') return [url]
  return Object.values(networkInterfaces())
    .flatMap(each => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => `http://${address}:${port}${pathname}`)
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
