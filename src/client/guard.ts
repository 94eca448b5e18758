// Keeps the address's query from becoming configuration: reveal.js merges every parameter over its own.

/** What an address may ask for, and how its value must look. */
const allowed: Readonly<Record<string, RegExp>> = { view: /^(?:talk|read)$/ }

/**
 * Cleans a query by an allow-list.
 *
 * @param search as `location.search` has it
 * @returns the same without what is not known, with `?` where anything is left
 */
export function cleanQuery(search: string): string {
  const kept = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(allowed, name) && allowed[name]?.test(value) && !kept.has(name)) kept.set(name, value)
  }
  const text = kept.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * Runs `start` while the address has no query at all, then puts the allowed part of it back.
 *
 * @param start initialises reveal.js; it reads the address before it returns
 */
export async function guarded(start: () => Promise<void>): Promise<void> {
  const search = cleanQuery(location.search)
  const address = (query: string): string => `${location.pathname}${query}${location.hash}`
  if (location.search !== '') history.replaceState(history.state, '', address(''))
  try {
    await start()
  } finally {
    if (search !== '') history.replaceState(history.state, '', address(search))
  }
}
