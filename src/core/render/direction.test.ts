import { expect, test } from 'vitest'
import { publish, read, transform } from '../index.ts'
import { directionOfSlide } from './direction.ts'

function direction(text: string, lang = 'en'): string | undefined {
  const [slide] = publish(transform(read({ path: 'a.md', text }))).slides
  return slide && directionOfSlide(slide, lang)
}

test('letters say which way a slide is written, code does not', () => {
  expect(direction('# الحاويات والصور\n\n`docker run --rm -it alpine:3.20 sh -c "a long command"`')).toBe(
    'rtl',
  )
  expect(direction('# Containers\n\nThe word حاوية is Arabic.')).toBeUndefined()
})

test('a named language wins, and only what differs from the deck is said', () => {
  expect(direction('-- {lang=ar}\n\n# Docker')).toBe('rtl')
  expect(direction('# الحاويات والصور', 'ar')).toBeUndefined()
  expect(direction('# Containers and images', 'ar')).toBe('ltr')
})

test('too few letters say nothing', () => {
  expect(direction('# 42', 'ar')).toBeUndefined()
})
