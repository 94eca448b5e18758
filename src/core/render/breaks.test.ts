import { expect, test } from 'vitest'
import { pageOf } from './rendered.test-aid.ts'

test('an address may break behind its signs, and says the same', () => {
  const [slide] = pageOf('https://docs.example.com/en/latest/ref/modules.dockerio.html').slides
  expect(slide?.html).toContain('https://<wbr>docs.<wbr>example.<wbr>com/<wbr>en/')
  expect(slide?.text).toBe('https://docs.example.com/en/latest/ref/modules.dockerio.html')
})

test('words and short addresses are left alone', () => {
  const [slide] = pageOf('[a/b and so on, a long text of a link](https://x.org/) https://x.org/').slides
  expect(slide?.html).not.toContain('<wbr>')
})
