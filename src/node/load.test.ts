import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../core/index.ts'
import { plainDisk } from './disk.ts'
import { load } from './load.ts'
import { readPicture } from './picture.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'
let root = ''
const write = (files: Record<string, string | Buffer>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
}
const loadFor = (text: string, deck = 'talk.md') => {
  const path = join(root, deck)
  return load(
    read({ path: deck, text }),
    path,
    root,
    (file, inner) => read({ path: file.slice(root.length + 1), text: inner }),
    plainDisk,
    picture => readPicture(picture, plainDisk),
  )
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('load', () => {
  it('finds pictures with their size, each copied once', () => {
    write({ 'a.svg': drawing })
    const { assets, pictures } = loadFor('# A\n\n![](a.svg)\n\n![](./a.svg?w=2)\n\n<img src="a.svg">\n')
    expect(assets.get('image:a.svg')).toMatchObject({ kind: 'image', width: 40, height: 30 })
    expect(assets.get('image:./a.svg?w=2')).toMatchObject({ kind: 'image' })
    expect(pictures).toMatchObject([
      { from: join(root, 'a.svg'), url: expect.stringMatching(/^assets\/a-\w{8}\.svg$/) },
    ])
  })

  it('says by rule what is wrong with a picture', () => {
    write({ 'Logo.svg': drawing, 'words.png': 'no picture' })
    const { assets } = loadFor(
      '![](gone.png)\n![](https://a.b/c.png)\n![](../up.png)\n![](logo.svg)\n![](words.png)\n',
    )
    const rules = [...assets].map(([key, asset]) => [key, asset.kind === 'absent' && asset.rule])
    expect(rules).toEqual([
      ['image:gone.png', 'image-missing'],
      ['image:https://a.b/c.png', 'image-remote'],
      ['image:../up.png', 'image-outside'],
      ['image:logo.svg', 'image-case'],
      ['image:words.png', 'image-size'],
    ])
    expect(assets.get('image:logo.svg')).toMatchObject({ found: { kind: 'image', width: 40 } })
  })

  it('reads code files, with LF line ends, and says what it cannot read', () => {
    write({ Dockerfile: 'FROM a\r\nRUN b\r\n', 'bad.sh': Buffer.from([0x23, 0xff]) })
    const { assets } = loadFor('# A\n\n<<< ./Dockerfile#L1 dockerfile\n\n<<< bad.sh sh\n\n<<< gone.sh sh\n')
    expect(assets.get('code:./Dockerfile')).toEqual({ kind: 'text', text: 'FROM a\nRUN b\n' })
    expect(assets.get('code:bad.sh')).toMatchObject({
      rule: 'code-missing',
      reason: expect.stringContaining('0xFF'),
    })
    expect(assets.get('code:gone.sh')).toMatchObject({ rule: 'code-missing' })
  })

  it('reads included decks and what they need, from where they stand', () => {
    write({
      'parts/intro.md': '# In\n\n![](pic.svg)\n\n-- {include=deep/more.md}\n',
      'parts/pic.svg': drawing,
      'parts/deep/more.md': '# More\n\n![](../pic.svg)\n\n<<< ./x.sh sh\n',
      'parts/deep/x.sh': 'ls\n',
    })
    const { assets, pictures } = loadFor('# A\n\n-- {include=parts/intro.md#in}\n')
    expect(assets.get('deck:parts/intro.md')).toMatchObject({ kind: 'deck' })
    expect(assets.get('deck:parts/deep/more.md')).toMatchObject({ kind: 'deck' })
    expect(assets.get('image:parts/pic.svg')).toMatchObject({ kind: 'image' })
    expect(assets.get('code:parts/deep/x.sh')).toMatchObject({ kind: 'text' })
    expect(pictures).toHaveLength(1)
  })

  it('breaks circles, also those through links', () => {
    write({ 'talk.md': '# A\n\n-- {include=b.md}\n', 'b.md': '# B\n\n-- {include=again.md}\n' })
    symlinkSync(join(root, 'talk.md'), join(root, 'again.md'))
    const { assets } = loadFor('# A\n\n-- {include=b.md}\n')
    expect(assets.get('deck:again.md')).toEqual({
      kind: 'absent',
      rule: 'include-cycle',
      reason: 'talk.md → b.md → talk.md',
    })
  })

  it('is not led out by an included deck', () => {
    write({ 'decks/part.md': '# P\n\n![](../../x.svg)\n' })
    const { assets } = loadFor('# A\n\n-- {include=decks/part.md}\n')
    expect(assets.get('image:../x.svg')).toMatchObject({ rule: 'image-outside' })
  })
})
