import { describe, expect, test } from 'vitest'
import type { Asset, Assets } from '../deck/deck.ts'
import { findImages } from './images.ts'
import { readPictureTags } from './picture-tags.ts'
import { through, written } from './written.test-aid.ts'

const harbor: Asset = { kind: 'image', url: 'assets/harbor-1a.png', width: 40, height: 30 }
const found: Assets = new Map<string, Asset>([
  ['image:harbor.png', harbor],
  [
    'image:Harbor.PNG',
    { kind: 'absent', rule: 'image-case', reason: 'the file is named `harbor.png`', found: harbor },
  ],
  ['image:../x.png', { kind: 'absent', rule: 'image-outside' }],
]) as Assets

function looked(text: string, assets: Assets = found) {
  const { deck, problems } = through([readPictureTags, findImages], written(text), assets)
  const [block] = deck.slides.at(-1)?.body.children ?? []
  const image = block?.type === 'paragraph' ? block.children[0] : block
  return { deck, image, problems: problems.map(problem => problem.rule), said: problems }
}

describe('a picture', () => {
  test('that was found knows where and how large it is', () => {
    const { image, problems } = looked('![The harbour](harbor.png)')
    expect(image?.data?.image).toEqual({ status: 'ok', url: 'assets/harbor-1a.png', width: 40, height: 30 })
    expect(problems).toEqual([])
  })

  test('that was not found is missing, with its place', () => {
    const { image, said } = looked('\n![x](gone.png)')
    expect(image?.data?.image).toEqual({ status: 'missing' })
    expect(said).toMatchObject([{ rule: 'image-missing', position: { start: { line: 2 } } }])
  })

  test('under another spelling is shown and reported', () => {
    const { image, said } = looked('![x](Harbor.PNG)')
    expect(image?.data?.image?.status).toBe('ok')
    expect(said[0]?.message).toBe('`Harbor.PNG` is spelt otherwise on disk: the file is named `harbor.png`')
  })

  test('outside, or on another server, is not shown', () => {
    expect(looked('![x](../x.png)')).toMatchObject({
      problems: ['image-outside'],
      image: { data: { image: { status: 'missing' } } },
    })
    for (const address of ['https://a.b/x.png', '//a.b/x.png']) {
      expect(looked(`![x](${address})`)).toMatchObject({
        problems: ['image-remote'],
        image: { data: { image: { status: 'remote' } } },
      })
    }
  })

  test('with an address that is none for pictures is left to who writes the page', () => {
    expect(looked('![x](javascript:alert)').problems).toEqual([])
  })

  test('that nobody looked for is left alone, unless it is remote', () => {
    const { image, problems } = looked('![x](a.png)', new Map())
    expect(image?.data?.image).toBeUndefined()
    expect(problems).toEqual([])
    expect(looked('![x](http://a.b/x.png)', new Map()).problems).toEqual(['image-remote'])
  })

  test('within its address needs no file, but is better off in one when it is large', () => {
    expect(looked('![x](data:image/png;base64,AAAA)').problems).toEqual([])
    expect(looked(`![x](data:image/png;base64,${'A'.repeat(70_000)})`).problems).toEqual(['image-size'])
  })

  test('without a description is reported, unless it is decoration on purpose', () => {
    expect(looked('![](harbor.png)').problems).toEqual(['image-alt'])
    expect(looked('<img src="harbor.png">').problems).toEqual(['image-alt'])
    expect(looked('<img src="harbor.png" alt="">').problems).toEqual([])
  })

  test('named by reference is an image', () => {
    const { deck } = through([findImages], written('![x][h]\n--\n[h]: harbor.png "H"'), found)
    expect(deck.slides[0]?.body.children[0]).toMatchObject({
      children: [
        { type: 'image', url: 'harbor.png', title: 'H', alt: 'x', data: { image: { status: 'ok' } } },
      ],
    })
  })

  test('in raw HTML is marked by its address', () => {
    const { image, problems } = looked('<div><img src="harbor.png"> <img src=gone.png></div>')
    expect(image?.data?.images).toMatchObject({
      'harbor.png': { status: 'ok' },
      'gone.png': { status: 'missing' },
    })
    expect(problems).toEqual(['image-missing'])
  })

  test('in notes is never spoken of', () => {
    expect(looked('x\nNote: ![](secret.png)').problems).toEqual([])
  })

  test('behind a slide is named as the site has it, or not at all', () => {
    expect(looked('x\n-- {background=harbor.png}\ny').deck.slides[1]?.background?.image).toBe(
      'assets/harbor-1a.png',
    )
    const gone = looked('x\n-- {background=gone.png}\ny')
    expect(gone.deck.slides[1]?.background?.image).toBeUndefined()
    // Where it is asked for, not where the slide's text begins.
    expect(gone.said[0]?.position?.start).toMatchObject({ line: 2, column: 5 })
    expect(gone.problems).toEqual(['image-missing'])
  })
})

describe('an <img> tag', () => {
  const image = (text: string) => looked(text, new Map()).image

  test('is an image with what was written on it', () => {
    expect(
      image(`<img class="a b" id=i src='x.png?a=1&amp;b=2' alt="A &quot;B&quot;" title=t width=10>`),
    ).toMatchObject({
      type: 'image',
      url: 'x.png?a=1&b=2',
      alt: 'A "B"',
      title: 't',
      data: { attributes: { id: 'i', classes: ['a', 'b'], values: { width: '10' } } },
    })
  })

  test('has its size in pixels read out of its style', () => {
    const style = 'margin: 0 auto; display: block; width: 400px; height: 399.6px;'
    expect(image(`<img src='x.png' style='${style}'></img>`)?.data?.attributes?.values).toEqual({
      width: '400',
      height: '400',
      style: 'margin: 0 auto; display: block',
    })
    expect(image(`<img src='x.png' style='width: 50%'>`)?.data?.attributes?.values).toEqual({
      style: 'width: 50%',
    })
  })

  test('with anything else on it stays raw, to be judged as such', () => {
    expect(image('<img src=x.png onerror=alert(1)>')?.type).toBe('html')
    expect(image('<img src=x.png srcset="y.png 2x">')?.type).toBe('html')
    expect(image('<img alt="no source">')?.type).toBe('html')
  })

  test('among words stays among words', () => {
    const [slide] = through([readPictureTags], written('see <img src=x.png> here')).deck.slides
    expect(slide?.body.children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text' }, { type: 'image' }, { type: 'text' }] },
    ])
  })
})
