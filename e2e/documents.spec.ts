// Documents that were never decks, and the talks that show how they are read: no slide is fuller than the stage, and no
// word is lost on the way.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { documentOf, slugOf } from './site.ts'

const decks = join(import.meta.dirname, '..', 'decks')
const own = (name: string): string => join(decks, `${name}.md`)
const missing = 'the document is not on this machine'

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('.reveal.ready')).toBeVisible()
}

/** What of the slide on screen leaves the stage or cannot be seen without scrolling, and what is too small to read. */
function leaving(key: string): string[] {
  const section = document.getElementById(key)
  const slides = document.querySelector('.slides')
  if (!section || !slides) return ['no such slide']
  const found: string[] = []
  const stage = slides.getBoundingClientRect()
  const scale = stage.width / (section.offsetWidth || 1)
  const body = section.querySelector<HTMLElement>('.slide-body')
  // Code reaches to the edges of the stage; what stands on either side of it does not.
  if (body && body.scrollHeight > body.clientHeight + 1)
    found.push(`${body.scrollHeight} high, in a room of ${body.clientHeight}`)
  const edges = [...(body?.children ?? [])].map(block => block.getBoundingClientRect().right)
  if (Math.max(0, ...edges) > stage.right + 1) found.push(`${Math.max(0, ...edges)} wide`)
  const footer = document.querySelector('.talk-footer')?.getBoundingClientRect()
  for (const element of section.querySelectorAll<HTMLElement>('.slide-frame *')) {
    const said = `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`
    const words = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
    const box = element.getBoundingClientRect()
    const isSeen = box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'
    if (element.matches('pre, .table-scroll') && element.scrollWidth > element.clientWidth + 1)
      found.push(`scrolls: ${said}`)
    if (!words || !isSeen) continue
    const over =
      box.left < stage.left - 1 ||
      box.right > stage.right + 1 ||
      box.top < stage.top - 1 ||
      box.bottom > stage.bottom + 1
    if (over) found.push(`off the stage: ${said}`)
    const isBehind = footer && element.closest('.slide-body') && box.bottom > footer.bottom + 1
    if (isBehind) found.push(`below the footer: ${said}`)
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const least = element.closest('.code, .placed, .missing-picture, .footnotes') ? 13 : 18
    if (size * Math.min(scale, 1) < least) found.push(`${size} px: ${said}`)
  }
  return found
}

/** Everything the slides say, in order: words that stand in one block are not parted. */
function said(): string {
  const block =
    'p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, pre, .line, .page-mark, .timing, .missing-alt, .missing-src'
  let text = ''
  for (const frame of document.querySelectorAll('.slides .slide-frame')) {
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    let last: Element | null | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement?.closest(block)
      const element = node instanceof HTMLElement ? node : undefined
      const words = element ? (element.getAttribute('alt') ?? element.dataset.prompt ?? '') : node.textContent
      if (!words) continue
      text += `${own === last ? '' : '\n'}${words}`
      last = own
    }
    text += '\n'
  }
  return text
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** What a page of Markdown says: without front matter, addresses, languages of fences and the numbers of lists. */
function written(path: string): { words: string[]; addresses: string[] } {
  const text = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
  const address = /\]\(([^()\s]*)\)/g
  return {
    words: words(
      text
        .replace(address, ']')
        .replace(/^[ \t]*(?:`{3,}.*|\d+\.(?=[ \t]))/gm, '')
        .replace(/<!--[\s\S]*?-->/g, ''),
    ),
    addresses: [...text.matchAll(address)].map(match => match[1] ?? ''),
  }
}

const shown = [
  ...['000_', '001_', '002_', '003_', '004_'].map(start => ({ name: start, path: documentOf(start) })),
  ...['workshop', 'reference', 'storage-and-networking', 'advanced', 'containers', 'tour'].map(name => ({
    name,
    path: own(name),
  })),
]

for (const { name, path } of shown) {
  test(`no slide of ${name} leaves 1280×720`, async ({ page }) => {
    test.skip(!path, missing)
    test.setTimeout(240_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, `${slugOf(path ?? '')}/`)
    const keys = await page.locator('.slides section.slide').evaluateAll(all => all.map(({ id }) => id))
    expect(keys.length).toBeGreaterThan(20)
    for (const key of keys) {
      for (const step of [0, 99]) {
        await page.evaluate(to => {
          location.hash = to
        }, `#/${key}/${step}`)
        await expect(page.locator(`.slides section.present[id="${key}"]`)).toBeVisible()
        expect(await page.evaluate(leaving, key), `${name}#/${key}/${step}`).toEqual([])
      }
    }
  })
}

const read = [
  ...['000_', '002_'].map(start => ({ name: start, path: documentOf(start) })),
  ...['workshop', 'reference'].map(name => ({ name, path: own(name) })),
]

for (const { name, path } of read) {
  test(`no word and no address of ${name} is lost`, async ({ page }) => {
    test.skip(!path, missing)
    await open(page, `${slugOf(path ?? '')}/`)
    const source = written(path ?? '')
    expect(source.words.length).toBeGreaterThan(500)
    // Slides say more: titles again, parts of how many, the day. What was written is there in its order.
    const all = words(await page.evaluate(said))
    let at = 0
    const lost = source.words.findIndex(word => {
      const found = all.indexOf(word, at)
      if (found >= 0) at = found + 1
      return found < 0
    })
    expect(lost < 0 ? '' : source.words.slice(Math.max(0, lost - 12), lost + 1).join(' ')).toBe('')
    const html = await page.content()
    const isThere = (address: string): boolean =>
      html.includes(address.replaceAll('&', '&amp;')) || /\.(?:svg|png|jpe?g)$/.test(address)
    expect(source.addresses.filter(address => !isThere(address))).toEqual([])
  })
}
