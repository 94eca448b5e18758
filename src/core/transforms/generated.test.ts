import { describe, expect, test } from 'vitest'
import type { Author } from '../deck/deck.ts'
import { addAgenda } from './agenda.ts'
import { addClosing } from './closing.ts'
import { assignKeys } from './keys.ts'
import { chooseLayouts } from './layout.ts'
import { findTitles } from './titles.ts'
import { sketch, through, written } from './written.test-aid.ts'

const line = [findTitles, chooseLayouts, assignKeys, addAgenda, addClosing]

describe('the agenda', () => {
  const agenda = (text: string) => through(line, written(text, { agenda: true })).deck.slides

  test('is the second slide, with a link for each title', () => {
    const slides = agenda('# Hello\n--\n# A\n- x\n--\n# B\n- x\n--\n# B\n- y\n--\n# Thanks!')
    expect(slides.map(slide => slide.key)).toEqual(['hello', 'agenda', 'a', 'b', 'b-2', 'thanks'])
    expect(slides[1] && sketch(slides[1].body)).toBe('heading(Agenda) list(item(link(A)) item(link(B)))')
    expect(JSON.stringify(slides[1]?.body)).toContain('"#/b"')
  })

  test('names sections where there are some', () => {
    const slides = agenda('# Hello\n--\n# One\n--\n## a\n- x\n--\n# Two\n--\n## b\n- x')
    expect(slides[1] && sketch(slides[1].body)).toBe('heading(Agenda) list(item(link(One)) item(link(Two)))')
  })

  test('goes on behind itself when it is long, where the arrow to the right leads', () => {
    const slides = agenda(
      ['# Hello', ...Array.from({ length: 30 }, (_, index) => `# N${index}\n- x`)].join('\n--\n'),
    )
    expect(slides.slice(1, 4).map(slide => [slide.key, slide.below])).toEqual([
      ['agenda', false],
      ['agenda-2', false],
      ['agenda-3', false],
    ])
  })

  test('leaves the key to a slide that is called so', () => {
    expect(agenda('# Hello\n--\n# Agenda\n- x').map(slide => slide.key)).toEqual([
      'hello',
      'agenda-2',
      'agenda',
    ])
  })

  test('is not without titles, nor unasked', () => {
    expect(agenda('# Hello\n--\n- x')).toHaveLength(2)
    expect(through(line, written('# a\n--\n# b')).deck.slides).toHaveLength(2)
  })
})

describe('the closing slide', () => {
  const closing = (...authors: Author[]) => {
    const { slides } = through(line, written('# Hello', { closing: 'author', authors })).deck
    const last = slides.at(-1)
    return { slides, last, body: JSON.stringify(last?.body), shown: last && sketch(last.body) }
  }

  test('says who spoke and where to find them', () => {
    const { last, shown, body } = closing({
      name: 'Ada Example',
      url: 'http://example.org/',
      email: 'ada@example.org && lab@example.org',
      accounts: { twitter: 'ada', github: 'https://github.com/ada', mastodon: '@ada@fosstodon.org' },
    })
    expect(last).toMatchObject({ key: 'ada-example', layout: 'end', title: 'Ada Example', mergedFrom: [] })
    expect(shown).toBe(
      'heading(Ada Example) list(item(link(example.org)) item(link(ada@example.org)) item(link(lab@example.org)) ' +
        'item(Twitter: link(@ada)) item(GitHub: link(github.com/ada)) item(Mastodon: link(@ada@fosstodon.org)))',
    )
    for (const address of [
      'mailto:ada@example.org',
      'https://twitter.com/ada',
      'https://fosstodon.org/@ada',
    ]) {
      expect(body).toContain(`"${address}"`)
    }
  })

  test('shows odd values as they are written', () => {
    const { shown, body } = closing({
      name: 'Ada',
      url: 'javascript:alert(1)',
      email: 'at the usual place',
      accounts: { weibo: 'Made with <3 by https://example.org', constructor: 'x y' },
    })
    expect(shown).toBe(
      'heading(Ada) list(item(javascript:alert(1)) item(at the usual place) ' +
        'item(Weibo: Made with <3 by link(https://example.org)) item(Constructor: x y))',
    )
    expect(body).not.toContain('"url":"javascript')
  })

  test('names several', () => {
    const { shown } = closing({ name: 'Ada' }, { name: 'Bob', url: 'https://b.org' })
    expect(shown).toBe('heading(Ada, Bob) heading(Bob) list(item(link(b.org)))')
  })

  test('is not without a name, nor unasked', () => {
    expect(closing({ name: '' }).slides).toHaveLength(1)
    expect(through(line, written('# Hello', { authors: [{ name: 'Ada' }] })).deck.slides).toHaveLength(1)
  })
})
