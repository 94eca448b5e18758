// `deckhand check` as an author runs it, where this machine has a browser.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser } from './node/browser/find.ts'
import { type Finding, placesOf, planted, plantedFaults } from './planted.test-aid.ts'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

/** What a check with a browser finds. */
function findings(...words: string[]): readonly Finding[] {
  const { out, err } = place.run(['check', ...words, '--browser', '--json'])
  expect(err).toBe('')
  return JSON.parse(out).diagnostics
}

/** What is found on the slides of a talk, with the pictures of the planted one at hand. */
function findingsOn(...slides: string[]): string[] {
  place.write({ 'talk.md': `# Talk\n\n${slides.map(slide => `--\n\n${slide}\n`).join('\n')}` })
  cpSync(join(planted, 'images'), join(place.path, 'images'), { recursive: true })
  return findings('talk.md').map(({ rule, message }) => `${rule}: ${message}`)
}

describe.runIf(findBrowser())('a browser that looks at a talk', () => {
  it('finds each planted fault at its line, and no other', () => {
    cpSync(planted, place.path, { recursive: true })
    expect(placesOf(findings('talk.md'))).toEqual(plantedFaults())
  }, 60_000)

  it('says nothing of what is fine, however it is written', () => {
    const found = findingsOn(
      '## Wide output\n\n```console\n$ docker ps\nCONTAINER ID   IMAGE          COMMAND                  CREATED          STATUS          PORTS                                         NAMES\nf3a91c0de7b2   web:1.8.2      "docker-entrypoint.s…"   12 minutes ago   Up 12 minutes   0.0.0.0:8080->80/tcp, 0.0.0.0:8443->443/tcp   web-1\n```',
      '## Out of focus\n\n```js {1|2|3}\nconst a = 1\nconst b = 2\nconst c = a + b\n```',
      '## A link and a step\n\n- [One](#/talk)\n- [Two](https://example.org/)\n\n. . .\n\n[Three](#/out-of-focus/2)',
      '## Footnotes\n\nAs is known[^1].\n\n[^1]: From [a book](https://example.org/).',
      '## Exchanged\n\n- One\n\n![A](images/layers.svg)',
      '## Exchanged\n\n- One\n- Two\n\n![B](images/registry.svg)',
      '## Quiet\n\n<small>In small</small> and H<sub>2</sub>O, `code`, <kbd>Ctrl</kbd>',
      '## A table\n\n| Command | Does |\n|---|---|\n| `docker ps` | lists containers |',
    )
    expect(found).toEqual([])
  }, 60_000)

  it('names the step that shows a fault first, and says it once', () => {
    const found = findingsOn(
      '## Steps {#steps}\n\n- One\n\n. . .\n\n- Two\n\n. . .\n\n<p style="font-size: 9px">Three</p>\n\n. . .\n\n- Four',
    )
    expect(found).toEqual([expect.stringMatching(/^text-small: `#\/steps\/2` sets “Three” in 9 px/)])
  }, 60_000)

  it('lets no request leave, and names the slide that makes it', () => {
    const found = findingsOn(
      '## Picture\n\n![One](https://pictures.example.com/a.png)',
      '## Frame {#frame}\n\n<iframe src="https://play.example.com/x" title="X"></iframe>',
    )
    expect(found).toEqual([
      expect.stringMatching(/^image-remote: .*a\.png/),
      expect.stringMatching(/^request-remote: `#\/frame` asks for a frame .*play\.example\.com/),
    ])
  }, 60_000)

  it('does not look where it is not to', () => {
    place.write({ 'talk.md': '# Talk\n\n<p style="font-size: 9px">Small</p>\n' })
    const { out } = place.run(['check', 'talk.md', '--no-browser'])
    expect(out).toContain('without a browser: nothing is wrong')
  })
})

it.runIf(process.platform === 'linux')(
  'says in one line that there is no browser, and how to get one',
  () => {
    place.write({ 'talk.md': '# Talk\n' })
    const none = { PATH: '', HOME: place.path, CHROME_PATH: '', PLAYWRIGHT_BROWSERS_PATH: '' }
    const { status, out, err } = place.run(['check', 'talk.md'], none)
    expect(status).toBe(0)
    expect(err).toMatch(/^No browser has looked at the slides.*CHROME_PATH.*\n$/)
    expect(out).toContain('without a browser')
    const insisted = place.run(['check', 'talk.md', '--browser'], none)
    expect(insisted.status).toBe(2)
    expect(insisted.err).toContain('CHROME_PATH')
  },
)

it.runIf(process.platform !== 'win32')(
  'says what it finds without one where the browser does not work',
  () => {
    place.write({ 'talk.md': '# Talk\n\n![A harbour](gone.png)\n' })
    const broken = { DECKHAND_BROWSER: process.execPath }
    const { status, out, err } = place.run(['check', 'talk.md'], broken)
    expect(status).toBe(0)
    expect(err).toMatch(/^No browser has looked at the slides: .*cannot look.*\n$/)
    expect(out).toContain('image-missing')
    expect(place.run(['check', 'talk.md', '--browser'], broken).status).toBe(2)
  },
  60_000,
)
