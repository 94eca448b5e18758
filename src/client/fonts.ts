// Fetches faces before the slides that need them show: an optional face that is late is never used.

/**
 * Loads every face that text and code ask for, by the characters in them.
 *
 * @param roots slides, or what holds them
 * @returns when they are there, or could not be had: whether any is new
 */
export async function loadFonts(roots: readonly HTMLElement[]): Promise<boolean> {
  // From a folder nothing can be preloaded, and optional faces would always be late.
  if (location.protocol === 'file:') for (const face of document.fonts) face.display = 'swap'
  const [root] = roots
  if (!root) return false
  const before = loaded()
  const codes = roots.flatMap(one => [...one.querySelectorAll('pre, code')])
  const wanted: [Element, string][] = [[root, characters(roots)]]
  if (codes[0]) wanted.push([codes[0], characters(codes)])
  const faces = wanted.flatMap(([element, text]) => {
    const family = getComputedStyle(element).fontFamily
    return [400, 700].map(weight => document.fonts.load(`${weight} 24px ${family}`, text))
  })
  await Promise.allSettled(faces)
  return loaded() > before
}

const loaded = (): number => [...document.fonts].filter(face => face.status === 'loaded').length

function characters(elements: Iterable<Element>): string {
  const seen = new Set<string>()
  for (const element of elements) for (const one of element.textContent ?? '') seen.add(one)
  return [...seen].join('')
}
