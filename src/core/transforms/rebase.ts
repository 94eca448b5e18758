// Paths in a deck that another deck includes, as that other deck would write them.

/**
 * @param path as written in the included deck
 * @param from the included deck's path, as written in the deck that includes it
 * @returns the path relative to the deck that includes; addresses, `data:` and absolute paths stay as they are
 */
export function rebase(path: string, from: string): string {
  const isAddress = /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(path)
  const folder = from.includes('/') ? from.replace(/\/[^/]*$/, '') : ''
  if (isAddress || folder === '' || path === '') return path
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && !(part === '' && parts.length > 0)) parts.push(part)
  }
  return parts.join('/')
}
