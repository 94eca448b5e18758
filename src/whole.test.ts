// A site is the old one or the new one, never half: whoever kills the build, however many build at once.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

/** Few by default; `ROUNDS=40` is what a release is tried with. */
const rounds = Number(process.env.ROUNDS ?? 5)

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

/** One hash of all names and bytes of the site. */
function siteHash(): string {
  const root = join(place.path, 'dist')
  const sum = createHash('sha256')
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  for (const name of names.sort()) sum.update(name.slice(root.length)).update('\0').update(readFileSync(name))
  return sum.digest('hex')
}
const deck = (name: string): string => {
  const slide = (_: unknown, index: number) =>
    `\n--\n\n## ${name} ${index}\n\n- one\n- two\n\n\`\`\`js\nlet ${name} = ${index}\n\`\`\`\n`
  return `# ${name}\n${Array.from({ length: 20 }, slide).join('')}`
}
const leftovers = (): string[] => readdirSync(place.path).filter(name => name.startsWith('.dist'))

it(`survives being killed at any moment, ${rounds} times`, async () => {
  place.write({ 'talk.md': deck('old') })
  place.run(['build', 'talk.md'])
  const old = siteHash()
  place.write({ 'talk.md': deck('fresh') })
  const began = performance.now()
  place.run(['build', 'talk.md'])
  const whole = performance.now() - began
  const fresh = siteHash()
  for (let round = 0; round < rounds; round++) {
    place.write({ 'talk.md': deck('old') })
    expect(place.run(['build', 'talk.md']).status).toBe(0)
    place.write({ 'talk.md': deck('fresh') })
    const running = place.start(['build', 'talk.md', '--no-cache'])
    const ended = once(running, 'exit')
    // Most of them late, where the site is written and swapped.
    const moment = whole * (1 - Math.random() ** 2 * 0.8)
    const timer = setTimeout(() => running.kill('SIGKILL'), moment)
    await ended
    clearTimeout(timer)
    expect([old, fresh], `killed after ${moment} ms`).toContain(siteHash())
  }
  expect(place.run(['build', 'talk.md']).status).toBe(0)
  expect(siteHash()).toBe(fresh)
  expect(leftovers()).toEqual([])
}, 600_000)

it(`is one of them when eight build at once, ${rounds} times`, async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const expected = new Set<string>()
  for (const name of names) {
    place.write({ [`${name}.md`]: deck(name) })
    expect(place.run(['build', `${name}.md`]).status).toBe(0)
    expected.add(siteHash())
  }
  expect(expected.size).toBe(8)
  for (let round = 0; round < Math.ceil(rounds / 2); round++) {
    const ends = await Promise.all(
      names.map(async name => {
        const running = place.start(['build', `${name}.md`])
        let err = ''
        running.stderr?.on('data', part => {
          err += part
        })
        const [status] = await once(running, 'close')
        return `${status} ${err}`
      }),
    )
    expect(ends).toEqual(names.map(() => '0 '))
    expect(expected).toContain(siteHash())
    expect(leftovers()).toEqual([])
  }
}, 600_000)

it.skipIf(process.platform === 'win32')(
  'leaves nothing behind when it is interrupted',
  async () => {
    place.write({ 'talk.md': deck('old') })
    place.run(['build', 'talk.md'])
    const old = siteHash()
    for (let moment = 0; moment < 400; moment += 400 / rounds) {
      const running = place.start(['build', 'talk.md', '--no-cache'])
      const ended = once(running, 'exit')
      const timer = setTimeout(() => running.kill('SIGTERM'), moment)
      await ended
      clearTimeout(timer)
      expect(siteHash()).toBe(old)
      expect(leftovers()).toEqual([])
    }
  },
  600_000,
)
