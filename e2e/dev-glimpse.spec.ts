// The author's loop in a long talk: what was edited shows before the rest is worked, and is what the rest comes to.

import { setTimeout as pause } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { connected, current, type Live, open, stand, startLive } from './live.ts'
import { picture } from './live-deck.ts'

let live: Live
test.afterEach(() => live?.stop())

const talk = 'decks/long.md'
const canary = 'CANARY-of-the-notes'

/** A talk of eighty slides, each with steps and notes. */
const deck = Array.from({ length: 80 }, (_, at) =>
  at === 40
    ? '-- {#defined}\n\n## Defined\n\n[far]: https://example.org/far\n'
    : `-- {#s${at} reveal}\n\n## Slide ${at}\n\n- one of ${at}\n- two of ${at}\n- three of ${at}\n\nText ${at}.\n\nNote: ${canary} ${at}\n`,
).join('\n')
const files = {
  [talk]: `---\ntitle: Long\n---\n\n${deck}`,
  'decks/crane.svg': picture('#123456'),
  'decks/ship.svg': picture('#654321'),
}

/** What a page is told by its server. */
interface Told {
  /** What came before all of a save was known. */
  readonly glimpses: () => number
  readonly all: () => string
}

function hear(page: Page): Told {
  const frames: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => frames.push(String(payload))))
  const news = (): string[] => frames.filter(frame => frame.includes('deckhand:news'))
  return {
    glimpses: () => news().filter(frame => !frame.includes('"author":{')).length,
    all: () => frames.join('\n'),
  }
}

const replaced = (text: string, at: number, words: string): string =>
  text.replace(
    new RegExp(`Text ${at}\\.[\\s\\S]*?\\n\\nNote: ${canary} ${at}\\n`),
    () => `Text ${at}.\n\n${words}\n\nNote: ${canary} ${at}\n`,
  )

const edit = (at: number, words: string): void => live.edit(talk, text => replaced(text, at, words))

/** The slides as they were written, of the page that is open and of one that is loaded now. */
async function sameAsFresh(page: Page): Promise<void> {
  // A page that is loaded while the whole deck is worked is told of it later.
  await expect(async () => {
    const [here, fresh] = await page.evaluate(async () => {
      const states =
        /^(?:present|past|future|visible|current-fragment|focus|dimmed|has-(?:dark|light)-background|disabled)$/
      const names = [
        'id',
        'src',
        'href',
        'alt',
        'data-line',
        'data-hash',
        'data-layout',
        'data-fragment-index',
      ]
      const written = (element: Element): string => {
        if (element.matches('.copy')) return ''
        const classes = [...element.classList].filter(name => !states.test(name)).sort()
        const attributes = names.map(name => `${name}=${element.getAttribute(name)}`)
        const inside = [...element.childNodes].map(node =>
          node instanceof Element ? written(node) : (node.textContent ?? ''),
        )
        return `<${element.localName} ${attributes.join(' ')} ${classes.join('.')}>${inside.join('')}\n`
      }
      const all = (root: ParentNode): string[] =>
        [...root.querySelectorAll('.slides section.slide')].map(written)
      const text = await (await fetch(location.pathname)).text()
      return [all(document), all(new DOMParser().parseFromString(text, 'text/html'))]
    })
    expect(fresh?.length).toBeGreaterThan(10)
    expect(here).toEqual(fresh)
  }).toPass({ timeout: 5000 })
}

const kinds: readonly ((round: number) => string)[] = [
  round => `Words of round ${round}`,
  round => `Words\n\n\`\`\`sh\necho round ${round}\nls\n\`\`\``,
  round => `Words\n\n| a | b |\n|---|---|\n| round ${round} | d |`,
  round => `![A crane](crane.svg)\n\nWords of round ${round}`,
  round => `<span style="color: rgb(${round}, 9, 9)">round ${round}</span>`,
]

test('thirty edits of the slide on screen keep it and its step, and most show early', async ({ page }) => {
  live = await startLive(files)
  const told = hear(page)
  await open(page, `${live.url()}long/#/s50/2`)
  for (let round = 1; round <= 30; round++) {
    edit(50, kinds[(round - 1) % kinds.length]?.(round) ?? '')
    await expect(current(page)).toContainText(`round ${round}`, { timeout: 5000 })
    expect(await stand(page)).toEqual({ key: 's50', steps: 2 })
  }
  await expect(page).toHaveURL(/#\/s50\/2$/)
  await expect(current(page).locator('span[class^="s-"]')).toHaveCSS('color', 'rgb(30, 9, 9)')
  expect(told.glimpses()).toBeGreaterThan(15)
  expect(told.all()).not.toContain(canary)
  // The bar is told of the whole deck.
  await expect(page.locator('.author-facts')).toContainText('step 2 of 3')
  await sameAsFresh(page)
})

test('edits elsewhere are gone to, the last one last', async ({ page }) => {
  live = await startLive(files)
  const told = hear(page)
  await open(page, `${live.url()}long/#/s3`)
  for (const at of [70, 12, 1, 0, 79]) {
    edit(at, `Seen at ${at}.`)
    await expect(current(page)).toContainText(`Seen at ${at}.`)
    expect((await stand(page)).key).toBe(`s${at}`)
  }
  expect(told.glimpses()).toBeGreaterThan(2)
  await sameAsFresh(page)
})

test('a deck that breaks and is mended', async ({ page }) => {
  live = await startLive(files)
  await open(page, `${live.url()}long/#/s50/1`)
  for (let round = 1; round <= 3; round++) {
    edit(50, `Good of round ${round}`)
    await expect(current(page)).toContainText(`Good of round ${round}`)
    // What was only foretold when the deck broke is none of its last good slides.
    await sameAsFresh(page)
    edit(50, '![a](../../../../etc/passwd)')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(current(page)).toContainText(`Good of round ${round}`)
    edit(50, `Mended in round ${round}`)
    await expect(current(page)).toContainText(`Mended in round ${round}`)
    await expect(page.getByRole('alert')).toBeHidden()
  }
  expect(await stand(page)).toEqual({ key: 's50', steps: 1 })
  await sameAsFresh(page)
})

test('two saves 10 ms apart, on different slides', async ({ page }) => {
  live = await startLive(files)
  await open(page, `${live.url()}long/#/s50`)
  for (let round = 1; round <= 10; round++) {
    edit(50, `First of round ${round}`)
    await pause(10)
    edit(51 + round, `Second of round ${round}`)
    await expect(page.locator('#s50')).toContainText(`First of round ${round}`)
    await expect(page.locator(`#s${51 + round}`)).toContainText(`Second of round ${round}`)
    await pause(round * 15)
    edit(50, `Third of round ${round}`)
    edit(50, `Last of round ${round}`)
    await expect(page.locator('#s50')).toContainText(`Last of round ${round}`)
  }
  await sameAsFresh(page)
})

test('what only the whole deck can judge, or only it can send', async ({ page }) => {
  live = await startLive(files)
  await open(page, `${live.url()}long/#/s50`)
  edit(50, 'See [the far side][far] and [another](#s70).')
  const link = current(page).getByRole('link', { name: 'the far side' })
  await expect(link).toHaveAttribute('href', 'https://example.org/far')
  await expect(current(page).getByRole('link', { name: 'another' })).toHaveAttribute('href', '#/s70')
  live.edit(talk, text => text.replace('example.org/far', 'example.org/near'))
  await expect(page.locator('#s50 a').first()).toHaveAttribute('href', 'https://example.org/near')
  edit(50, '![A ship](ship.svg)')
  const image = page.locator('#s50 img')
  await expect.poll(() => image.evaluate(one => (one as HTMLImageElement).naturalWidth)).toBe(40)
  live.edit(talk, text => text.replace('## Slide 51', '## Slide 50'))
  await expect(page.locator('#s51 .slide-title')).toHaveText('Slide 50')
  edit(50, 'Without a picture')
  await expect(image).toHaveCount(0)
  await sameAsFresh(page)
})

test('every page of the deck is told: in the overview, paused, the audience, and one that was away', async ({
  page,
  browser,
}) => {
  live = await startLive(files, ['--host', '0.0.0.0', '--stay'])
  const address = `${live.url()}long/#/s50/1`
  await open(page, address)
  const overview = await page.context().newPage()
  await open(overview, address)
  await overview.keyboard.press('o')
  await expect(overview.locator('html')).toHaveAttribute('data-overview', '')
  const paused = await page.context().newPage()
  await open(paused, address)
  await paused.keyboard.press('b')
  const hall = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': '10.0.0.9' } })
  const audience = await hall.newPage()
  const told = hear(audience)
  await audience.goto(`${live.url()}long/#/s50/3`)
  await expect(audience.locator('html')).toHaveAttribute('data-ready', '')
  await expect(audience.locator('.author-bar')).toHaveCount(0)
  await expect.poll(() => told.all()).toContain('deckhand:news')
  const pages = [page, overview, paused, audience]
  for (let round = 1; round <= 5; round++) {
    const at = round % 2 === 0 ? 50 : 60
    edit(at, `Told in round ${round}`)
    for (const each of pages) await expect(each.locator(`#s${at}`)).toContainText(`Told in round ${round}`)
  }
  for (const each of [page, paused]) expect(await stand(each)).toEqual({ key: 's50', steps: 1 })
  expect(await stand(audience)).toEqual({ key: 's50', steps: 3 })
  await expect(overview.locator('html')).toHaveAttribute('data-overview', '')
  expect(told.all()).not.toContain(canary)
  expect(told.all()).not.toContain('"author"')
  await live.restart(() => edit(50, 'Written while it was away'))
  for (const each of pages)
    await expect(each.locator('#s50')).toContainText('Written while it was away', { timeout: 15_000 })
  await connected(page)
  edit(50, 'And then')
  for (const each of pages) {
    await expect(each.locator('#s50')).toContainText('And then')
    await sameAsFresh(each)
  }
  await hall.close()
})

test('a footer stands beside or upon what the edited slide shows now', async ({ page }) => {
  const slides = (words: string): string =>
    Array.from({ length: 20 }, (_, at) => `# Slide ${at}\n\n${at === 9 ? words : 'Text.'}\n`).join(
      '\n---\n\n',
    )
  const write = (words: string): void =>
    live.write({ [talk]: `footer: A talk\nslidenumbers: true\n\n${slides(words)}` })
  live = await startLive({
    ...files,
    [talk]: `footer: A talk\nslidenumbers: true\n\n${slides('plain')}`,
  })
  const told = hear(page)
  await open(page, `${live.url()}long/#/slide-9`)
  const footer = page.locator('.talk-footer')
  const number = footer.locator('.slide-number')
  await expect(number).toHaveText('10 / 20')
  const says = async (words: string, seen: string): Promise<void> => {
    write(words)
    await expect(current(page)).toContainText(seen)
  }
  const picture = current(page).locator('.placed img')
  const boxes = async () => [await footer.boundingBox(), await picture.boundingBox()] as const
  await says('![right](crane.svg)\n\nBeside on the right.', 'on the right')
  await expect(footer).toHaveAttribute('data-beside', 'right')
  const [besideRight, onRight] = await boxes()
  expect((besideRight?.x ?? 0) + (besideRight?.width ?? 0)).toBeLessThan(onRight?.x ?? 0)
  await says('![left](crane.svg)\n\nBeside on the left.', 'on the left')
  await expect(footer).toHaveAttribute('data-beside', 'left')
  const [besideLeft, onLeft] = await boxes()
  expect(besideLeft?.x).toBeGreaterThan((onLeft?.x ?? 0) + (onLeft?.width ?? 0))
  await says('![original](crane.svg)\n\nUpon it as it is.', 'as it is')
  await expect(footer).toHaveAttribute('data-upon', 'original')
  await expect(number).not.toHaveCSS('box-shadow', 'none')
  await says('plain again', 'plain again')
  await expect(footer).not.toHaveAttribute('data-upon')
  await expect(footer).not.toHaveAttribute('data-beside')
  await expect(number).toHaveCSS('box-shadow', 'none')
  expect(told.glimpses()).toBeGreaterThan(0)
})

test('a footer on a dark picture behind the slide is light, and quiet again where there is none', async ({
  page,
}) => {
  live = await startLive(files)
  await open(page, `${live.url()}long/#/s50`)
  const footer = page.locator('.talk-footer')
  const number = footer.locator('.slide-number')
  const quiet = await number.evaluate(one => getComputedStyle(one).color)
  live.edit(talk, text => text.replace('{#s50 reveal}', '{#s50 reveal .dark background=crane.svg}'))
  await expect(footer).toHaveAttribute('data-upon', 'background')
  await expect(footer).toHaveAttribute('data-on', 'deep')
  await expect(number).toHaveCSS('color', 'rgb(213, 220, 230)')
  await page.keyboard.press('End')
  await expect(footer).not.toHaveAttribute('data-upon')
  await expect(number).toHaveCSS('color', quiet)
})

test('an address shows its slide from the start, or nothing until it is known, and never another', async ({
  page,
}) => {
  live = await startLive(files)
  let release = (): void => undefined
  await page.route('**/*', async route => {
    if (route.request().resourceType() === 'script') await new Promise<void>(resolve => (release = resolve))
    await route.continue()
  })
  const seen = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.slides section.slide')]
        .filter(one => one.checkVisibility({ visibilityProperty: true }))
        .map(one => one.id),
    )
  for (const [hash, key, steps] of [
    ['', 's0', 0],
    ['#', 's0', 0],
    ['#/', 's0', 0],
    ['#/s50', 's50', 0],
    ['#/s50/2', 's50', 2],
    ['#/slide-50', 's50', 0],
    ['#/gone', undefined, 0],
    ['#nonsense', 's0', 0],
    ['#/s50/nonsense', 's50', 0],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${live.url()}long/${hash}`, { waitUntil: 'commit' })
    await expect(page.locator('#s79')).toBeAttached()
    if (hash.length < 3) await expect.poll(seen, hash).toEqual(['s0'])
    // A browser knows what an address names before the script has run, or only then.
    else expect((await seen()).filter(id => id !== key || steps > 0)).toEqual([])
    release()
    await expect(current(page).locator('.slide-title'), hash).toBeVisible()
    // The address of no slide leads to the one that is called most alike.
    if (key !== undefined) await expect.poll(() => stand(page), hash).toEqual({ key, steps })
  }
})
