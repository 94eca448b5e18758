// Words against what is behind them, where that is plain; where it is a picture, they are left to a look at the screen.

import type { Faint, Unclear } from '../../core/deck/sight.ts'
import { lineWithin } from '../lines.ts'
import { type Colour, contrast, faded, hex, over } from './colour.ts'
import { isShown, type ShownText } from './texts.ts'

/** Lines that code puts out of focus are there to be passed over; they can still be read. */
const dimmed = '.line.dimmed, .has-focus:not([data-states]) .line:not(.focus)'

/** Most of the lines of a text that are looked at. */
const mostBoxes = 6

type Found = Omit<Faint, 'key' | 'step'>
type Doubt = Omit<Unclear, 'key' | 'step'>

/**
 * One finding for each pair of colours that are too alike.
 *
 * @param palette reads colours
 */
export function findFaint(
  texts: readonly ShownText[],
  palette: (css: string) => Colour,
): { faint: Found[]; unclear: Doubt[] } {
  const faint = new Map<string, Found>()
  const unclear: Doubt[] = []
  for (const text of texts) {
    const ink = inkOf(text, palette)
    const wanted = wantedOf(text)
    const stack = behind(text)
    // What is off the stage, or cut off, has nothing behind it.
    if (stack.length === 0) continue
    const ground = groundOf(stack, palette)
    const spot = { line: lineWithin(text.element), words: text.words }
    if (ground === undefined) {
      const boxes = text.boxes.slice(0, mostBoxes).map(({ x, y, width, height }) => ({ x, y, width, height }))
      unclear.push({ ...spot, ink, wanted, boxes })
      continue
    }
    const seen = over(ink, ground)
    const ratio = contrast(seen, ground)
    if (ratio >= wanted) continue
    const pair = { ink: hex(seen), ground: hex(ground) }
    const name = `${pair.ink} ${pair.ground} ${wanted}`
    const known = faint.get(name)
    faint.set(
      name,
      known
        ? { ...known, more: known.more + 1 }
        : { fault: 'faint', ...spot, ratio, wanted, ...pair, more: 0 },
    )
  }
  return { faint: [...faint.values()], unclear }
}

function inkOf({ element, style }: ShownText, palette: (css: string) => Colour): Colour {
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color
  return faded(palette(fill), opacityOf(element))
}

/** 4.5, and 3 for large type: from 24 px, or 18.66 px where it is bold. */
function wantedOf({ element, size, style }: ShownText): number {
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
  return large || element.closest(dimmed) ? 3 : 4.5
}

/** A text's element and what is painted behind it, from the front to the back; nothing where it does not show. */
function behind({ element, boxes }: ShownText): Element[] {
  for (const { x, y, width, height } of boxes) {
    const stack = document.elementsFromPoint(x + width / 2, y + height / 2)
    const own = stack.findIndex(one => one === element || one.contains(element))
    if (own >= 0 && element.contains(stack[own] ?? null)) return stack.slice(own)
  }
  return []
}

/** The colour of a stack; undefined where it is no plain one. */
function groundOf(stack: readonly Element[], palette: (css: string) => Colour): Colour | undefined {
  let layers: Colour[] = []
  for (const one of stack) {
    if (!isShown(one)) continue
    if (one.matches('img, video, canvas, svg, iframe, object, embed')) return undefined
    const styles = [getComputedStyle(one), ...parts(one)]
    if (styles.some(style => style.backgroundImage !== 'none' || style.filter !== 'none')) return undefined
    const colours = styles.map(style => faded(palette(style.backgroundColor), opacityOf(one)))
    // What stands before or behind the content of an element covers its own ground, or it has the same colour.
    const plain = colours.filter(colour => colour[3] > 0)
    if (new Set(plain.map(hex)).size > 1) return undefined
    layers = [...layers, ...plain.slice(0, 1)]
    if (plain[0] && plain[0][3] > 0.99) break
  }
  return layers.reduceRight<Colour>((ground, layer) => over(layer, ground), [255, 255, 255, 1])
}

function parts(element: Element): CSSStyleDeclaration[] {
  return ['::before', '::after'].flatMap(name => {
    const style = getComputedStyle(element, name)
    const covers = style.content !== 'none' && style.position === 'absolute' && style.display !== 'none'
    return covers && !isSliver(style) ? [style] : []
  })
}

/** A rule or a marker, which no text stands on. */
function isSliver({ width, height }: CSSStyleDeclaration): boolean {
  return Number.parseFloat(width) < 16 || Number.parseFloat(height) < 16
}

/** What an element and all around it let through. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let one: Element | null = element; one; one = one.parentElement) {
    opacity *= Number(getComputedStyle(one).opacity)
  }
  return opacity
}
