// Where a deck's page stands: a name made of its path, safe in addresses and on every file system.

const reserved = new Set([
  'assets',
  'index',
  'index.html',
  '404',
  '404.html',
  'con',
  'prn',
  'aux',
  'nul',
  ...Array.from({ length: 10 }, (_, digit) => [`com${digit}`, `lpt${digit}`]).flat(),
])
const longest = 80

/**
 * The slug of a deck: its file's name in lower case, NFC, words joined by hyphens; a name that says nothing
 * (`index`, `slides`, `deck`, `README`) gives way to its folder's where that says more.
 *
 * @param file the deck's path with `/`
 */
export function slugOf(file: string): string {
  const parts = file.split(/[/\\]/).filter(part => part !== '' && part !== '.' && part !== '..')
  const name = (parts.at(-1) ?? '').replace(/\.[a-z0-9]{1,10}$/i, '').replace(/\.(?:slides|deck)$/i, '')
  const folder = parts.at(-2)
  const saysNothing = /^(?:index|slides|deck|presentation|readme)$/i.test(name)
  const saysMore = folder !== undefined && !/^(?:decks|slides|talks|presentations|docs|src)$/i.test(folder)
  const slug = plain(saysNothing && saysMore ? folder : name)
  if (slug === '') return 'deck'
  return reserved.has(slug) ? `${slug}-deck` : slug
}

/** A slug with the folders before it, for decks of the same name in different folders. */
export function longSlugOf(file: string): string {
  const parts = file.split(/[/\\]/).filter(part => part !== '' && part !== '.' && part !== '..')
  const folders = parts.slice(0, -1).map(plain)
  return [...folders, slugOf(parts.at(-1) ?? '')]
    .filter(part => part !== '')
    .join('-')
    .slice(0, 2 * longest)
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '')
}
