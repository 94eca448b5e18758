// Which slide asks for an address: by the elements that name it.

import type { Spot } from '../../core/deck/sight.ts'
import { lineWithin } from '../lines.ts'

/** All places that name an address, in order; one a slide. */
export function askersOf(address: string): Spot[] {
  const slides = [...document.querySelectorAll<HTMLElement>('section.slide')]
  return slides.flatMap(slide => {
    const element = [slide, ...slide.querySelectorAll('*')].find(one => names(one, address))
    if (!element) return []
    return [{ key: slide.id, step: 0, line: lineWithin(element), words: '' }]
  })
}

function names(element: Element, address: string): boolean {
  for (const { name, value } of element.attributes) {
    if (name === 'href' && element.localName === 'a') continue
    if (/^(?:srcset|imagesrcset)$/.test(name)) {
      if (value.split(/\s*,\s*|\s+/).some(part => isSame(part, address))) return true
    } else if (/src|href|poster|^data/.test(name) && isSame(value, address)) return true
  }
  const image = element.className === '' ? 'none' : getComputedStyle(element).backgroundImage
  return image !== 'none' && image.includes(address)
}

function isSame(value: string, address: string): boolean {
  if (value === '') return false
  try {
    return new URL(value, document.baseURI).href === address
  } catch {
    return false
  }
}
