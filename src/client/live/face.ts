// Brings a page up to date in everything but its slides: titles, theme, options; what cannot be changed is reloaded.

/** Waits until a new sheet can be used; a sheet that fails is none to wait for. */
const loaded = (link: HTMLLinkElement): Promise<unknown> =>
  new Promise(resolve => {
    link.addEventListener('load', resolve, { once: true })
    link.addEventListener('error', resolve, { once: true })
  })

const contentOf = (page: Document, selector: string): string =>
  page.querySelector(selector)?.getAttribute('content') ?? ''

/** A policy without the hashes of what is written into the page. */
const policyOf = (page: Document): string =>
  contentOf(page, 'meta[http-equiv="Content-Security-Policy"]').replace(/ 'sha256-[^']*'/g, '')

/** What only a fresh start can change: scripts, the language of the interface, what may be loaded, parts of the talk. */
function mustReload(now: Document, next: Document): boolean {
  const facts = (page: Document): string =>
    JSON.stringify([
      page.documentElement.lang,
      page.documentElement.dir,
      [...page.querySelectorAll('script')].map(script => script.getAttribute('src') ?? script.textContent),
      policyOf(page),
      page.querySelector('.reveal')?.getAttribute('data-progress'),
      page.querySelector('.reveal')?.getAttribute('data-controls'),
    ])
  return facts(now) !== facts(next)
}

/**
 * Makes this page look like a fresh one.
 *
 * @returns whether type or room may have changed, so that slides have to be fitted again
 */
export async function wearFace(next: Document): Promise<boolean> {
  if (mustReload(document, next)) {
    location.reload()
    return false
  }
  document.title = next.title
  copyAttributes(document.documentElement, next.documentElement, ['data-theme', 'data-scheme', 'data-aspect'])
  const main = document.querySelector('.reveal')
  const nextMain = next.querySelector('.reveal')
  if (main && nextMain)
    copyAttributes(main, nextMain, ['data-transition', 'data-slide-number', 'data-footer'])
  for (const name of ['deck-title', 'deck-by']) {
    const old = document.querySelector(`.deck-bar .${name}`)
    const fresh = next.querySelector(`.deck-bar .${name}`)
    if (old && fresh) old.textContent = fresh.textContent
    else if (fresh) document.querySelector('.deck-bar .deck-title')?.after(document.importNode(fresh, true))
    else old?.remove()
  }
  await changeSheets(next)
  return true
}

function copyAttributes(to: Element, from: Element, names: readonly string[]): void {
  for (const name of names) {
    const value = from.getAttribute(name)
    if (value === null) to.removeAttribute(name)
    else to.setAttribute(name, value)
  }
}

/** The new sheets are there before the old ones go, so that nothing is seen undressed. */
async function changeSheets(next: Document): Promise<void> {
  const sheets = (page: Document): HTMLLinkElement[] => [
    ...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'),
  ]
  const old = sheets(document)
  const wanted = sheets(next).map(link => link.getAttribute('href') ?? '')
  if (old.length === wanted.length && old.every((link, at) => link.getAttribute('href') === wanted[at]))
    return
  const fresh = wanted.map(href => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    return link
  })
  const last = old.at(-1)
  const all = Promise.all(fresh.map(loaded))
  if (last) last.after(...fresh)
  else document.head.append(...fresh)
  await all
  for (const link of old) link.remove()
}

/** The rules that a deck's own styles came to; a page takes new ones without writing into its document. */
export function createRules(): (css: string) => void {
  const sheet = new CSSStyleSheet()
  let now = document.querySelector('head > style')?.textContent ?? ''
  return css => {
    if (css === now) return
    now = css
    sheet.replaceSync(css)
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  }
}
