// Marks in the comments of code, as Shiki and VitePress have them: `// [!code ++]`. They are taken out of the code.

/** What a mark says of a line. */
export type LineKind = 'inserted' | 'deleted' | 'highlighted' | 'warning' | 'error'

/** Code without its marks, and what they said. */
export interface Notation {
  readonly text: string
  /** Kinds of lines, by 1-based number in the text without marks. */
  readonly lines: Readonly<Record<number, LineKind>>
  /** Lines to be in focus. */
  readonly focus: readonly number[]
  /** Words to be highlighted. */
  readonly words: readonly string[]
}

const kinds: Readonly<Record<string, LineKind>> = {
  '++': 'inserted',
  '--': 'deleted',
  add: 'inserted',
  remove: 'deleted',
  highlight: 'highlighted',
  hl: 'highlighted',
  warning: 'warning',
  error: 'error',
}

/** A mark at the end of a line, with the comment around it where that holds nothing else. */
const mark =
  /(?:\s*(?:\/\/|\/\*|<!--|\{\/\*|#|--|;|%|"|')\s*|\s+)?\[!code\s+(\+\+|--|[a-z]+)(?::((?:\\.|[^\]\\])+))?\]\s*(?:\*\/\}?|-->)?\s*$/i

/**
 * Code as it is meant to be in the end, with every other character at its place: marks are blanks, and so are lines that
 * are marked as gone.
 */
export function blankMarks(code: string): string {
  if (!code.includes('[!code')) return code
  return code
    .split('\n')
    .map(line => {
      let rest = line
      let isGone = false
      for (let found = mark.exec(rest); found; found = mark.exec(rest)) {
        const name = (found[1] ?? '').toLowerCase()
        if (Object.hasOwn(kinds, name) && kinds[name] === 'deleted') isGone = true
        rest = rest.slice(0, found.index)
      }
      return (isGone ? '' : rest).padEnd(line.length)
    })
    .join('\n')
}

/**
 * Takes the marks out of code. A mark alone on its line is said of the next line, and its line goes with it; a number
 * behind it (`[!code ++:3]`) counts the lines it is for.
 */
export function readNotation(code: string): Notation {
  if (!code.includes('[!code')) return { text: code, lines: {}, focus: [], words: [] }
  const kept: string[] = []
  const lines: Record<number, LineKind> = {}
  const focus: number[] = []
  const words: string[] = []
  for (const line of code.split('\n')) {
    let rest = line
    const said: { name: string; value: string | undefined }[] = []
    for (let found = mark.exec(rest); found; found = mark.exec(rest)) {
      const name = (found[1] ?? '').toLowerCase()
      if (!Object.hasOwn(kinds, name) && name !== 'focus' && name !== 'word') break
      said.push({ name, value: found[2] })
      rest = rest.slice(0, found.index)
    }
    const alone = said.length > 0 && rest.trim() === ''
    const at = kept.length + 1
    for (const { name, value } of said) {
      if (name === 'word') {
        const word = (value ?? '').replace(/(?<!\\):\d+$/, '').replace(/\\(.)/g, '$1')
        if (word !== '') words.push(word)
        continue
      }
      const count = Math.min(Number(/^\d+$/.exec(value ?? '')?.[0] ?? 1), 999)
      for (let number = at; number < at + count; number++) {
        const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
        if (kind) lines[number] = kind
        else focus.push(number)
      }
    }
    if (!alone) kept.push(rest)
  }
  const last = kept.length
  return {
    text: kept.join('\n'),
    lines: Object.fromEntries(Object.entries(lines).filter(([number]) => Number(number) <= last)),
    focus: [...new Set(focus)].filter(number => number <= last).sort((a, b) => a - b),
    words: [...new Set(words)],
  }
}
