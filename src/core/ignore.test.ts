// Comments that quiet rules: what they reach, and that they reach no further.

import { describe, expect, it } from 'vitest'
import { publish, read, render, transform } from './index.ts'

/** Rule and line of every problem, through all that finds any. */
function problemsOf(text: string, path = 'talk.md'): string[] {
  const deck = transform(read({ path, text }), new Map())
  return render(publish(deck)).diagnostics.map(
    ({ rule, position }) => `${position?.start.line ?? ''} ${rule}`,
  )
}

const slide = (comment: string): string =>
  `# One\n\n--\n\n## Two\n\n${comment}\n\n![](a.png)\n\n--\n\n## Three\n\n![](b.png)\n`

describe('a comment that quiets a rule', () => {
  it('does so on its own slide', () => {
    expect(problemsOf(slide(''))).toEqual(['9 image-alt', '15 image-alt'])
    expect(problemsOf(slide('<!-- deckhand-ignore image-alt -->'))).toEqual(['15 image-alt'])
    expect(problemsOf(slide('words <!-- deckhand-ignore image-alt --> and more'))).toEqual(['15 image-alt'])
    expect(problemsOf(slide('<!--deckhand-ignore: link-broken, image-alt -- it decorates-->'))).toEqual([
      '15 image-alt',
    ])
  })

  it('reaches what the separator of its slide says', () => {
    const text = (comment: string): string => `# One\n\n-- {colour=red}\n\n## Two\n\n${comment}\n`
    expect(problemsOf(text(''))).toEqual(['3 attribute-unknown'])
    expect(problemsOf(text('<!-- deckhand-ignore attribute-unknown -->'))).toEqual([])
  })

  it('holds for the whole file above the first slide', () => {
    const comment = '<!-- deckhand-ignore image-alt -->\n'
    expect(problemsOf(`${comment}\n${slide('')}`)).toEqual([])
    expect(problemsOf(`---\ntitle: T\n---\n\n${comment}\n${slide('')}`)).toEqual([])
    expect(problemsOf(`${comment}---\ntitle: T\n---\n${slide('')}`)).toEqual([])
    expect(problemsOf(`---\ntitle: T\n---\n\n${comment}\n--\n\n${slide('')}`)).toEqual([])
    expect(problemsOf(`title: T\n\n--\n\n${comment}\n${slide('')}`)).toEqual([])
    expect(problemsOf(slide('').replace('# One', `# One\n\n${comment}`))).toHaveLength(2)
  })

  it('makes no slide above the first separator', () => {
    const text = `---\ntitle: T\n---\n\n<!-- deckhand-ignore image-alt -->\n\n--\n\n${slide('')}`
    expect(read({ path: 'a.md', text }).slides.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
    expect(problemsOf(text)).toEqual([])
  })

  it('also quiets what rendering finds', () => {
    const text = (comment: string): string => `# One\n\n--\n\n## Two\n\n${comment}\n\n<b onclick="x">a</b>\n`
    expect(problemsOf(text(''))).toEqual(['9 html-dropped'])
    expect(problemsOf(text('<!-- deckhand-ignore html-dropped -->'))).toEqual([])
  })

  it('is none in code', () => {
    for (const code of [
      '```html\n<!-- deckhand-ignore image-alt -->\n```',
      '    <!-- deckhand-ignore image-alt -->',
      '`<!-- deckhand-ignore image-alt -->`',
      '<pre>\n<!-- deckhand-ignored image-alt -->\n</pre>',
    ]) {
      expect(
        problemsOf(slide(code)).filter(each => each.endsWith('image-alt')),
        code,
      ).toHaveLength(2)
    }
  })

  it.each([
    ['deckset', '# One\n\n---\n\n# Two\n\nCOMMENT\n\n![inline](a.png)\n\n^ said\n'],
    [
      'cleaver',
      'title: T\nencoding: utf-8\noutput: x.html\n\n--\n\n# One\n\n--\n\n## Two\n\nCOMMENT\n\n![](a.png)\n',
    ],
    ['outline', '# One\n\ntext\n\n## Two\n\nCOMMENT\n\n![](a.png)\n\n## Three\n\nmore\n'],
  ])('is known in %s', (dialect, text) => {
    const found = (comment: string): string[] =>
      transform(read({ path: 'a.md', text: text.replace('COMMENT', comment) }, { dialect })).diagnostics.map(
        ({ rule }) => rule,
      )
    expect(found('')).toContain('image-alt')
    expect(found('<!-- deckhand-ignore image-alt -->')).not.toContain('image-alt')
  })

  it('is known in a page of notes, for its notes', () => {
    const found = (comment: string): string[] => {
      const text = `# Notes\n\n## 1 - One\n\nsaid\n\n## 1 - Two\n\n${comment}\n\nmore\n`
      return read({ path: 'a.notes.md', text }, { dialect: 'numbered-notes' }).diagnostics.map(
        ({ rule }) => rule,
      )
    }
    expect(found('')).toEqual(['notes-number'])
    expect(found('<!-- deckhand-ignore notes-number -->')).toEqual([])
  })

  it('says which rule it does not know, and which it may not quiet', () => {
    const said = (comment: string): unknown =>
      read({ path: 'a.md', text: slide(comment) }).diagnostics.map(({ rule, message, note, position }) => [
        rule,
        message,
        note,
        position?.start.line,
      ])
    expect(said('<!-- deckhand-ignore image-atl -->')).toEqual([
      ['rule-unknown', 'There is no rule `image-atl`', 'Did you mean `image-alt`?', 7],
    ])
    expect(said('<!-- deckhand-ignore file-outside -->')).toEqual([
      ['rule-unknown', '`file-outside` cannot be quieted', expect.any(String), 7],
    ])
    expect(said('<!-- deckhand-ignore -->')).toEqual([
      ['rule-unknown', '`deckhand-ignore` names no rule', expect.any(String), 7],
    ])
  })

  it('is never published', () => {
    const deck = transform(
      read({
        path: 'a.md',
        text: `<!-- deckhand-ignore image-alt -->\n\n${slide('a <!-- deckhand-ignore image-alt --> b')}`,
      }),
    )
    expect(JSON.stringify(render(publish(deck)).slides)).not.toContain('deckhand-ignore')
  })
})
