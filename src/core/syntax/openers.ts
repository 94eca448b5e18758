// Which block a line opens that owns the lines behind it: a fence, a comment, raw HTML; lists around it count.

/** A block that a line opens and that only its own closer ends. */
export interface Opener {
  readonly kind: 'fence' | 'comment' | 'raw'
  /** Blanks before it, tabs as four. */
  readonly indent: number
  /** The column at which the text of the list item begins that holds it; 0 outside of lists. */
  readonly content: number
  /** Whether a line behind the opener ends the block. */
  closes(text: string): boolean
  /** Whether a line opens another block of the kind, which it would not do inside of this one. */
  reopens(text: string): boolean
  /** Whether the opening line ends it, too. */
  readonly closedAtOnce: boolean
}

/** A fence line as such: what it would open or close, wherever it stands. */
export interface FenceLine {
  readonly sign: string
  readonly length: number
  readonly info: boolean
  readonly indent: number
}

// Lists deeper than the parser is given are not followed: each marker of a line costs a look at the rest of it.
const mostMarkers = 40
const listMarker = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/
const fence = /^(`{3,}|~{3,})(.*)$/
const rawTag = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i
const rawEnd = /<\/(?:script|pre|style|textarea)>/i
// Text that ends a list when it follows a blank line, and otherwise may continue its last paragraph.
const blockStart = /^(?:[#>`~<]|[-+*=_]{3})/

/** How far a line is indented, tabs up to the next multiple of four. */
export function indentWidth(text: string): number {
  return indentOf(text, 0).width
}

/** Blanks at the start of a text, tabs up to the next multiple of four, from a column on. */
function indentOf(text: string, column: number): { readonly width: number; readonly length: number } {
  let width = 0
  let length = 0
  for (; length < text.length; length += 1) {
    if (text[length] === ' ') width += 1
    else if (text[length] === '\t') width += 4 - ((column + width) % 4)
    else break
  }
  return { width, length }
}

/** Reads a line as a fence, list markers before it set aside. */
export function fenceLine(text: string): FenceLine | undefined {
  if (!text.includes('```') && !text.includes('~~~')) return undefined
  let rest = text
  let column = 0
  for (let markers = 0; markers < mostMarkers; markers += 1) {
    const indent = indentOf(rest, column)
    column += indent.width
    rest = rest.slice(indent.length)
    const marker = listMarker.exec(rest)?.[0]
    if (marker === undefined) break
    rest = rest.slice(marker.length)
    column += marker.length
  }
  const found = fence.exec(rest)
  const run = found?.[1]
  if (run === undefined) return undefined
  const info = (found?.[2] ?? '').trim()
  if (run[0] === '`' && info.includes('`')) return undefined
  return { sign: run.charAt(0), length: run.length, info: info !== '', indent: column }
}

/**
 * Follows lists from line to line and says what each line opens.
 * Feed it every line that stands outside of such blocks, in order.
 */
export function createOpenerReader(): (text: string) => Opener | undefined {
  let lists: number[] = []
  let afterBlank = true

  return text => {
    const first = indentOf(text, 0)
    let rest = text.slice(first.length)
    if (rest === '') {
      afterBlank = true
      return undefined
    }
    const interrupts = afterBlank || blockStart.test(rest) || listMarker.test(rest)
    if (interrupts) lists = lists.filter(content => content <= first.width)
    afterBlank = false
    let column = first.width
    let base = lists.findLast(content => content <= column) ?? 0
    for (let markers = 0; ; markers += 1) {
      if (markers > mostMarkers) return undefined
      // Four blanks beyond what holds the line: indented code, or the paragraph before goes on.
      if (column - base > 3) return undefined
      const marker = listMarker.exec(rest)?.[0]
      if (marker === undefined) break
      lists = lists.filter(content => content <= column)
      column += marker.length
      const after = indentOf(rest.slice(marker.length), column)
      rest = rest.slice(marker.length + after.length)
      base = column + (rest !== '' && after.width <= 4 ? after.width : 1)
      lists.push(base)
      column += after.width
    }
    return openerAt(rest, column, base)
  }
}

function openerAt(rest: string, indent: number, content: number): Opener | undefined {
  if (rest.startsWith('<')) return htmlOpener(rest, indent, content)
  const opened = fenceLine(rest)
  if (!opened) return undefined
  const same = (text: string): FenceLine | undefined => {
    const line = fenceLine(text)
    return line && line.sign === opened.sign && line.length >= opened.length ? line : undefined
  }
  return {
    kind: 'fence',
    indent,
    content,
    closedAtOnce: false,
    closes: text => {
      const line = same(text)
      return line?.info === false && line.indent <= indent + 3 && /^[ \t]*[`~]/.test(text)
    },
    reopens: text => {
      const line = same(text)
      return line?.info === true && line.indent === indent
    },
  }
}

function htmlOpener(rest: string, indent: number, content: number): Opener | undefined {
  const opener = (kind: 'comment' | 'raw', ends: (text: string) => boolean, reopens: RegExp): Opener => ({
    kind,
    indent,
    content,
    closes: ends,
    reopens: text => reopens.test(text),
    closedAtOnce: false,
  })
  let found: Opener | undefined
  let length = 0
  if (rest.startsWith('<!--')) {
    found = opener('comment', text => text.includes('-->'), /<!--/)
    // `<!-->` and `<!--->` are whole comments.
    length = 2
  } else if (rest.startsWith('<![CDATA[')) {
    found = opener('raw', text => text.includes(']]>'), /<!\[CDATA\[/)
    length = 9
  } else if (/^<![a-z]/i.test(rest)) {
    found = opener('raw', text => text.includes('>'), /^ {0,3}<![a-z]/i)
    length = 2
  } else if (rest.startsWith('<?')) {
    found = opener('raw', text => text.includes('?>'), /^ {0,3}<\?/)
    length = 2
  } else if (rawTag.test(rest)) {
    found = opener('raw', text => rawEnd.test(text), /^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i)
  }
  return found && { ...found, closedAtOnce: found.closes(rest.slice(length)) }
}
