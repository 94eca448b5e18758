// Where the tags stand in a piece of raw HTML: enough to count them, not to trust them.

/** A tag, comment or declaration in a text; offsets count in that text. */
export interface RawTag {
  readonly kind: 'open' | 'close' | 'other'
  /** Lower case; empty for comments and declarations. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Elements that have no end tag (HTML standard, "void elements", and the old ones parsed like them). */
export const voidTags: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Elements whose content is not markup and goes with them, tags and all. */
const opaque = new Set(['script', 'style', 'iframe'])

/**
 * Lists the tags of a text in order, as a browser's tokenizer would find them: attribute values in quotes
 * may hold `>`, comments may end in `--!>` or be empty as `<!-->`. An unfinished tag at the end is `other`.
 */
export function scanTags(html: string): RawTag[] {
  const tags: RawTag[] = []
  let at = html.indexOf('<')
  while (at >= 0) {
    const tag = readTag(html, at)
    if (tag) {
      tags.push(tag)
      at = tag.end
      if (tag.kind === 'open' && opaque.has(tag.name)) at = closingTag(html, tag.name, at)
    } else at++
    at = html.indexOf('<', at)
  }
  return tags
}

/** Where the end tag of an opaque element begins; the text's end where there is none. */
function closingTag(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

function readTag(html: string, start: number): RawTag | undefined {
  if (html.startsWith('<!--', start)) {
    return { kind: 'other', name: '', start, end: commentEnd(html, start) }
  }
  const next = html[start + 1]
  if (next === '!' || next === '?') {
    const close = html.indexOf('>', start)
    return { kind: 'other', name: '', start, end: close < 0 ? html.length : close + 1 }
  }
  const closing = next === '/'
  let at = start + (closing ? 2 : 1)
  if (!/[a-z]/i.test(html[at] ?? '')) return undefined
  const nameStart = at
  while (at < html.length && !/[\s/>]/.test(html[at] ?? '')) at++
  const name = html.slice(nameStart, at).toLowerCase()
  const end = tagEnd(html, at)
  if (end < 0) return { kind: 'other', name, start, end: html.length }
  return { kind: closing ? 'close' : 'open', name, start, end }
}

function commentEnd(html: string, start: number): number {
  const from = start + 4
  if (html[from] === '>') return from + 1
  if (html.startsWith('->', from)) return from + 2
  const end = /--!?>/g
  end.lastIndex = from
  return end.exec(html) ? end.lastIndex : html.length
}

/** Past the `>` that ends a tag whose name ends before `at`; -1 where it never ends. */
function tagEnd(html: string, at: number): number {
  let afterEquals = false
  for (; at < html.length; at++) {
    const character = html[at] ?? ''
    if (character === '>') return at + 1
    if (afterEquals && (character === '"' || character === "'")) {
      at = html.indexOf(character, at + 1)
      if (at < 0) return -1
      afterEquals = false
    } else if (character === '=') afterEquals = true
    else if (!/\s/.test(character)) afterEquals = false
  }
  return -1
}
