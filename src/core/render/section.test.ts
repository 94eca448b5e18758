import { expect, test } from 'vitest'
import { publish, read, render, transform } from '../index.ts'

/** The opening tag of the first slide. */
function section(text: string): string {
  const html = render(publish(transform(read({ path: 'a.md', text })))).slides[0]?.html ?? ''
  return html.slice(0, html.indexOf('>') + 1)
}

test('a slide that is not to be fitted says so, by itself or by its deck', () => {
  expect(section('-- {fit=off}\n\n# A\n\n- b')).toContain(' data-fit="off"')
  expect(section('---\nfit: off\n---\n\n# A\n\n- b')).toContain(' data-fit="off"')
  expect(section('---\nfit: off\n---\n\n-- {fit=warn}\n\n# A\n\n- b')).not.toContain('data-fit')
})

test('language and direction are those of the slide, where they differ from the deck', () => {
  expect(section('-- {lang=ar}\n\n# Docker')).toMatch(/ lang="ar" dir="rtl"/)
  expect(section('# الحاويات والصور')).toMatch(/ dir="rtl"/)
  expect(section('# Docker')).not.toMatch(/ (?:lang|dir)=/)
})

test('what may have to be set smaller waits for it, what surely fits does not', () => {
  expect(section(`# ${'A long title of a talk '.repeat(4)}`)).toContain(' data-much')
  expect(section('# Containers in production\n\n## And what they cost')).not.toContain('data-much')
})

test('a background keeps its focal point', () => {
  expect(section('-- {background=https://example.org/a.jpg focus="30% top"}\n\n# A')).toContain(
    ' data-background-position="30% top"',
  )
})
