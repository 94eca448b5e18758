import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDisk } from './disk.ts'
import { readPicture } from './picture.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const look = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readPicture(path, plainDisk)
}

/** A PNG with this size in its head; what it shows does not matter. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const body = chunk('IDAT', deflateSync(Buffer.alloc(64)))
  return Buffer.concat([mark, chunk('IHDR', head), body, chunk('IEND', Buffer.alloc(0))])
}

describe('readPicture', () => {
  it('knows size and type by content, and names by both', () => {
    const picture = look('My Häfen (1).JPG', png(300, 200))
    expect(picture).toMatchObject({ width: 300, height: 200 })
    expect('url' in picture && picture.url).toMatch(/^assets\/my-hafen-1-[0-9a-f]{8}\.png$/)
    expect(look('other.png', png(300, 200))).toMatchObject({ url: expect.stringMatching(/^assets\/other-/) })
  })

  it('names what has no letters of ours', () => {
    expect(look('港.png', png(3, 2))).toMatchObject({
      url: expect.stringMatching(/^assets\/picture-[0-9a-f]{8}\.png$/),
    })
  })

  it('reads the size of drawings, by attribute or by view box', () => {
    const svg = (attributes: string) =>
      `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`
    expect(look('a.svg', svg('width="40" height="30"'))).toMatchObject({ width: 40, height: 30 })
    expect(look('b.svg', svg('viewBox="0 0 640 480"'))).toMatchObject({ width: 640, height: 480 })
    expect(look('c.svg', svg(''))).not.toHaveProperty('width')
    expect(look('c.svg', svg(''))).toMatchObject({
      url: expect.stringMatching(/^assets\/c-[0-9a-f]{8}\.svg$/),
    })
  })

  it.each([
    ['empty', Buffer.alloc(0), 'is empty'],
    ['words', Buffer.from('root:x:0:0'), 'is no picture that browsers show'],
    ['cut', png(300, 200).subarray(0, 60), 'is cut short'],
    ['cut in the head', png(300, 200).subarray(0, 6), 'is no picture that browsers show'],
    ['huge', png(17_000, 17_000), 'has 289 megapixels, more than 50'],
  ])('refuses one that is %s', (name, bytes, fault) => {
    expect(look(`${name}.png`, bytes)).toMatchObject({ fault })
  })
})
