// Fetches the faces of a deck before the slides that need them show: an optional face that is late is never used.

/**
 * Loads every face the deck's text and code ask for, by the characters in it.
 *
 * @param root the element that holds all slides
 * @returns when they are there, or could not be had
 */
export async function loadFonts(root: HTMLElement): Promise<void> {
  // From a folder nothing can be preloaded, and optional faces would always be late.
  if (location.protocol === 'file:') for (const face of document.fonts) face.display = 'swap'
  const code = root.querySelector('pre, code')
  const wanted: [Element, string][] = [[root, characters([root])]]
  if (code) wanted.push([code, characters(root.querySelectorAll('pre, code'))])
  const faces = wanted.flatMap(([element, text]) => {
    const family = getComputedStyle(element).fontFamily
    return [400, 700].map(weight => document.fonts.load(`${weight} 24px ${family}`, text))
  })
  await Promise.allSettled(faces)
}

function characters(elements: Iterable<Element>): string {
  const seen = new Set<string>()
  for (const element of elements) for (const one of element.textContent ?? '') seen.add(one)
  return [...seen].join('')
}
