// The author's loop: each save shows at once, and the place is kept.

import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { connected, current, type Live, open, stand, startLive } from './live.ts'
import { deck, files, picture, talk, wave } from './live-deck.ts'

let live: Live
const begin = async (...words: string[]): Promise<void> => {
  live = await startLive(files, words)
}
test.afterEach(() => live?.stop())

/** Saves and waits until a text is on the slide on screen. */
async function save(page: Page, change: (text: string) => string, seen: string): Promise<void> {
  live.edit(talk, change)
  await expect(current(page)).toContainText(seen, { timeout: 5000 })
}

test.describe('a save', () => {
  test('of the slide on screen stays there, at its step, fifty times', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/cargo/2`)
    for (let round = 1; round <= 50; round++) {
      await save(
        page,
        text => text.replace(/- (boxes|bales).*/g, `- $1 of round ${round}`),
        `of round ${round}`,
      )
      expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
    }
    await expect(page).toHaveURL(/#\/cargo\/2$/)
  })

  test('elsewhere goes to the slide edited, at the step that shows it, fifty times', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/`)
    for (let round = 1; round <= 50; round++) {
      if (round % 2 === 0) {
        await save(page, text => text.replace(/- barrels.*/, `- barrels ${round}.`), `barrels ${round}.`)
        expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
      } else {
        await save(page, text => text.replace(/A ship is.*/, `A ship is ${round}.`), `A ship is ${round}.`)
        expect(await stand(page)).toEqual({ key: 'ships', steps: 0 })
      }
    }
  })

  test('of a line that a later state of the code is about goes to that state', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/`)
    await save(page, text => text.replace('\nthird', '\nthird and last'), 'third and last')
    expect(await stand(page)).toEqual({ key: 'lines', steps: 2 })
    await expect(current(page).locator('.line.focus')).toHaveText('third and last')
  })

  test('elsewhere leaves the slide alone with --stay', async ({ page }) => {
    await begin('--stay')
    await open(page, `${live.url()}talk/#/cargo/1`)
    live.edit(talk, text => text.replace('A ship is', 'A ship was'))
    await expect(page.locator('#ships')).toContainText('A ship was')
    expect(await stand(page)).toEqual({ key: 'cargo', steps: 1 })
  })

  test('that inserts, deletes, moves, retitles and edits at once lands on the right slide', async ({
    page,
  }) => {
    await begin()
    await open(page, `${live.url()}talk/#/cargo/2`)
    await page.evaluate(() => {
      const sections = document.querySelectorAll('.slides section.slide')
      for (const section of sections) Object.assign(section, { mark: section.id })
    })
    live.edit(talk, text => {
      const parts = text.split(/^(?=--(?: |$))/m)
      const find = (words: string): string => parts.find(part => part.includes(words)) ?? ''
      const head = find('# Harbours')
      const retitled = find('## Cargo')
        .replace('{#cargo .wide reveal time=3m}', '{reveal}')
        .replace('## Cargo', '## What is carried')
        .replace('- barrels', '- barrels of oil')
      return [
        head,
        '--\n\n## Pilots\n\nThey know the way.\n\n',
        find('## The end').trimEnd(),
        '\n\n',
        retitled,
        find('## Cranes'),
      ].join('')
    })
    await expect(current(page)).toContainText('barrels of oil')
    expect(await stand(page)).toEqual({ key: 'what-is-carried', steps: 2 })
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll('.slides section.slide')].map(
        section => Reflect.get(section, 'mark') ?? 'new',
      ),
    )
    expect(marks).toEqual(['harbours', 'ships', 'the-end', 'cargo', 'cranes'])
    await expect(page).toHaveURL(/#\/what-is-carried\/2$/)
  })

  test('that deletes the slide on screen shows the one that follows', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/ships`)
    live.edit(talk, text =>
      text.replace(/## Ships[\s\S]*?(?=-- \{#cargo)/, '').replace('--\n\n-- {#cargo', '-- {#cargo'),
    )
    await expect(page.locator('#ships')).toHaveCount(0)
    expect((await stand(page)).key).toBe('cargo')
  })

  test('that takes a build-up apart, or joins it, stays at what is shown', async ({ page }) => {
    const states = ['- one', '- one\n- two', '- one\n- two\n- three'].map(list => `## Grow\n\n${list}\n`)
    live = await startLive({ [talk]: `# Harbours\n\n--\n\n${states.join('\n--\n\n')}` })
    await open(page, `${live.url()}talk/#/grow/1`)
    expect(await stand(page)).toEqual({ key: 'grow', steps: 1 })
    // Only two of the three can be joined now.
    await save(page, text => text.replace('- one\n- two\n\n', '- one\n- zwei\n\n'), 'zwei')
    expect(await stand(page)).toEqual({ key: 'grow', steps: 1 })
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/#\/grow-2$/)
    await save(page, text => text.replace('zwei', 'two'), 'two')
    await expect.poll(() => stand(page)).toEqual({ key: 'grow', steps: 2 })
  })

  test('makes and undoes stacks', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/ships`)
    live.edit(talk, text => text.replace('-- {#cargo .wide', '-- {#cargo below .wide'))
    await expect(page.locator('.stack > #ships + #cargo')).toHaveCount(1)
    await page.goto(`${live.url()}talk/#/ships`)
    await connected(page)
    live.edit(talk, text => text.replace('-- {#cargo below .wide', '-- {#cargo .wide'))
    await expect(page.locator('.stack')).toHaveCount(0)
    await page.keyboard.press('Home')
    for (const key of ['harbours', 'ships', 'cargo']) {
      await expect(current(page)).toHaveId(key)
      await page.keyboard.press('ArrowRight')
    }
  })

  test('keeps the overview, other windows, and what plays', async ({ page, context }) => {
    await begin()
    await open(page, `${live.url()}talk/#/cargo`)
    const other = await context.newPage()
    await open(other, `${live.url()}talk/#/cranes`)
    const reader = await context.newPage()
    await open(reader, `${live.url()}talk/?view=read`)
    await page.bringToFront()
    await page.keyboard.press('o')
    await expect(page.locator('html')).toHaveAttribute('data-overview', '')
    const kept = await other.locator('#cranes img').elementHandle()
    live.edit(talk, text => text.replace('## Cranes', '## Cranes\n\nThey lift.'))
    for (const each of [page, other, reader])
      await expect(each.locator('#cranes')).toContainText('They lift.')
    await expect(page.locator('html')).toHaveAttribute('data-overview', '')
    expect(await stand(other)).toEqual({ key: 'cranes', steps: 0 })
    // The picture is the very one that was there: nothing is loaded again, and a film would go on.
    expect(await kept?.evaluate(image => image.isConnected)).toBe(true)
  })

  test('of the slide on screen lets its sound and film go on', async ({ page }) => {
    live = await startLive({
      ...files,
      'decks/wave.wav': wave(30),
      [talk]: deck.replace('A ship is', '![Waves](wave.wav)\n\nA ship is'),
    })
    await open(page, `${live.url()}talk/#/ships`)
    const sound = current(page).locator(':is(audio, video)')
    await sound.evaluate(async audio => {
      const one = audio as HTMLAudioElement
      one.muted = true
      await one.play()
      one.currentTime = 7
    })
    await save(page, text => text.replace('A ship is', 'A boat is'), 'A boat is')
    expect(await sound.count()).toBe(1)
    await expect.poll(() => sound.evaluate(audio => (audio as HTMLAudioElement).paused === false)).toBe(true)
    expect(await sound.evaluate(audio => (audio as HTMLAudioElement).currentTime)).toBeGreaterThanOrEqual(7)
  })

  test('that inserts and moves slides lets a sound go on, and one that was stopped be', async ({ page }) => {
    live = await startLive(
      {
        'decks/wave.wav': wave(30),
        [talk]: deck.replace('A ship is', '![inline autoplay Waves](wave.wav)\n\nA ship is'),
      },
      ['--stay'],
    )
    await open(page, `${live.url()}talk/#/ships`)
    const sound = current(page).locator('audio')
    await sound.evaluate(async audio => {
      const one = audio as HTMLAudioElement
      one.muted = true
      await one.play()
      one.currentTime = 7
    })
    const change = async (from: string, to: string, count: number): Promise<void> => {
      live.edit(talk, text => text.replace(from, to))
      await expect(page.locator('section.slide')).toHaveCount(count)
      await expect(current(page)).toHaveId('ships')
    }
    const state = () =>
      sound.evaluate(audio => [(audio as HTMLAudioElement).paused, (audio as HTMLAudioElement).currentTime])
    await change('## Ships', '## Quays\n\nOf stone.\n\n--\n\n## Ships', 9)
    const [stopped, time] = await state()
    expect(stopped).toBe(false)
    expect(time).toBeGreaterThanOrEqual(7)
    await sound.evaluate(audio => (audio as HTMLAudioElement).pause())
    await change('## Quays\n\nOf stone.\n\n--\n\n', '', 8)
    const [still, later] = await state()
    expect(still).toBe(true)
    expect(later).toBeGreaterThanOrEqual(7)
  })

  test('fits the new content of a slide', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/ships`)
    const long = Array.from({ length: 14 }, (_, line) => `- line ${line} of many`).join('\n')
    await save(page, text => text.replace('A ship is a house that swims.', long), 'line 13 of many')
    const over = await current(page).evaluate(slide => {
      const last = [...slide.querySelectorAll('li')].at(-1)?.getBoundingClientRect().bottom ?? 0
      return last - (slide.querySelector('.slide-body')?.getBoundingClientRect().bottom ?? 0)
    })
    expect(over).toBeLessThan(2)
    await save(page, text => text.replace('line 13 of many', 'line 13\n\n```sh\nls\n```'), 'ls')
    await expect(current(page).getByRole('button', { name: 'Copy' })).toBeAttached()
  })
})

test.describe('live are too', () => {
  test('pictures, code files, included decks and notes', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/cranes`)
    const shown = current(page).locator('img')
    const before = await shown.getAttribute('src')
    live.write({ 'decks/crane.svg': picture('#abcdef') })
    await expect(shown).not.toHaveAttribute('src', before ?? '')
    await expect.poll(() => shown.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(40)

    live.write({ 'decks/Dockerfile': 'FROM debian:13\n' })
    await expect(current(page)).toContainText('FROM debian:13')
    live.write({ 'decks/parts/weather.md': '# Weather\n\nSun.\n' })
    await expect(current(page)).toContainText('Sun.')

    await page.goto(`${live.url()}talk/#/the-end`)
    await connected(page)
    await expect(page.locator('.author-facts')).toContainText('0 words of notes')
    live.write({ 'decks/talk.notes.md': '## 8 - The end\n\nThank them all and go.\n' })
    await expect(page.locator('.author-facts')).toContainText('5 words of notes')
    live.edit('decks/talk.notes.md', text => text.replace('all and go', 'all'))
    await expect(page.locator('.author-facts')).toContainText('3 words of notes')
    expect(await page.content()).not.toContain('Thank them')
  })

  test('a picture that was missing, and one that went', async ({ page }) => {
    await begin()
    live.edit(talk, text => text.replace('A ship is', '![A ship](img/ship.svg)\n\nA ship is'))
    await open(page, `${live.url()}talk/#/ships`)
    await expect(page.locator('.author-problems')).toHaveText(/1 problem/)
    live.write({ 'decks/img/ship.svg': picture('#ff0000') })
    await expect(current(page).locator('img')).toBeVisible()
    await expect(page.locator('.author-problems')).toBeHidden()
    rmSync(live.path('decks/img/ship.svg'))
    await expect(current(page).locator('.missing-picture')).toBeVisible()
  })

  test('the front matter', async ({ page }) => {
    await begin()
    await open(page, `${live.url()}talk/#/cargo/1`)
    await page.evaluate(() => Object.assign(window, { same: true }))
    live.edit(talk, text => text.replace('title: Harbours', 'title: Ports\nscheme: dark\nfooter: At sea'))
    await expect(page).toHaveTitle(/^Ports/)
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
    await expect(page.locator('.talk-footer')).toContainText('At sea')
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true)
    expect(await stand(page)).toEqual({ key: 'cargo', steps: 1 })
    // Another language of the interface needs a fresh start; the place is kept.
    live.edit(talk, text => text.replace('title: Ports', 'title: Ports\nlang: de'))
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await connected(page)
    expect(await stand(page)).toEqual({ key: 'cargo', steps: 1 })
  })

  test('the theme, on every page, without a reload', async ({ page, context }) => {
    // A copy of the package, for its theme is about to change.
    const copy = mkdtempSync(join(tmpdir(), 'deckhand-copy-'))
    const root = join(import.meta.dirname, '..')
    cpSync(join(root, 'lib'), join(copy, 'lib'), { recursive: true })
    cpSync(join(root, 'package.json'), join(copy, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    live = await startLive(files, [], { program: join(copy, 'lib', 'cli.cjs') })
    await open(page, `${live.url()}talk/#/cargo/1`)
    await page.evaluate(() => Object.assign(window, { same: true }))
    const home = await context.newPage()
    await home.goto(live.url())
    await expect(home.locator('.author-bar')).toBeAttached()
    appendFileSync(
      join(copy, 'lib', 'themes', 'harbor', 'theme.css'),
      '\nhtml { --mark-of-the-test: 7 } .slide-title { letter-spacing: 9px !important }\n',
    )
    for (const each of [page, home]) {
      await expect(each.locator('html')).toHaveCSS('--mark-of-the-test', '7')
    }
    await expect(current(page).locator('.slide-title')).toHaveCSS('letter-spacing', '9px')
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true)
    expect(await stand(page)).toEqual({ key: 'cargo', steps: 1 })
    rmSync(copy, { recursive: true })
  })

  test('decks that come and go, on the home page', async ({ page }) => {
    await begin()
    await page.goto(live.url())
    await expect(page.getByRole('link', { name: 'Harbours' })).toBeVisible()
    await expect(page.locator('.author-bar')).toBeAttached()
    live.write({ 'decks/second.md': '# A second talk\n' })
    await expect(page.getByRole('link', { name: 'A second talk' })).toBeVisible()
    live.edit('decks/second.md', text => text.replace('second', 'better'))
    await expect(page.getByRole('link', { name: 'A better talk' })).toBeVisible()
    rmSync(live.path('decks/second.md'))
    await expect(page.getByRole('link', { name: 'A better talk' })).toBeHidden({ timeout: 10_000 })
  })
})
