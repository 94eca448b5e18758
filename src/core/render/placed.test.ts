// Pictures with a place of their own and films, as HTML.

import { expect, test } from 'vitest'
import type { Asset } from '../deck/deck.ts'
import { read } from '../read.ts'
import { transform } from '../transform.ts'
import { render } from './render.ts'

function htmlOf(text: string): string {
  const deck = read({ path: 'talk.md', text }, { dialect: 'deckset' })
  const assets = new Map<string, Asset>()
  for (const need of deck.needs) {
    if (need.kind !== 'image') continue
    const gone = need.path.includes('gone')
    const found: Asset = { kind: 'image', url: `assets/${need.path}`, width: 40, height: 30 }
    assets.set(`image:${need.path}`, gone ? { kind: 'absent', rule: 'image-missing' } : found)
  }
  const page = render(transform(deck, assets))
  expect(
    page.diagnostics.filter(({ severity, rule }) => severity !== 'info' && rule !== 'image-missing'),
  ).toEqual([])
  return page.slides.map(({ html }) => html).join('\n')
}

test('a placed picture stands beside the body, in the frame of the slide', () => {
  const html = htmlOf('# One\n\nWords\n\n![right fit Crane](a.png)')
  expect(html).toContain(
    '</div><figure class="placed placed-right picture"><img src="../assets/a.png" alt="Crane"',
  )
  expect(html).toContain('class="slide layout-split"')
})

test('a picture behind words that nobody described is decoration', () => {
  expect(htmlOf('# One\n\n![](a.png)')).toContain(
    '<figure class="placed placed-full behind picture"><img src="../assets/a.png" alt=""',
  )
})

test('what is missing leaves its name in its place, whatever its words ask for', () => {
  const html = htmlOf('# One\n\nWords\n\n![250% alpha(0.2)](gone.png)\n\n![inline](gone.png)')
  expect(html.match(/missing-picture/g)).toHaveLength(2)
  expect(html).toContain('gone.png')
})

test('a film of its own gets a player that loads nothing but its head', () => {
  const html = htmlOf('# One\n\n![inline autoplay, loop mute The tide](tide.mp4)\n\n![inline](bell.mp3)')
  expect(html).toMatch(/<video src="..\/assets\/tide.mp4"[^>]* controls[^>]* preload="metadata"/)
  expect(html).toMatch(/<video[^>]* aria-label="The tide"/)
  expect(html).toMatch(/<video[^>]* data-autoplay=""/)
  expect(html).toMatch(/<video[^>]* loop/)
  expect(html).toMatch(/<video[^>]* muted/)
  expect(html).toMatch(/<audio src="..\/assets\/bell.mp3"/)
})

test('a film of another host is a link, never a frame', () => {
  const html = htmlOf('# One\n\n![right](https://youtu.be/abc)\n\n![](https://example.org/a.mp4)')
  expect(html).not.toMatch(/<(?:iframe|video|img)/)
  expect(html).toContain(
    '<a href="https://youtu.be/abc" class="film" target="_blank" rel="noopener noreferrer"',
  )
})

test('a slide may have a foot and a number of its own, or none', () => {
  const html = htmlOf('[.footer: Mine]\n[.slidenumbers: true]\n\n# One\n\n---\n\n[.hide-footer]\n\n# Two')
  expect(html).toMatch(/data-footer="Mine" data-slide-number="true"/)
  expect(html).toMatch(/data-footer=""/)
})
