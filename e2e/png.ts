// Writes PNG files as small as they get without a package: by a palette where the colours are few.

import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A PNG without transparency.
 *
 * @param pixels four bytes each, row by row
 */
export function writePng(width: number, height: number, pixels: Buffer): Buffer {
  const palette = new Map<number, number>()
  const indexes = Buffer.alloc(width * height)
  for (let at = 0; at < width * height; at++) {
    const colour = pixels.readUIntBE(at * 4, 3)
    const known = palette.get(colour) ?? palette.size
    palette.set(colour, known)
    indexes[at] = known
  }
  const isFew = palette.size <= 256
  const depth = isFew ? 1 : 3
  const rows = Buffer.alloc((width * depth + 1) * height)
  for (let row = 0; row < height; row++) {
    // The byte before each row is its filter: none with a palette, else the difference to the pixel on the left.
    const to = row * (width * depth + 1)
    rows[to] = isFew ? 0 : 1
    for (let column = 0; column < width; column++) {
      const from = row * width + column
      if (isFew) rows[to + 1 + column] = indexes[from] ?? 0
      for (let channel = 0; !isFew && channel < 3; channel++) {
        const left = column > 0 ? (pixels[(from - 1) * 4 + channel] ?? 0) : 0
        rows[to + 1 + column * 3 + channel] = ((pixels[from * 4 + channel] ?? 0) - left) & 0xff
      }
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = isFew ? 3 : 2
  const colours = Buffer.from(
    [...palette.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  )
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...(isFew ? [chunk('PLTE', colours)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
