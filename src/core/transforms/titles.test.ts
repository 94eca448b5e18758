import { describe, expect, test } from 'vitest'
import { readHeadingTags } from './heading-tags.ts'
import { readPictureTags } from './picture-tags.ts'
import { findTitles } from './titles.ts'
import { sketch, through, written } from './written.test-aid.ts'

function titled(text: string) {
  const [slide] = through([readHeadingTags, readPictureTags, findTitles], written(text)).deck.slides
  const roles = slide?.body.children.map(node => node.data?.role ?? '-').join(' ')
  return { title: slide?.title, subtitle: slide?.subtitle, roles, body: slide && sketch(slide.body) }
}

describe('the title', () => {
  test('is the heading at the top, the one below it the subtitle, a third is content', () => {
    expect(titled('# One\n## Two\n### Three\ntext')).toMatchObject({
      title: 'One',
      subtitle: 'Two',
      roles: 'title subtitle - -',
    })
  })

  test('is plain text', () => {
    expect(titled('# *One* `two` <font color="red">three</font> &amp; ![four](x.png)').title).toBe(
      'One two three &',
    )
  })

  test('may stand under a picture or line breaks', () => {
    expect(titled('<br>\n\n# Demo').title).toBe('Demo')
    expect(titled('![](a.png)\n\n# Picture\n## below')).toMatchObject({ title: 'Picture', subtitle: 'below' })
  })

  test('is not a heading further down', () => {
    expect(titled('text\n\n# Late')).toMatchObject({ title: undefined, roles: '- -' })
    expect(titled('# One\n\ntext\n\n## Late').subtitle).toBeUndefined()
  })

  test('is what a heading’s picture shows', () => {
    expect(titled('# ![The harbour](a.png)').title).toBe('The harbour')
  })

  test('is not a heading that says nothing, which stays as what it holds', () => {
    expect(titled('# <br>\n## Real')).toMatchObject({ title: 'Real', body: 'p(html(<br>)) heading(Real)' })
    expect(titled('# ![](a.png)\ntext')).toMatchObject({ title: undefined, body: 'p(image(a.png)) p(text)' })
    expect(titled('#\n\ntext').body).toBe('p(text)')
  })
})

describe('raw headings', () => {
  test('are headings, and what stands below them in the block stays', () => {
    expect(titled('<h1 class="big">Docker: There &amp; Back</h1>\n<img src=\'a.png\'></img>')).toMatchObject({
      title: 'Docker: There & Back',
      body: 'heading(Docker: There & Back) p(image(a.png))',
    })
  })

  test('follow each other as title and subtitle', () => {
    expect(titled('<h1>One</h1>\n<h2>Two <b>bold</b></h2>')).toMatchObject({
      title: 'One',
      subtitle: 'Two bold',
    })
  })

  test('keep their attributes for those who judge them', () => {
    const [slide] = through([readHeadingTags], written('<h2 id="x" style="color:red" onclick="y()">T</h2>'))
      .deck.slides
    expect(slide?.body.children[0]?.data?.attributes).toEqual({
      id: 'x',
      classes: [],
      values: { style: 'color:red', onclick: 'y()' },
    })
  })

  test('stand at their place', () => {
    const text = 'text\n\n<h1>One</h1>\n<h2>Two</h2>\n<p>'
    const [slide] = through([readHeadingTags], written(text)).deck.slides
    const pieces = slide?.body.children.map(({ position }) =>
      text.slice(position?.start.offset, position?.end.offset),
    )
    expect(pieces).toEqual(['text', '<h1>One</h1>', '<h2>Two</h2>', '<p>'])
    expect(slide?.body.children[2]?.position?.start).toEqual({ line: 4, column: 1, offset: 19 })
  })
})
