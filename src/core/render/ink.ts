// Keeps colours that authors wrote readable: the hue stays, the lightness follows the paper.

import { colorNames } from './color-names.ts'
import type { Declaration } from './style.ts'

type Rgb = readonly [red: number, green: number, blue: number]

/** The darkest light paper and the lightest dark one that text has to stand on (surfaces of the themes). */
const lightPaper: Rgb = [0.94, 0.917, 0.865]
const darkPaper: Rgb = [0.106, 0.165, 0.259]
/** WCAG 2.2, 1.4.3, with a little to spare. */
const enough = 4.6

/**
 * Declarations with a text colour that can be read on light and dark paper, as `light-dark()`.
 *
 * A colour beside a background of its own stays as it is; a background without a colour is given black or
 * white text. Colours that are not plain sRGB (`hsl()`, `var()`, see-through ones) are left alone.
 */
export function withReadableInk(declarations: readonly Declaration[]): readonly Declaration[] {
  const ink = declarations.findLast(({ property }) => property === 'color')
  const ground = declarations.findLast(({ property }) => /^background(?:-color)?$/.test(property))
  if (!ground)
    return declarations.map(each => (each === ink ? { ...each, value: readable(each.value) } : each))
  const paper = readColor(ground.value)
  if (ink || !paper) return declarations
  const value = contrast(paper, [0, 0, 0]) >= contrast(paper, [1, 1, 1]) ? '#000' : '#fff'
  return [...declarations, { property: 'color', value }]
}

function readable(value: string): string {
  const color = readColor(value)
  if (!color) return value
  const light = writeColor(pull(color, [0, 0, 0], lightPaper))
  const dark = writeColor(pull(color, [1, 1, 1], darkPaper))
  return light === dark ? light : `light-dark(${light},${dark})`
}

/** The colour mixed with as little of another as gives it contrast enough on a paper, to one in 64. */
function pull(color: Rgb, towards: Rgb, paper: Rgb): Rgb {
  if (contrast(color, paper) >= enough) return color
  let [least, most] = [0, 64]
  while (most - least > 1) {
    const middle = (least + most) >> 1
    if (contrast(mix(color, towards, middle / 64), paper) >= enough) most = middle
    else least = middle
  }
  return mix(color, towards, most / 64)
}

/** Mixes in Oklab, where hues stay what they are (CSS Color 4, section 9). */
function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const from = toOklab(a)
  const to = toOklab(b)
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share
  return fromOklab([at(0), at(1), at(2)])
}

function toOklab(color: Rgb): Rgb {
  const [r, g, b] = linear(color)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const encode = (value: number) => {
    const inside = Math.min(1, Math.max(0, value))
    return inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055
  }
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function linear([r, g, b]: Rgb): Rgb {
  const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return [decode(r), decode(g), decode(b)]
}

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const luminance = (color: Rgb) => {
    const [red, green, blue] = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (high + 0.05) / (low + 0.05)
}

/** Reads a name, `#rgb`, `#rrggbb` or `rgb(r, g, b)`; each part from 0 to 1. */
export function readColor(value: string): Rgb | undefined {
  const color = value.trim().toLowerCase()
  const hex = colorNames.get(color) ?? color
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(hex)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex)
  const digits = long?.slice(1) ?? short?.slice(1).map(digit => digit + digit)
  const numbers = digits
    ? digits.map(part => Number.parseInt(part, 16))
    : /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(color)?.slice(1).map(Number)
  if (!numbers) return undefined
  const [r = 0, g = 0, b = 0] = numbers.map(part => Math.min(255, part) / 255)
  return [r, g, b]
}

function writeColor(color: Rgb): string {
  return `#${color
    .map(part =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
