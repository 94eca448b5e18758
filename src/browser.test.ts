// `outline --browser` as an author runs it, where this machine has a browser.

import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { findBrowser } from './node/browser/find.ts'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

const lines = Array.from({ length: 70 }, (_, at) => `echo a line that is rather long, and number ${at}`)
const talk = `---
title: Full
---

# Fine

--

## Full

\`\`\`sh
${lines.join('\n')}
\`\`\`

-- {fit=off}

## Left alone

\`\`\`sh
${lines.join('\n')}
\`\`\`
`

it.runIf(findBrowser())(
  'measures slides in a browser, and says what is too full',
  () => {
    place.write({ 'talk.md': talk })
    const { status, out, err } = place.run(['outline', 'talk.md', '--json', '--browser'])
    expect(err).toBe('')
    expect(status).toBe(0)
    const [deck] = JSON.parse(out).decks
    const [fine, full, alone] = deck.slides
    expect(fine.measured).toMatchObject({ step: 0, overflow: 0, scale: 1, cut: 0, smallestText: 84 })
    expect(full.measured).toMatchObject({ step: 3, tightened: true, block: 'code 1', cut: 0 })
    expect(full.measured.overflow).toBeGreaterThan(100)
    expect(full.measured.scale).toBeLessThan(1)
    expect(alone.measured).toMatchObject({ fit: 'off', step: 0, scale: 1 })
    expect(alone.measured.cut).toBeGreaterThan(100)
    const told = deck.diagnostics.filter((one: { rule: string }) => one.rule === 'slide-overflow')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ severity: 'info', line: 11 })
  },
  60_000,
)

it.runIf(findBrowser())(
  'fails the call where the deck wants that',
  () => {
    place.write({ 'talk.md': talk.replace('title: Full', 'title: Full\nfit: error') })
    expect(place.run(['outline', 'talk.md', '--browser']).status).toBe(1)
  },
  60_000,
)

it.runIf(process.platform === 'linux')('says what to do where there is no browser', () => {
  place.write({ 'talk.md': talk })
  const none = { PATH: '', HOME: place.path, CHROME_PATH: '', PLAYWRIGHT_BROWSERS_PATH: '' }
  const { status, err } = place.run(['outline', 'talk.md', '--browser'], none)
  expect(status).toBe(2)
  expect(err).toContain('CHROME_PATH')
  expect(place.run(['outline', 'talk.md'], none).status).toBe(0)
})

it.runIf(findBrowser() && process.platform === 'linux').each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'leaves no browser behind when it gets %s, and no profile',
  async signal => {
    place.write({ 'talk.md': talk })
    const left = () => readdirSync(tmpdir()).filter(name => name.startsWith(`deckhand-browser-${child.pid}-`))
    const child = place.start(['outline', 'talk.md', '--browser'])
    const ended = new Promise(resolve => child.once('exit', resolve))
    while (child.exitCode === null && left().length === 0)
      await new Promise(resolve => setTimeout(resolve, 10))
    child.kill(signal)
    await ended
    // What was killed itself cannot clear up; the next call does.
    if (signal === 'SIGKILL') place.run(['outline', 'talk.md', '--browser'])
    expect(left()).toEqual([])
    await expect.poll(() => browsersOf(child.pid), { timeout: 10_000 }).toEqual([])
  },
  60_000,
)

/** The command lines that still name a profile of this process. */
function browsersOf(pid: number | undefined): string[] {
  return readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name)) return false
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`deckhand-browser-${pid}-`)
    } catch {
      return false
    }
  })
}
