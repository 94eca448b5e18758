// What a picture file is: its size as it wants to be shown, and the name the site gives it by its content.

import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { imageSize } from 'image-size'
import { type Disk, stampOf, sumOf } from './disk.ts'

/** A picture that can be shown, or why not, in words that follow the picture's name. */
export type Picture = {
  /** Of its bytes. */ readonly sum: string /** Of its file. */
  readonly stamp: string
} & ({ readonly url: string; readonly width?: number; readonly height?: number } | { readonly fault: string })

const types: Readonly<Record<string, string>> = {
  avif: 'avif',
  bmp: 'bmp',
  gif: 'gif',
  heif: 'avif',
  ico: 'ico',
  jpg: 'jpg',
  png: 'png',
  svg: 'svg',
  webp: 'webp',
}

/** Films and sounds, written as pictures are; nothing of them is looked at. */
const films: ReadonlySet<string> = new Set('mp4 m4v mov webm ogv ogg mp3 m4a wav aac flac'.split(' '))

/** More than a browser on a small machine decodes in peace: a 196-megapixel PNG takes it 0.7 GB. */
const mostPixels = 50_000_000

/**
 * Reads a picture's head and names it for the site.
 *
 * @param path a real path
 * @returns address relative to the site's root and size in pixels, or what is wrong with the file
 */
export function readPicture(path: string, disk: Disk): Picture {
  const stamp = stampOf(path)
  const bytes = disk.read(path)
  return { sum: sumOf(bytes), stamp, ...lookInto(bytes, path) }
}

type Look = { url: string; width?: number; height?: number } | { fault: string }

function lookInto(bytes: Buffer, path: string): Look {
  const ending = extname(path).slice(1).toLowerCase()
  if (films.has(ending)) return { url: `assets/${siteName(path, ending)}-${hash8(bytes)}.${ending}` }
  const size = sizeOf(bytes) ?? sizelessDrawing(bytes)
  if (size === undefined)
    return { fault: bytes.length === 0 ? 'is empty' : 'is no picture that browsers show' }
  const type = types[size.type ?? '']
  if (type === undefined)
    return { fault: `is ${(size.type ?? 'something').toUpperCase()}, which browsers do not show` }
  if (type !== 'svg' && size.width * size.height > mostPixels) {
    return { fault: `has ${Math.round((size.width * size.height) / 1e6)} megapixels, more than 50` }
  }
  if (type !== 'svg' && cutShort(bytes, type)) return { fault: 'is cut short' }
  const turned = size.orientation !== undefined && size.orientation >= 5
  const known = size.width > 0 && size.height > 0
  return {
    url: `assets/${siteName(path, type)}-${hash8(bytes)}.${type}`,
    ...(known ? { width: turned ? size.height : size.width, height: turned ? size.width : size.height } : {}),
  }
}

/** Whether this is a name that the site could give a picture. */
export function isSiteAddress(url: string): boolean {
  return /^assets\/[a-z0-9-]+-[0-9a-f]{8}\.[a-z0-9]+$/.test(url)
}

/** Eight signs of a content hash, for names in the site. */
export function hash8(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8)
}

function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes)
  } catch (error) {
    // It throws plain errors for what it does not know, and range errors for what ends too early.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** A drawing may leave its size to whoever shows it; `image-size` then knows it not. */
function sizelessDrawing(bytes: Buffer): ReturnType<typeof imageSize> | undefined {
  const head = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
  return /^\s*(<[?!][^>]*>\s*)*<svg[\s>]/.test(head) ? { type: 'svg', width: 0, height: 0 } : undefined
}

/** Whether the end that the format demands is missing: then the lower part would stay grey. */
function cutShort(bytes: Buffer, type: string): boolean {
  const tail = bytes.subarray(-64)
  if (type === 'png') return !tail.includes('IEND')
  // Cameras append data after the end mark, so it is looked for from the back in all of the file.
  if (type === 'jpg') return bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) < 0
  if (type === 'gif') return !tail.includes(0x3b)
  if (type === 'webp') return bytes.length < 8 || bytes.readUInt32LE(4) + 8 > bytes.length + 1
  return false
}

function siteName(path: string, type: string): string {
  const name = basename(path, extname(path))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const plain = name.normalize('NFKD').replace(/[^a-z0-9-]+/g, '')
  return plain.slice(0, 60) || (type === 'svg' ? 'drawing' : 'picture')
}
