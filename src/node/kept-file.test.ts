import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKept, writeKept } from './kept-file.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
  file = join(folder, 'deep', 'x.page')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a kept file', () => {
  it('gives back what was written, empty or of many lines', () => {
    for (const text of ['', 'one', 'one\ntwo\n', 'ö\u2028']) {
      expect(writeKept(file, text)).toBe(true)
      expect(readKept(file)).toBe(text)
    }
    expect(readdirSync(join(folder, 'deep'))).toEqual(['x.page'])
  })

  it.skipIf(process.platform === 'win32')('is for its owner alone', () => {
    writeKept(file, 'one')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is nothing when any byte of it is another, or when another version wrote it', () => {
    writeKept(file, 'some words')
    const good = readFileSync(file)
    for (let index = 0; index < good.length; index++) {
      const bad = Buffer.from(good)
      bad[index] = (bad[index] ?? 0) ^ 1
      writeFileSync(file, bad)
      expect(readKept(file), `byte ${index}`).toBeUndefined()
    }
    writeFileSync(file, good.toString().replace(' source ', ' another '))
    expect(readKept(file)).toBeUndefined()
  })
})
