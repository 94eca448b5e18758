// Makes addresses out of words.

const longest = 64

/**
 * The address form of a title: lower case, NFC, letters and digits of every script kept, all else a hyphen.
 * Apostrophes go without one (`what's` is `whats`). Never all digits, which reveal.js would take for a count.
 *
 * @returns '' where nothing is left
 */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return notOnlyDigits(shorten(slug))
}

/** A key that reveal.js cannot take for the number of a slide. */
export function notOnlyDigits(key: string): string {
  return /^\d+$/.test(key) ? `slide-${key}` : key
}

/** Cut at a hyphen where there is one, between characters else. */
function shorten(slug: string): string {
  const characters = [...slug]
  if (characters.length <= longest) return slug
  const cut = characters.slice(0, longest).join('')
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut
}

/** A short name for content: FNV-1a over UTF-16 units, 32 bits, as eight hexadecimal digits. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

/** The first of `base`, `base-2`, `base-3` … that is not taken; takes it. */
export function claim(base: string, taken: Set<string>): string {
  let key = base
  for (let count = 2; taken.has(key); count++) key = `${base}-${count}`
  taken.add(key)
  return key
}
