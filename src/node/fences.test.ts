import { expect, it } from 'vitest'
import { fencesIn } from './fences.ts'

it('lists code with its language, however fenced', () => {
  const text =
    '# A\n\n```sh {1}\nls\n```\n\n~~~~ js title="x"\n~~~\nlet a\n~~~~\n\n```\nplain\n```\n\n````md\n```\n````\n'
  expect(fencesIn(text)).toEqual([
    { language: 'sh', text: 'ls' },
    { language: 'js', text: '~~~\nlet a' },
    { language: '', text: 'plain' },
    { language: 'md', text: '```' },
  ])
})

it('is not held up by fences that do not close', () => {
  const began = performance.now()
  fencesIn('```a\n'.repeat(20_000))
  fencesIn(`${'```x\n~~~y\n'.repeat(10_000)}`)
  expect(performance.now() - began).toBeLessThan(2000)
})
