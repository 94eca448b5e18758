import { expect, test } from 'vitest'
import type { KeptSlide } from './remember.ts'
import { pageOf } from './rendered.test-aid.ts'

/** Renders talks one after the other, and says which slides had to be made for each. */
function remembering() {
  const kept = new Map<string, KeptSlide>()
  return (text: string): (string | undefined)[] => {
    const made: (string | undefined)[] = []
    pageOf(text, {
      remember(name, make) {
        const known = kept.get(name)
        if (known) return known
        const fresh = make()
        kept.set(name, fresh)
        made.push(fresh.slide.title)
        return fresh
      },
    })
    return made
  }
}

const talk = (title: string, word = 'ship'): string =>
  [
    '# Harbours',
    `## ${title}\n\nA ${word}.`,
    '## Shell\n\n```sh\n# a comment & more\nls\n```\n\nSay `#1`.',
    '## Link\n\n[There](#cargo)',
    '## Raw\n\n<a href="&#35;cargo">there</a>',
    '## Reference\n\n[There][at]',
    '## Cargo\n\n[at]: https://example.org',
    // Short talks are not remembered.
    ...Array.from({ length: 60 }, (_, day) => `## Day ${day}\n\nWe sail.`),
  ].join('\n\n--\n\n')

test('of a talk in which words of a slide changed only that slide is made', () => {
  const made = remembering()
  expect(made(talk('Ships'))).toHaveLength(66)
  expect(made(talk('Ships'))).toEqual([])
  expect(made(talk('Ships', 'boat'))).toEqual(['Ships'])
})

test('a slide that moved down is what it was', () => {
  const made = remembering()
  made(talk('Ships'))
  expect(made(talk('Ships').replace('# Harbours', '# Harbours\n\nAnd\n\nmore.'))).toEqual([])
})

test('where addresses changed, slides that may have a link are made; a sign in code is none', () => {
  const made = remembering()
  made(talk('Ships'))
  expect(made(talk('Boats'))).toEqual(['Boats', 'Link', 'Raw', 'Reference'])
})
