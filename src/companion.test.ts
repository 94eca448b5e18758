// Notes in a file of their own, from the command line to the bytes of the site.

import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

const talk = `# Harbours

--

## Ships

- one

--

## Ships

- one
- two

Note: CANARY-own

--

## Farewell

\`\`\`sh
ls -l
\`\`\`
`
const page = `# Speaker notes

CANARY-above

## 1 - Harbours

CANARY-one and two words

## 2 - Ships

CANARY-two

## 3 - Ships

CANARY-three

## 4 - Farewell

CANARY-four

\`\`\`console
$ CANARY-code
\`\`\`

![CANARY-alt](CANARY-picture.png)

<b title="CANARY-title">CANARY-tag</b>

## 9 - CANARY-heading

CANARY-nine
`

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

/** All files below a folder with their bytes. */
function filesIn(folder: string): Record<string, string> {
  const root = join(place.path, folder)
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    names.sort().map(name => [name.slice(root.length + 1), readFileSync(name, 'latin1')]),
  )
}
const bytes = (folder = 'dist') => Object.values(filesIn(folder)).join('\n')
/** As text, and in the encodings that a page, an index or a cache might use. */
const canary = new RegExp(
  ['CANARY', 'Q0FOQVJZ', 'NBTkFSW', 'DQU5BUl', '43414e415259', [...'CANARY'].join('\0')].join('|'),
  'i',
)

describe('a companion', () => {
  it('is found by itself, said by step, and counted', () => {
    place.write({ 'talk.md': talk, 'talk.notes.md': page })
    const said = place.run(['notes', 'talk.md'])
    expect(said.out).toMatch(/## 1\. Harbours\n\nCANARY-one and two words\n/)
    expect(said.out).toMatch(/## 2\. Ships\n\nCANARY-two\n\n\*\*Step 1\*\*\n\nCANARY-own\n\nCANARY-three\n/)
    expect(said.out).toMatch(/```console\n\$ CANARY-code\n```\n/)
    expect(said.out).toMatch(
      /## Notes without a slide\n\n### Above the notes\n\ntalk\.notes\.md:3\n\nCANARY-above\n\n### 9 - CANARY-heading\n\ntalk\.notes\.md:29\n\nCANARY-nine\n$/,
    )
    expect(said.err).toMatch(
      /^talk\.notes\.md:29:1 warning notes-unplaced No slide was found for note 9; the deck has 4\. .*\n$/,
    )
    const { decks } = JSON.parse(place.run(['outline', 'talk.md', '--json']).out)
    expect(decks[0].slides.map((slide: { notesWords: number }) => slide.notesWords)).toEqual([4, 3, 3])
    const json = JSON.parse(place.run(['notes', 'talk.md', '--json']).out)
    expect(json.decks[0].loose).toMatchObject([
      { file: 'talk.notes.md', line: 3, number: null, title: null, notes: 'CANARY-above' },
      { file: 'talk.notes.md', line: 29, number: 9, title: 'CANARY-heading', notes: 'CANARY-nine' },
    ])
    const html = place.run(['notes', 'talk.md', '--format', 'html']).out
    expect(html).toMatch(/CANARY-four[\s\S]*<h2>Notes without a slide<\/h2>[\s\S]*CANARY-nine/)
  })

  it('is in no byte of the site or the cache, and changes none', () => {
    place.write({ 'decks/talk.md': talk, 'decks/talk.notes.md': page })
    const done = place.run(['build'])
    expect(done.out).toMatch(/^1 talk, 3 slides/)
    expect(done.status).toBe(0)
    expect(done.err).toContain('decks/talk.notes.md:29:1 warning notes-unplaced')
    expect(bytes()).not.toMatch(canary)
    expect(bytes('.deckhand/cache')).not.toMatch(canary)
    const joined = filesIn('dist')
    place.write({ 'decks/talk.notes.md': page.replace(/CANARY-\w+/g, 'Something *else* `entirely`') })
    place.run(['build'])
    expect(filesIn('dist')).toEqual(joined)
    rmSync(join(place.path, 'decks/talk.notes.md'))
    place.run(['build', '--no-cache'])
    expect(filesIn('dist')).toEqual(joined)
  })

  it('named by itself is a skeleton: titles are shown, what is said is not', () => {
    place.write({ 'talk.notes.md': page.replace('CANARY-heading', 'A heading') })
    const done = place.run(['build', 'talk.notes.md'])
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(done.out).toMatch(/^1 talk, 5 slides/)
    expect(bytes()).toContain('A heading')
    expect(bytes()).not.toMatch(canary)
    expect(bytes('.deckhand/cache')).not.toMatch(canary)
    expect(place.run(['notes', 'talk.notes.md']).out).toContain('CANARY-four')
  })

  it('comes with an included deck', () => {
    place.write({
      'decks/day.md': '# A day\n\n-- {include=talk.md#farewell}\n',
      'decks/talk.md': talk,
      'decks/talk.notes.md': page,
    })
    expect(place.run(['notes', 'decks/day.md']).out).toContain('## 2. Farewell\n\nCANARY-four')
    place.run(['build', 'decks/day.md'])
    expect(bytes()).not.toMatch(canary)
  })

  it('that leads out of the folder, or is no text, is reported', () => {
    const other = createWorkplace()
    other.write({ 'secret.md': '## 1 - Harbours\n\nSENTINEL\n' })
    place.write({ 'decks/talk.md': talk })
    symlinkSync(join(other.path, 'secret.md'), join(place.path, 'decks/talk.notes.md'))
    const done = place.run(['notes', 'decks/talk.md'])
    expect(done.status).toBe(1)
    expect(done.err).toContain('decks/talk.notes.md error file-outside')
    expect(done.out + done.err).not.toContain('SENTINEL')
    other.remove()
    rmSync(join(place.path, 'decks/talk.notes.md'))
    place.write({ 'decks/talk.notes.md': Uint8Array.of(0x23, 0x20, 0x93, 0x0a) })
    expect(place.run(['outline', 'decks/talk.md']).out).toContain('decks/talk.notes.md:1:3 error encoding')
  })
})

describe('--notes FILE', () => {
  beforeEach(() =>
    place.write({
      'talk.md': talk,
      'talk.notes.md': page,
      'said.md': '## 1 - Harbours\n\nSAID instead, in five words\n',
    }),
  )

  it('of `notes` and `outline` takes the place of the companion', () => {
    expect(place.run(['notes', 'talk.md', '--notes', 'said.md']).out).toBe(
      '# Harbours\n\n## 1. Harbours\n\nSAID instead, in five words\n\n## 2. Ships\n\n**Step 1**\n\nCANARY-own\n',
    )
    const { decks } = JSON.parse(place.run(['outline', '--notes', 'said.md', 'talk.md', '--json']).out)
    expect(decks[0].slides[0].notesWords).toBe(5)
  })

  it('of `build` joins without publishing; alone it publishes; with both it does both', () => {
    expect(place.run(['build', 'talk.md', '--notes', 'said.md']).out).toMatch(/^1 talk/)
    expect(bytes()).not.toMatch(/SAID|CANARY/)
    place.run(['build', 'talk.md', '--notes'])
    expect(bytes()).toMatch(/CANARY-own[\s\S]*CANARY-three/)
    expect(bytes()).not.toMatch(/CANARY-(above|nine|heading)/)
    place.run(['build', '--notes', 'talk.md'])
    expect(bytes()).toContain('CANARY-one')
    place.run(['build', 'talk.md', '--notes', '--notes', 'said.md'])
    expect(bytes()).toContain('SAID')
    expect(bytes()).not.toContain('CANARY-one')
    expect(bytes('.deckhand/cache')).not.toMatch(/SAID|CANARY/)
  })

  it('is for one deck, and there has to be one', () => {
    place.write({ 'other.md': '# Other\n' })
    expect(place.run(['notes', 'talk.md', 'other.md', '--notes', 'said.md'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('The notes in `said.md` are for one deck, and the call means 2'),
    })
    expect(place.run(['outline', 'talk.md', '--notes', 'siad.md'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no `siad.md`\nDid you mean `said.md`?'),
    })
    expect(existsSync(join(place.path, 'dist'))).toBe(false)
  })
})
