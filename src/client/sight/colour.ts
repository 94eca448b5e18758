// Colours as numbers, and the contrast of two of them as WCAG 2.2 counts it.

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number]

/** Reads any colour that a computed style may hold. */
export function createPalette(): (css: string) => Colour {
  const canvas = new OffscreenCanvas(1, 1)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, Colour>()
  return css => {
    const before = known.get(css)
    if (before || !pen) return before ?? [0, 0, 0, 1]
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = css
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, opacity = 255] = pen.getImageData(0, 0, 1, 1).data
    const colour: Colour = [red, green, blue, opacity / 255]
    known.set(css, colour)
    return colour
  }
}

/** A colour laid over another one that lets nothing through. */
export function over([red, green, blue, opacity]: Colour, ground: Colour): Colour {
  const mix = (top: number, bottom: number): number => top * opacity + bottom * (1 - opacity)
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1]
}

/** The same colour, fainter. */
export function faded([red, green, blue, opacity]: Colour, by: number): Colour {
  return [red, green, blue, opacity * by]
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance([red, green, blue]: Colour): number {
  const part = (value: number): number => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

/** As `#rrggbb`. */
export function hex([red, green, blue]: Colour): string {
  return `#${[red, green, blue].map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}
