import { describe, expect, test } from 'vitest'
import { freeLooseMedia } from './loose-media.ts'
import { readPictureTags } from './picture-tags.ts'
import { sketch, through, written } from './written.test-aid.ts'

function freed(text: string): string {
  const [slide] = through([readPictureTags, freeLooseMedia], written(text)).deck.slides
  return slide ? sketch(slide.body) : ''
}

describe('a picture alone on its line under a list', () => {
  test('belongs to the slide', () => {
    expect(freed('* a\n* b\n<img src="x.png"></img>')).toBe('list(item(a) item(b)) p(image(x.png))')
    expect(freed('* a\n![](x.png)')).toBe('list(item(a)) p(image(x.png))')
    expect(freed('* a\n[![](x.png)](http://x.y)')).toBe('list(item(a)) p(link(image(x.png)))')
  })

  test('belongs to the slide behind an inner list and in a numbered one', () => {
    expect(freed('* a\n  * b\n![](x.png)')).toBe('list(item(p(a) list(item(b)))) p(image(x.png))')
    expect(freed('* * a\n![](x.png)')).toBe('list(item(item(a))) p(image(x.png))')
    expect(freed('1. a\n![](x.png)')).toBe('list(item(a)) p(image(x.png))')
  })

  test('goes behind the list where the list goes on', () => {
    expect(freed('* a\n![](x.png)\n* b')).toBe('list(item(a) item(b)) p(image(x.png))')
  })

  test('stays with the item under whose text it is indented', () => {
    expect(freed('* a\n  ![](x.png)')).toBe('list(item(a⏎image(x.png)))')
    expect(freed('* a\n  * b\n  ![](x.png)')).toBe('list(item(p(a) list(item(b)) p(image(x.png))))')
  })

  test('stays with the item where it is not alone', () => {
    expect(freed('* a ![](x.png)')).toBe('list(item(a image(x.png)))')
    expect(freed('* a\nsee ![](x.png)')).toBe('list(item(a⏎see image(x.png)))')
    expect(freed('* ![](x.png)')).toBe('list(item(image(x.png)))')
  })
})

describe('a line break alone on its line under a list', () => {
  test('ends the item, and what follows goes with it', () => {
    expect(freed('* a\nb<br>\n<b></b><br>\n\\* foot\n![](x.png)\nmore')).toBe(
      'list(item(a⏎bhtml(<br>))) p(html(<b>)html(</b>)html(<br>)⏎* foot) p(image(x.png)) p(more)',
    )
  })

  test('may be all that follows', () => {
    expect(freed('* a\n<br>\n\nb')).toBe('list(item(a)) p(html(<br>)) p(b)')
  })
})

describe('pictures in running text', () => {
  test('are blocks of their own where they have lines of their own', () => {
    expect(freed('before\n![](x.png)\n![](y.png)\nafter')).toBe(
      'p(before) p(image(x.png)⏎image(y.png)) p(after)',
    )
  })

  test('stay where they stand in a line', () => {
    expect(freed('before ![](x.png)\nafter')).toBe('p(before image(x.png)⏎after)')
  })
})

test('what is left is placed between true points', () => {
  const text = '* a\n* b\n![](x.png)'
  const [slide] = through([freeLooseMedia], written(text)).deck.slides
  const [, picture] = slide?.body.children ?? []
  expect(text.slice(picture?.position?.start.offset, picture?.position?.end.offset)).toBe('![](x.png)')
})
