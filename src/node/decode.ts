// Bytes to text: UTF-8, or UTF-16 by its byte order mark; anything else is named by its first bad byte.

import type { Point } from '../core/index.ts'

/** Text, or the first byte that keeps the bytes from being text. */
export type Decoded =
  | { readonly text: string }
  | {
      readonly fault: {
        /** 0-based offset in the file, in bytes. */
        readonly byte: number
        readonly point: Point
        readonly message: string
        readonly note: string
      }
    }

const utf8 = 'Save the file as UTF-8.'

/**
 * Decodes a document.
 *
 * A byte order mark is taken off. NUL is a character like any other, unless every second byte is one: then the
 * bytes are UTF-16 that does not say so, and reading them would give one slide of rubbish.
 *
 * @param bytes the whole file
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return fault(bytes, 0, '', 'The file is UTF-32', utf8)
  }
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes, 'utf-16be')
  const silent = silentUtf16(bytes)
  if (silent) {
    return fault(bytes, 0, '', `The file is ${silent} without a byte order mark`, utf8)
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // The decoder does not say where it stopped, so the place is looked for by hand.
    const at = firstBadByte(bytes)
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at))
    const value = bytes[at] ?? 0
    const sign = windows1252(value)
    const guess = sign === undefined ? '' : ` If it was saved as Windows-1252, the byte is a \`${sign}\`.`
    return fault(bytes, at, before, `Byte \`${hex(value)}\` at offset ${at} is not UTF-8`, utf8 + guess)
  }
}

/** By hand, since some Nodes decode the middle of the table as Latin-1. */
function windows1252(value: number): string | undefined {
  if (value >= 0xa0) return String.fromCharCode(value)
  const sign = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'[value - 0x80]
  return sign === ' ' ? undefined : sign
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    const at = firstBadUnit(bytes, encoding === 'utf-16be')
    const before = new TextDecoder(encoding).decode(bytes.subarray(0, at))
    const value = hex(bytes[at] ?? 0)
    const name = encoding === 'utf-16le' ? 'UTF-16LE' : 'UTF-16BE'
    return fault(bytes, at, before, `Byte \`${value}\` at offset ${at} is not ${name}`, utf8)
  }
}

function fault(bytes: Uint8Array, byte: number, before: string, message: string, note: string): Decoded {
  const text = before.replace(/\r\n?/g, '\n')
  const lines = text.split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  const point = { line: lines.length, column, offset: text.length }
  return { fault: { byte: Math.min(byte, bytes.length), point, message, note } }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((value, index) => bytes[index] === value)
}

/** Text in a Latin script that is UTF-16 shows as a NUL in nearly every second byte. */
function silentUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 512)
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const most = (length / 2) * 0.9
  if (odd >= most && even === 0) return 'UTF-16LE'
  if (even >= most && odd === 0) return 'UTF-16BE'
  return undefined
}

/** Where UTF-8 breaks, by the ranges of RFC 3629: overlong forms and surrogates count as broken. */
function firstBadByte(bytes: Uint8Array): number {
  let index = 0
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1
    if (more < 0) return index
    for (let step = 1; step <= more; step++) {
      const low = step > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
      const high = step > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
      const next = bytes[index + step]
      if (next === undefined || next < low || next > high) return index
    }
    index += more + 1
  }
  return bytes.length
}

function firstBadUnit(bytes: Uint8Array, bigEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const unit = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, !bigEndian) : -1)
  for (let at = 2; at < bytes.length; at += 2) {
    const value = unit(at)
    if (value < 0 || (value >= 0xdc00 && value <= 0xdfff)) return at
    if (value >= 0xd800 && value <= 0xdbff) {
      const low = unit(at + 2)
      if (low < 0xdc00 || low > 0xdfff) return at
      at += 2
    }
  }
  return bytes.length
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(2, '0')}`
}
