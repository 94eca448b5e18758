import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian = false, mark = true): Uint8Array => {
  const units = (mark ? `\uFEFF${text}` : text).split('').map(unit => unit.charCodeAt(0))
  const view = new DataView(new ArrayBuffer(units.length * 2))
  units.forEach((unit, index) => {
    view.setUint16(index * 2, unit, !bigEndian)
  })
  return new Uint8Array(view.buffer)
}

describe('decode', () => {
  it('reads UTF-8 and both UTF-16 alike, with or without a byte order mark', () => {
    const text = '# Grüße\n\nSchiff ⛵ 🐳\n'
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), utf16(text), utf16(text, true)]) {
      expect(decode(bytes)).toEqual({ text })
    }
  })

  it('lets NUL through and takes an empty file for empty text', () => {
    expect(decode(utf8('a\0b'))).toEqual({ text: 'a\0b' })
    expect(decode(new Uint8Array())).toEqual({ text: '' })
  })

  it.each([
    ['a Windows-1252 quote', [0x61, 0x0d, 0x0a, 0x62, 0x93, 0x63], 4, 2, 2],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 1, 1, 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 0, 1, 1],
    ['a character cut short', [0x0a, 0xe2, 0x82], 1, 2, 1],
    ['a value beyond Unicode', [0xf5, 0x80, 0x80, 0x80], 0, 1, 1],
  ])('names the place of %s', (_name, bytes, byte, line, column) => {
    const result = decode(Uint8Array.from(bytes))
    if (!('fault' in result)) throw new Error('expected a fault')
    expect(result.fault.byte).toBe(byte)
    expect(result.fault.point).toMatchObject({ line, column })
    expect(result.fault.message).toContain(`at offset ${byte}`)
  })

  it('says which sign a Windows-1252 byte would be', () => {
    const result = decode(Uint8Array.of(0x93))
    expect('fault' in result && result.fault.note).toContain('`“`')
  })

  it('names UTF-16 that does not say so, UTF-32, and broken UTF-16', () => {
    for (const bytes of [utf16('# Hello\n', false, false), utf16('# Hello\n', true, false)]) {
      const result = decode(bytes)
      expect('fault' in result && result.fault.message).toContain('without a byte order mark')
    }
    const wide = decode(Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))
    expect('fault' in wide && wide.fault.message).toContain('UTF-32')
    const odd = decode(Uint8Array.of(...utf16('ab'), 0x63))
    expect('fault' in odd && odd.fault.byte).toBe(6)
    const lone = decode(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0))
    expect('fault' in lone && lone.fault.byte).toBe(4)
  })
})
