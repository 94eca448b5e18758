// Whatever a deck holds, its page holds no script, no handler, no bad address, and nothing that shadows a name.

import { describe, expect, test } from 'vitest'
import { addresses, payloads } from './hostile.test-aid.ts'
import { attribute, type DomElement, elementsOf, pageOf } from './rendered.test-aid.ts'
import { schema } from './schema.ts'

const known = new Set([...(schema.tagNames ?? []), 'section', 'header'])
const urls = [
  'href',
  'src',
  'poster',
  'cite',
  'action',
  'formaction',
  'data',
  'background',
  'srcset',
  'xlink:href',
]
const frame = /^https:\/\//
const anywhere =
  /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]|(?![\\/]{2})[^:]*$|[^:]*[/?#])/i

function faultsOf(node: DomElement): string[] {
  const faults: string[] = []
  if (!known.has(node.tagName)) faults.push(`<${node.tagName}>`)
  for (const { name, value } of node.attrs) {
    if (
      /^on|^(?:style|srcdoc|srcset|formaction|action|background|name|http-equiv|is|slot|form|allow)$/.test(
        name,
      )
    ) {
      faults.push(`${node.tagName} ${name}`)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers skip in an address
    const url = value.replace(/[\u0000-\u0020]/g, '')
    if (urls.includes(name) && !(node.tagName === 'iframe' ? frame : anywhere).test(url)) {
      faults.push(`${node.tagName} ${name}=${value}`)
    }
    if (name === 'id' && !/^(?:user-content-|\/|slide-|[a-z0-9-]+$)/.test(value)) faults.push(`id ${value}`)
  }
  const id = attribute(node, 'id')
  if (id !== undefined && !id.startsWith('user-content-') && !isOurs(node)) faults.push(`id ${id}`)
  return faults
}

function isOurs(node: DomElement): boolean {
  const classes = (attribute(node, 'class') ?? '').split(' ')
  return (
    node.tagName === 'section' ||
    ['slide-title', 'slide-frame', 'visually-hidden'].some(name => classes.includes(name))
  )
}

test('the check sees what it is meant to see', () => {
  const seen = payloads.filter(markdown => {
    const page = pageOf(`## First\n\n${markdown}\n`, { html: 'trusted' })
    return page.slides.some(slide => elementsOf(slide.html).flatMap(faultsOf).length > 0)
  })
  expect(seen.length).toBeGreaterThan(100)
})

function check(markdown: string) {
  const page = pageOf(`## First\n\n${markdown}\n\n--\n\n## Second\n\nLast words.\n`)
  const html = page.slides.map(slide => slide.html).join('\n')
  expect(elementsOf(html).flatMap(faultsOf), html).toEqual([])
  expect(page.css).not.toMatch(/url|expression|image-set|fixed|@|<|\\|--/i)
  // The damage stays where it is: the next slide is whole.
  const second = page.slides.at(-1)?.html ?? ''
  expect(second).toContain('<p>Last words.</p>')
  expect(elementsOf(second).filter(node => node.tagName === 'section')).toHaveLength(1)
}

describe('attacks', () => {
  test.each(payloads)('%j', check)
})

test.each(addresses)('address %j', check)

test('addresses are dropped, with a word about each', () => {
  const page = pageOf(
    '## T\n\n[a](javascript:alert(1)) ![b](data:text/html,x)\n\n<a href="vbscript:x">c</a>\n',
  )
  expect(page.diagnostics.filter(({ rule }) => rule === 'url-dropped')).toHaveLength(3)
})

test('trusted HTML is left alone', () => {
  const page = pageOf('## T\n\n<p style="color:red" onclick="x()">y</p>\n\n<script>z()</script>\n', {
    html: 'trusted',
  })
  const html = page.slides[0]?.html ?? ''
  expect(html).toContain('onclick="x()"')
  expect(html).toContain('<script>z()</script>')
  expect(html).toContain('style="color:red"')
})
