// npm run fit-cost: what fitting costs a slide that is shown for the first time, and the first paint of a deck of 500.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { ensurePackage } from './build-package.mjs'
import { root } from './workshop.mjs'

const place = join(root, '.cache', 'fit-cost')
const debian = '/usr/bin/chromium'
const rounds = 9

await ensurePackage()
rmSync(place, { recursive: true, force: true })
mkdirSync(join(place, 'decks'), { recursive: true })

/** Slides of all kinds: those of the gallery, again and again. Pictures would be measured, not fit. */
const gallery = readFileSync(join(root, 'decks', 'gallery.md'), 'utf8')
const slides = gallery
  .split(/^-- \{.*\}$/m)
  .slice(1)
  .filter(slide => !slide.includes('gallery/'))
const deck = (count, fit) =>
  `---\ntitle: Cost\nfit: ${fit}\nbuildups: keep\n---\n\n${Array.from({ length: count }, (_, at) => slides[at % slides.length].replace(/^(#+ )/m, `$1${at} `)).join('\n--\n')}`
const decks = { all: deck(500, 'shrink'), off: deck(500, 'off'), some: deck(60, 'shrink') }
for (const [name, text] of Object.entries(decks)) writeFileSync(join(place, 'decks', `${name}.md`), text)
const site = join(place, 'site')
const args = ['build', join(place, 'decks'), '--out', site, '--quiet', '--no-cache', '--time-limit', '60000']
const built = spawnSync(process.execPath, [join(root, 'lib', 'cli.cjs'), ...args], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)

const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(existsSync(debian) ? { executablePath: debian } : {}),
})
const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const address = name => `${pathToFileURL(join(site, name, 'index.html')).href}?view=talk`

/** Goes through the slides faster than the browser has idle time. */
async function costs() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(address('some'))
  await page.waitForSelector('html[data-ready]')
  const found = await page.evaluate(async () => {
    // As if there were never a moment to prepare what comes next.
    window.requestIdleCallback = () => 0
    for (let turn = 0; turn < 75; turn++) {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      await new Promise(next => requestAnimationFrame(next))
    }
    return performance.getEntriesByName('deckhand-fit').map(({ duration, detail }) => [detail, duration])
  })
  await page.close()
  return found
}

async function firstPaint(name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(address(name))
  await page.waitForSelector('html[data-ready]')
  const ms = await page.evaluate(
    () =>
      new Promise(found => {
        const read = () => {
          const entry = performance.getEntriesByName('first-contentful-paint')[0]
          if (entry) found(entry.startTime)
          else setTimeout(read, 20)
        }
        read()
      }),
  )
  const fitted = await page.evaluate(
    () => document.querySelectorAll('.slide[data-fit]:not([data-fit="off"])').length,
  )
  await page.close()
  return { ms, fitted }
}

const all = []
for (let round = 0; round < 3; round++) all.push(...(await costs()))
const times = all.map(([, ms]) => ms)
const worst = all.toSorted((a, b) => b[1] - a[1]).slice(0, 3)
console.log(`Fitting a slide as it is shown, ${times.length} slides: median ${median(times).toFixed(1)} ms`)
console.log(`Most: ${worst.map(([key, ms]) => `${key} ${ms.toFixed(1)} ms`).join(', ')}`)

const paints = { all: [], off: [] }
let fitted = 0
for (let round = 0; round < rounds; round++) {
  for (const name of ['all', 'off']) {
    const paint = await firstPaint(name)
    paints[name].push(paint.ms)
    if (name === 'all') fitted = Math.max(fitted, paint.fitted)
  }
}
await browser.close()
console.log(
  `First paint of 500 slides, median of ${rounds}: ${median(paints.all).toFixed(0)} ms with fit, ${median(paints.off).toFixed(0)} ms without; ${fitted} slides were fitted by then`,
)
