// Raw HTML as real decks have it: old, broken, and meant well.

import { describe, expect, test } from 'vitest'
import { attribute, elementsOf, htmlOf, pageOf, problemsOf } from './rendered.test-aid.ts'

const bodyOf = (markdown: string) => {
  const html = htmlOf(`## T\n\n${markdown}\n`)
  return html.replace(/^[\s\S]*?<div class="slide-body">/, '').replace(/<\/div><\/div><\/section>$/, '')
}
const rendered = (markdown: string) => {
  const page = pageOf(`## T\n\n${markdown}\n`)
  return { page, html: page.slides[0]?.html ?? '', problems: problemsOf(page) }
}

describe('tags that are not paired', () => {
  test('an element opened twice is closed the second time', () => {
    const { html, page, problems } = rendered('<center>Dan<center>\n\n* a list')
    expect(html).toMatch(/<div class="s-\w+">Dan<\/div>\s*<ul>\s*<li>a list<\/li>\s*<\/ul>/)
    expect(page.css).toContain('text-align:center')
    expect(problems.every(problem => problem.startsWith('3 html-unclosed `<center>`'))).toBe(true)
  })

  test('what a block leaves open ends with the block', () => {
    const { html, problems } = rendered('<center>one\n\ntwo')
    expect(html).toMatch(/>one\s*<\/div>\s*<p>two<\/p>/)
    expect(problems).toEqual(['3 html-unclosed `<center>` is not closed on its slide'])
  })

  test('what a line leaves open ends with the line', () => {
    const { html, problems } = rendered('one <b>two\n\nthree')
    expect(html).toMatch(/<p>one <b>two<\/b><\/p>\s*<p>three<\/p>/)
    expect(problems).toEqual(['3 html-unclosed `<b>` is not closed on its slide'])
  })

  test('an element around Markdown may span blocks', () => {
    const { html, problems } = rendered('<div class="box">\n\n**bold**\n\n- item\n\n</div>\n\nafter')
    expect(html).toMatch(
      /<div class="box">\s*<p><strong>bold<\/strong><\/p>\s*<ul>[\s\S]*<\/ul>\s*<\/div>\s*<p>after/,
    )
    expect(problems).toEqual([])
  })

  test('a font around blocks holds them', () => {
    const { html, problems } = rendered('<font color="#00cc00">\n\n- item\n\n</font>\n\nafter')
    expect(html).toMatch(/<div class="s-\w+">\s*<ul>[\s\S]*<\/ul>\s*<\/div>\s*<p>after/)
    expect(problems).toEqual([])
  })

  test('an end tag that closes nothing is dropped, also where it would close what is ours', () => {
    const { html, problems } = rendered(
      '::left::\n\none\n\n</div></section></main>\n\ntwo\n\n::right::\n\nthree',
    )
    expect(html).toMatch(
      /<div class="slots slots-2"><div class="slot slot-left">[\s\S]*two[\s\S]*<div class="slot slot-right">/,
    )
    expect(problems).toHaveLength(3)
  })

  test('wrongly nested tags keep their words', () => {
    const { html } = rendered('<b>a<i>b</b>c</i>')
    expect(html).toContain('<b>a<i>b</i></b>c')
  })

  test('empty elements need no end tag and may have one', () => {
    const { html, problems } = rendered("<img src='a.png'></img>\n\na<br/></br>b")
    expect(elementsOf(html).filter(node => node.tagName === 'br')).toHaveLength(1)
    expect(html).toContain('<figure class="picture"><img src="a.png" alt=""')
    expect(problems).toEqual([])
  })

  test('deep nesting ends somewhere', () => {
    const { html, problems } = rendered(`${'<div>'.repeat(5000)}x`)
    expect(html).toContain('x')
    expect(problems.some(problem => problem.includes('nesting-depth'))).toBe(true)
  })

  test('tags in attributes and comments are no tags', () => {
    const { html, problems } = rendered('<p title="</div>"><!-- <div> --> text</p>')
    expect(html).toContain('text')
    expect(problems).toEqual([])
  })
})

describe('looks of another age', () => {
  test('five digits are a colour, as browsers take them', () => {
    const { html, page } = rendered('<font color="#ff000">x</font>')
    expect(html).toMatch(/<span class="s-\w+">x<\/span>/)
    expect(page.css).toMatch(/color:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)/)
  })

  test('sizes, faces and alignment become styles', () => {
    const { page } = rendered('<font size="+2" face="Georgia, serif">x</font>\n\n<p align="right" >y</p>')
    expect(page.css).toContain('font-size:x-large;font-family:Georgia, serif')
    expect(page.css).toContain('text-align:right')
  })

  test('a rule that cannot be seen still takes its room', () => {
    const { html, page, problems } = rendered('<hr style="height:2pt; visibility:hidden;" />')
    expect(html).toMatch(/<hr class="s-\w+">/)
    expect(page.css).toContain('{height:2pt;visibility:hidden}')
    expect(problems).toEqual([])
  })

  test('a picture among words has the size its author gave it, and is shown whole', () => {
    const { page } = rendered("a <img src='a.png' style='margin: 0 auto; width: 80px; height: 20px'> b")
    expect(page.css).toContain('margin:0 auto;width:80px;aspect-ratio:80/20;object-fit:contain')
  })

  test('a picture that stands alone has its size from the layout', () => {
    const { html, page } = rendered("<img src='a.png' style='width: 800px; height: 200px'>\n\n## x\n\n- a")
    expect(html).toContain('width="800" height="200"')
    expect(page.css).toBe('')
  })

  test('the same style is one class', () => {
    const { page } = rendered('<b style="color:red">x</b> <i style="color: red;">y</i>')
    expect(page.css.split('\n')).toHaveLength(1)
  })

  test('there is no style attribute', () => {
    const { html } = rendered('<p style="color:red">x</p>\n\n![x](y.png){style="float:right"}')
    expect(html).not.toContain('style=')
  })

  test.each(['section', 'article', 'header', 'footer', 'main', 'nav'])('<%s> is a plain division', name => {
    expect(bodyOf(`<${name} class="x">y</${name}>`)).toContain('<div class="x">y</div>')
  })
})

describe('what is kept', () => {
  test.each([
    ['<kbd>Ctrl</kbd>', '<kbd>Ctrl</kbd>'],
    ['H<sub>2</sub>O<sup>x</sup>', 'H<sub>2</sub>O<sup>x</sup>'],
    ['<details open><summary>s</summary>t</details>', '<details open><summary>s</summary>t</details>'],
    ['<abbr title="x">y</abbr>', '<abbr title="x">y</abbr>'],
    ['<p lang="fr" dir="ltr">y</p>', '<p lang="fr" dir="ltr">y</p>'],
    ['<ol start="3" type="a"><li>y</ol>', '<ol start="3" type="a"><li>y</li></ol>'],
  ])('%s', (written, kept) => {
    const { html, problems } = rendered(written)
    expect(html).toContain(kept)
    expect(problems).toEqual([])
  })

  test('the address of a film or a sound, in its place, and no request for it', () => {
    const { html, page } = rendered(
      '<video src="https://v.example/a.mp4" poster="p.png"></video>\n\n<audio src="b.mp3">Words</audio>',
    )
    expect(elementsOf(html).some(node => node.tagName === 'video' || node.tagName === 'audio')).toBe(false)
    const link = elementsOf(html).find(node => attribute(node, 'href') === 'https://v.example/a.mp4')
    expect(link?.tagName).toBe('a')
    expect(html).toContain('b.mp3')
    expect(html).toContain('Words')
    expect(page.sources.media).toEqual([])
    expect(page.diagnostics.filter(({ rule }) => rule === 'html-dropped')).toHaveLength(2)
  })

  test('a frame over https, shut in and named', () => {
    const { html, page } = rendered(
      '<iframe src="https://f.example/e?x=1&y=2" width="560" height="315" onload="x()"></iframe>',
    )
    const frame = elementsOf(html).find(node => node.tagName === 'iframe')
    expect(attribute(frame, 'src')).toBe('https://f.example/e?x=1&y=2')
    expect(attribute(frame, 'sandbox')).not.toContain('top-navigation')
    expect(attribute(frame, 'title')).toBe('Embedded page')
    expect(attribute(frame, 'loading')).toBe('lazy')
    expect(page.sources.frame).toEqual(['https://f.example'])
  })

  test('anchors and the links to them', () => {
    const { html } = rendered('<a name="here"></a>\n\n[go](#here) <a href="#here">go</a>')
    const ids = elementsOf(html).flatMap(node => attribute(node, 'id') ?? [])
    expect(ids).toContain('user-content-here')
    expect(html).toContain('href="#user-content-here"')
  })

  test('comments go in silence', () => {
    const { html, problems } = rendered('a <!-- secret --> b\n\n<!-- secret -->')
    expect(html).not.toContain('secret')
    expect(problems).toEqual([])
  })
})

describe('what is dropped is said, with its place', () => {
  test.each([
    ['a <script>x</script> b', '3 html-dropped `<script>` is not published'],
    ['line\n\n<object data=x></object>', '5 html-dropped `<object>` is not published'],
    ['<p onclick="x()">y</p>', '3 html-dropped `onclick` of `<p>` is not published'],
    ['<p data-secret="x">y</p>', '3 html-dropped `data-secret` of `<p>` is not published'],
    ['<blob>y</blob>', '3 html-dropped `<blob>` is not published'],
    ['<p style="position:fixed;color:red">y</p>', '3 style-dropped `position:fixed` is not kept'],
    ['<a href="vbscript:x">y</a>', '3 url-dropped `vbscript:x` is no address that is published'],
    ['<aside class="notes">psst</aside>', '3 html-dropped `<aside class="notes">` is not published'],
  ])('%s', (written, problem) => {
    expect(rendered(written).problems).toEqual([problem])
  })

  test('and the words around it stay', () => {
    expect(rendered('a <script>x</script> b').html).toMatch(/<p>a\s+b<\/p>/)
    expect(rendered('<blob>y</blob>').html).toContain('y')
    expect(rendered('<aside class="notes">psst</aside>').html).not.toContain('psst')
  })

  test('columns are those of the source', () => {
    const page = pageOf('## T\n\n- a <u onclick=x>b</u>\n')
    expect(page.diagnostics.find(({ rule }) => rule === 'html-dropped')?.position?.start).toMatchObject({
      line: 3,
      column: 5,
    })
  })
})
