// What is behind words, by a picture of the screen that was taken without them.

import type { Faint, Unclear } from '../../core/deck/sight.ts'
import { type Colour, contrast, hex, over } from './colour.ts'

/** The share of the ground under a text that may be too much like it: the grain of a photograph. */
const grain = 0.1

/** Compares each text with every other pixel behind it. */
export async function compareWithPicture(picture: string, unclear: readonly Unclear[]): Promise<Faint[]> {
  const bytes = Uint8Array.from(atob(picture), sign => sign.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  pen.drawImage(bitmap, 0, 0)
  return unclear.flatMap(text => {
    const grounds = text.boxes.flatMap(box => pixels(pen, box))
    const seen = grounds
      .map(ground => ({ ground, ratio: contrast(over(text.ink, ground), ground) }))
      .sort((a, b) => a.ratio - b.ratio)
    const worst = seen[Math.floor(seen.length * grain)]
    if (!worst || worst.ratio >= text.wanted) return []
    const { key, step, line, words, wanted } = text
    const ink = hex(over(text.ink, worst.ground))
    const found = { ratio: worst.ratio, wanted, ink, ground: hex(worst.ground), more: 0 }
    return [{ fault: 'faint' as const, key, step, line, words, ...found }]
  })
}

function pixels(pen: OffscreenCanvasRenderingContext2D, box: Unclear['boxes'][number]): Colour[] {
  const x = Math.max(0, Math.round(box.x))
  const y = Math.max(0, Math.round(box.y))
  const width = Math.min(pen.canvas.width - x, Math.round(box.width))
  const height = Math.min(pen.canvas.height - y, Math.round(box.height))
  if (width < 1 || height < 1) return []
  const { data } = pen.getImageData(x, y, width, height)
  const found: Colour[] = []
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const at = (row * width + column) * 4
      found.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 1])
    }
  }
  return found
}
