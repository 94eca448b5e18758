// Pictures of slides, and what differs between two of them: drawn, made small and compared in the browser itself.

import type { Page } from '@playwright/test'
import { writePng } from './png.ts'

/**
 * What a slide may differ by from its baseline: pixels are compared at half size (640 by 360), and count where a channel
 * differs by more than `step` of 255; more than `share` of all fails.
 */
export const tolerance = { step: 32, share: 0.002 } as const

/** Colours of a baseline: levels of each channel, which keeps the files small. */
const levels = 32

/** What came of a comparison. */
export interface Difference {
  /** Pixels that differ, of all. */
  readonly share: number
  /** A picture of where, as a data URL. */
  readonly map: string
}

/**
 * What this machine draws like: the browser's version and a sum over text in many scripts, as it draws it. Baselines are
 * good for machines of one fingerprint; a test elsewhere could only tell of its fonts.
 */
export async function fingerprint(page: Page): Promise<string> {
  const version = page.context().browser()?.version().split('.')[0] ?? '0'
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 360)
    const pen = canvas.getContext('2d')
    if (!pen) return 'none'
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 900, 360)
    pen.fillStyle = '#123'
    const samples = ['Hamburgefonstiv 0123', '容器与镜像', 'الحاويات', 'कंटेनर', '🐳⚓️→≈']
    const faces = ['sans-serif', 'monospace', 'Arial', 'Courier New']
    for (const [row, face] of faces.entries())
      for (const [column, sample] of samples.entries()) {
        pen.font = `24px ${face}`
        pen.fillText(sample, 8 + column * 176, 40 + row * 80, 170)
      }
    const { data } = pen.getImageData(0, 0, 900, 360)
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', data))
    return [...sum.slice(0, 4)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  })
  return `chromium-${version}-${drawn}`
}

/** A picture at half size and in few colours, as a PNG. */
export async function small(page: Page, png: Buffer): Promise<Buffer> {
  const drawn = await page.evaluate(
    async ({ source, count }) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width / 2
      canvas.height = image.height / 2
      const pen = canvas.getContext('2d', { willReadFrequently: true })
      if (!pen) return { width: 0, height: 0, bytes: '' }
      pen.imageSmoothingQuality = 'high'
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height)
      const step = 255 / (count - 1)
      for (let at = 0; at < pixels.data.length; at++)
        pixels.data[at] = Math.round(Math.round((pixels.data[at] ?? 0) / step) * step)
      let bytes = ''
      for (let at = 0; at < pixels.data.length; at += 8192)
        bytes += String.fromCharCode(...pixels.data.subarray(at, at + 8192))
      return { width: canvas.width, height: canvas.height, bytes: btoa(bytes) }
    },
    { source: dataUrl(png), count: levels },
  )
  return writePng(drawn.width, drawn.height, Buffer.from(drawn.bytes, 'base64'))
}

/** Compares two pictures of one size. */
export async function compare(page: Page, before: Buffer, after: Buffer): Promise<Difference> {
  return await page.evaluate(
    async ({ sources, step }) => {
      const [a, b] = await Promise.all(
        sources.map(async source => {
          const image = new Image()
          image.src = source
          await image.decode()
          const canvas = document.createElement('canvas')
          canvas.width = image.width
          canvas.height = image.height
          const pen = canvas.getContext('2d', { willReadFrequently: true })
          pen?.drawImage(image, 0, 0)
          return { canvas, pen, pixels: pen?.getImageData(0, 0, canvas.width, canvas.height) }
        }),
      )
      if (!a?.pixels || !b?.pixels || !a.pen || a.pixels.data.length !== b.pixels.data.length)
        return { share: 1, map: '' }
      const { data } = a.pixels
      const other = b.pixels.data
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        let most = 0
        for (let channel = 0; channel < 3; channel++)
          most = Math.max(most, Math.abs((data[at + channel] ?? 0) - (other[at + channel] ?? 0)))
        const isOther = most > step
        if (isOther) count++
        const grey = 235 - ((255 - (other[at + 1] ?? 0)) >> 3)
        data[at] = isOther ? 220 : grey
        data[at + 1] = isOther ? 0 : grey
        data[at + 2] = isOther ? 60 : grey
      }
      a.pen.putImageData(a.pixels, 0, 0)
      return { share: count / (data.length / 4), map: a.canvas.toDataURL('image/png') }
    },
    { sources: [dataUrl(before), dataUrl(after)], step: tolerance.step },
  )
}

export const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`
