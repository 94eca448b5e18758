// The author's loop: all ways to save are seen, and no broken deck ends it.

import { closeSync, openSync, renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { type Live, open, stand, startLive } from './live.ts'
import { deck, files, talk } from './live-deck.ts'

let live: Live
const begin = async (...words: string[]): Promise<void> => {
  live = await startLive(files, words)
}
test.afterEach(() => live?.stop())

type Way = (text: string) => void | Promise<void>
const ways: Readonly<Record<string, (path: string) => Way>> = {
  'in place': path => text => writeFileSync(path, text),
  'write and rename': path => text => {
    writeFileSync(`${path}.tmp`, text)
    renameSync(`${path}.tmp`, path)
  },
  'backup and write': path => text => {
    renameSync(path, `${path}~`)
    writeFileSync(path, text)
    rmSync(`${path}~`)
  },
  'delete and recreate': path => text => {
    rmSync(path)
    writeFileSync(path, text)
  },
  'delete, a moment, recreate': path => async text => {
    rmSync(path)
    await pause(60)
    writeFileSync(path, text)
  },
  'two writes 10 ms apart': path => async text => {
    writeFileSync(path, text.replace('swims', 'swims not'))
    await pause(10)
    writeFileSync(path, text)
  },
  'empty it, then write in two parts': path => async text => {
    const file = openSync(path, 'w')
    writeSync(file, text.slice(0, 120))
    await pause(20)
    writeSync(file, text.slice(120))
    closeSync(file)
  },
  'point a link elsewhere': path => {
    let round = 0
    return text => {
      round++
      writeFileSync(`${path}.${round}.txt`, text)
      symlinkSync(`${path}.${round}.txt`, `${path}.link`)
      renameSync(`${path}.link`, path)
    }
  },
}

/** Few by default; `ROUNDS=50` is what a release is tried with. */
test.describe('saves are seen within a second, the last one last', () => {
  const rounds = Number(process.env.ROUNDS ?? 12)
  for (const [name, make] of Object.entries(ways)) {
    test(name, async ({ page }) => {
      test.setTimeout(rounds * 1500 + 30_000)
      await begin()
      const way = make(live.path(talk))
      await open(page, `${live.url()}talk/#/ships`)
      await page.evaluate(() => {
        const states: string[] = []
        Object.assign(window, { states })
        new MutationObserver(() =>
          states.push([...document.querySelectorAll('.slides section.slide')].map(each => each.id).join(' ')),
        ).observe(document.querySelector('.slides') ?? document, { childList: true, subtree: true })
      })
      for (let round = 1; round <= rounds; round++) {
        await way(deck.replace('house that swims', `house of round ${round}, it swims`))
        await expect(page.locator('#ships')).toContainText(`round ${round}, it swims.`, { timeout: 1000 })
      }
      // Never half a file: all slides were there all the time.
      const states = await page.evaluate(() => Reflect.get(window, 'states') as string[])
      expect(new Set(states.map(state => state.split(' ').length))).toEqual(new Set([8]))
      expect((await stand(page)).key).toBe('ships')
    })
  }

  test('where the file system does not tell, with --poll', async ({ page }) => {
    await begin('--poll')
    await open(page, `${live.url()}talk/#/ships`)
    for (let round = 1; round <= 10; round++) {
      live.write({ [talk]: deck.replace('house that swims', `house of round ${round}`) })
      await expect(page.locator('#ships')).toContainText(`round ${round}.`, { timeout: 1000 })
    }
    live.write({ 'decks/new.md': '# New\n' })
    await expect.poll(async () => (await page.request.get(`${live.url()}new/`)).status()).toBe(200)
  })
})

/** Each makes the deck one that cannot be shown; none may end the server. */
const broken: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'a bracket in the front matter': text => text.replace('title: Harbours', 'title: [Harbours'),
  'a quote in the front matter': text => text.replace('title: Harbours', 'title: "Harbours'),
  'a tab in the front matter': text => text.replace('title: Harbours', 'title:\n\tx: 1'),
  'a key twice': text => text.replace('author: Ada', 'author: Ada\nauthor: Bob'),
  'half a front matter': text => text.slice(0, 14).replace('title: H', 'title: {'),
  'an anchor without end': text => text.replace('author: Ada', 'author: *nobody'),
  'front matter that is a program': text => text.replace('---\ntitle', '---js\ntitle'),
  'front matter that is huge': text => text.replace('author: Ada', `author: ${'a'.repeat(70_000)}`),
  'a dialect nobody knows': text => text.replace('author: Ada', 'author: Ada\ndialect: klingon'),
  'a picture from outside': text => text.replace('crane.svg', '../../../../etc/passwd'),
  'code from outside': text => text.replace('./Dockerfile', '../../../etc/passwd'),
  'an include from outside': text => text.replace('parts/weather.md', '../../outside.md'),
  'bytes that are no text': text => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]),
  'a file of UTF-16 cut short': text => Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, 301),
  'NUL bytes': text => text.replace('A ship', '\0\0\0'),
  'a fence without end': text => text.replace('```\n\n-- {include', '-- {include'),
  'a tag without end': text => text.replace('A ship is', '<div class="x'),
  'a comment without end': text => text.replace('A ship is', '<!-- A ship is'),
  'attributes without end': text => text.replace('-- {#code}', '-- {#code'),
  'an attribute nobody knows': text => text.replace('{#code}', '{#code frobnicate=1}'),
  'an include of itself': text => text.replace('parts/weather.md', 'talk.md'),
  'a key that is there twice': text => text.replace(' {#end}', '{#ships}'),
  'a layout without slots': text => text.replace('A ship is', '::middle::\n\nA ship is'),
  'lists too deep': text => text.replace('A ship is', `${'- '.repeat(300)}x`),
  'a script': text => text.replace('A ship is', '<script>alert(1)</script>'),
  'nothing at all': () => '',
  'only blanks': () => '\n\n \n',
  'only front matter': () => '---\ntitle: x\n---\n',
  'separators alone': () => '--\n\n--\n\n--\n',
  'a million signs': text => `${text}\n${'x'.repeat(1_000_000)}\n`,
}

test('thirty kinds of broken deck recover without a restart', async ({ page }) => {
  test.setTimeout(180_000)
  await begin()
  await open(page, `${live.url()}talk/#/ships`)
  expect(Object.keys(broken)).toHaveLength(30)
  let round = 0
  for (const [name, spoil] of Object.entries(broken)) {
    await test.step(name, async () => {
      round++
      // The terminal is told of each save that was worked, whatever became of it.
      const worked = (): number => live.said().match(/decks\/talk\.md: .* \(\d+ ms\)/g)?.length ?? 0
      const before = worked()
      writeFileSync(live.path(talk), spoil(deck))
      await expect.poll(worked, name).toBeGreaterThan(before)
      expect(live.child().exitCode, name).toBeNull()
      live.write({ [talk]: deck.replace('house that swims', `house of round ${round}`) })
      await expect(page.locator('#ships'), name).toContainText(`house of round ${round}.`)
      await expect(page.locator('.author-overlay'), name).toBeHidden()
    })
  }
  expect(live.child().exitCode).toBeNull()
})

test('a deck that is emptied and written anew leaves the talk where it was', async ({ page }) => {
  await begin()
  await open(page, `${live.url()}talk/#/cargo/2`)
  live.write({ [talk]: '' })
  await expect(page.locator('.author-problems')).toBeVisible()
  expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
  live.write({ [talk]: deck.replace('- barrels', '- oil') })
  await expect(page.locator('#cargo')).toContainText('oil')
  expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
})

test('a long session does not grow', async ({ page }) => {
  // Few by default; `SAVES=2000` is what a release is tried with.
  const saves = Number(process.env.SAVES ?? 150)
  const settled = 100
  test.setTimeout(saves * 200 + 60_000)
  const many = Array.from({ length: 40 }, (_, slide) => `## Slide ${slide}\n\n- one\n- two ${slide}\n`).join(
    '\n--\n\n',
  )
  // On a signal the server cleans up and says what it holds.
  const tells =
    "process.on('SIGUSR2', () => { gc(); gc(); console.log('heap ' + process.memoryUsage().heapUsed) })"
  live = await startLive({ 'decks/long.md': many }, [], {
    node: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(tells)}`],
  })
  await open(page, `${live.url()}long/#/slide-7`)
  const session = await page.context().newCDPSession(page)
  const held = async (): Promise<{ server: number; page: number; nodes: number }> => {
    const before = live.said().split('heap ').length
    live.child().kill('SIGUSR2')
    await expect.poll(() => live.said().split('heap ').length).toBeGreaterThan(before)
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    const { nodes } = (await session.send('Memory.getDOMCounters')) as { nodes: number }
    return { server: Number(live.said().split('heap ').at(-1)?.split('\n')[0]), page: usedSize, nodes }
  }
  let first = { server: 0, page: 0, nodes: 0 }
  for (let save = 1; save <= saves + settled; save++) {
    live.write({ 'decks/long.md': many.replace('- one\n- two 7', `- save ${save}.\n- two 7`) })
    await page.waitForFunction(
      words => document.querySelector('#slide-7')?.textContent?.includes(words),
      `save ${save}.`,
      { polling: 'raf' },
    )
    if (save === settled) first = await held()
  }
  const last = await held()
  expect((last.server - first.server) / saves).toBeLessThan(2048)
  expect((last.page - first.page) / saves).toBeLessThan(2048)
  expect(last.nodes).toBeLessThan(first.nodes + 500)
})
