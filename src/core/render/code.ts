// From a code block to HTML: a figure with its title, its lines as tokens, its focus, numbers and session.

import type { Element, ElementContent, Properties } from 'hast'
import type { Code } from 'mdast'
import { colourCode, colourSession } from '../code/colour.ts'
import { markedTokens } from '../code/marked-words.ts'
import { parseSession, type Session } from '../code/session.ts'
import type { TokenLine } from '../code/tokens.ts'
import { columnsOf, widest } from '../code/wide.ts'
import type { Highlight } from '../deck/deck.ts'
import type { CodeMark } from '../deck/nodes.ts'

/** One line on its way to HTML: what it is, and what it holds. */
interface CodeLine {
  readonly classes: readonly string[]
  readonly prompt: string
  readonly tokens: TokenLine
  readonly columns: number
}

/**
 * Renders a code block.
 *
 * @param node with `data.code` as the `code` transform wrote it; without, it is plain
 * @param highlight colours; without them everything is plain
 * @returns `figure.code`, safe as it is: text and known attributes only. Steps of the block itself
 * (`data.step`) are the caller's.
 */
export function renderCode(node: Code, highlight?: Highlight): Element {
  const mark: CodeMark = node.data?.code ?? { guessed: false, focus: [] }
  const session = mark.language === 'console' ? parseSession(node.value, mark.prompt) : undefined
  const tokens = session
    ? colourSession(session, highlight)
    : colourCode(node.value, mark.language, highlight)
  const lines = linesOf(node.value, tokens, session).map((line, at) => lineElement(line, at + 1, mark))
  const children: ElementContent[] = [element('code', {}, grouped(lines, mark)), ...focusSteps(mark)]
  const pre = element('pre', preProperties(mark, session), children)
  const title = mark.title ? [element('figcaption', { className: ['code-title'] }, [text(mark.title)])] : []
  return element(
    'figure',
    {
      className: ['code'],
      ...(mark.language ? { dataLanguage: mark.language } : {}),
      ...(session ? { dataSession: '' } : {}),
    },
    [...title, pre],
  )
}

function preProperties(mark: CodeMark, session: Session | undefined): Properties {
  const classes = [
    ...(mark.numberFrom === undefined ? [] : ['numbered']),
    ...(mark.focus.length ? ['has-focus'] : []),
    ...(mark.lines ? ['has-marks'] : []),
  ]
  return {
    tabIndex: 0,
    ...(classes.length ? { className: classes } : {}),
    ...(session?.commands ? { dataCopy: session.commands } : {}),
    ...(mark.focus.length > 1 ? { dataStates: String(mark.focus.length) } : {}),
    ...(mark.focus.length > 1 && mark.focusFrom !== undefined
      ? { dataStatesFrom: String(mark.focusFrom) }
      : {}),
  }
}

function linesOf(code: string, tokens: readonly TokenLine[], session: Session | undefined): CodeLine[] {
  const written = code.split('\n')
  const lines = written.map((line, at): CodeLine => {
    return { classes: [], prompt: '', tokens: tokens[at] ?? [], columns: columnsOf(line) }
  })
  for (const run of session?.runs ?? []) {
    run.lines.forEach((line, at) => {
      const index = run.firstLine - 1 + at
      const classes = run.kind === 'command' && at > 0 ? ['command', 'continued'] : [run.kind]
      lines[index] = {
        classes,
        prompt: line.prompt,
        tokens: tokens[index] ?? [],
        columns: columnsOf(written[index] ?? ''),
      }
    })
  }
  return lines
}

function lineElement(line: CodeLine, number: number, mark: CodeMark): Element {
  const states = mark.focus.flatMap((set, state) => (set.length === 0 || set.includes(number) ? [state] : []))
  const stepped = mark.focus.length > 1
  const focused = mark.focus.length > 0 && states.includes(0)
  const classes = [
    'line',
    ...line.classes,
    ...(line.columns > widest ? ['wide'] : []),
    ...(focused ? ['focus'] : []),
    ...(mark.lines?.[number] ? [mark.lines[number]] : []),
  ]
  const prompt = line.prompt
    ? [element('span', { className: ['prompt'], dataPrompt: line.prompt, ariaHidden: 'true' })]
    : []
  return element(
    'span',
    {
      className: classes,
      ...(mark.numberFrom === undefined ? {} : { dataNumber: String(mark.numberFrom + number - 1) }),
      ...(stepped && states.length ? { dataStates: states.join(' ') } : {}),
    },
    [
      ...prompt,
      ...markedTokens(line.tokens, mark.words ?? []).flatMap(part => {
        const isWide = line.columns > widest
        const content = part.tokens.flatMap(one => (isWide ? wholeWords(one) : [tokenContent(one)]))
        return part.marked ? [element('mark', { className: ['code-word'] }, content)] : content
      }),
    ],
  )
}

function tokenContent({ text: value, kind }: TokenLine[number]): ElementContent {
  return kind ? element('span', { className: [`t-${kind}`] }, [text(value)]) : text(value)
}

/** A token of a line that is wrapped: words that a browser would break at a hyphen or a stroke stay whole. */
function wholeWords(token: TokenLine[number]): ElementContent[] {
  return token.text
    .split(/((?<=^|\s)(?=\S*[-/?])\S{2,60}(?=\s|$))/)
    .filter(Boolean)
    .map(part => {
      const content = tokenContent({ ...token, text: part })
      return /^(?=\S*[-/?])\S{2,60}$/.test(part)
        ? element('span', { className: ['whole'] }, [content])
        : content
    })
}

/** The lines with their line ends; those of a stepped session in runs, one a click. */
function grouped(lines: readonly Element[], mark: CodeMark): ElementContent[] {
  if (!mark.runs) return lines.flatMap((line, at) => (at ? [text('\n'), line] : [line]))
  const runOf = (number: number) => mark.runs?.find(run => run.firstLine <= number && number <= run.lastLine)
  const content: ElementContent[] = []
  let open: { run: ReturnType<typeof runOf>; into: ElementContent[] } | undefined
  lines.forEach((line, at) => {
    const run = runOf(at + 1)
    if (!open || open.run !== run) {
      const span = run ? runElement(run.step) : undefined
      if (span) content.push(span)
      open = { run, into: span?.children ?? content }
    }
    open.into.push(line)
    if (at < lines.length - 1) open.into.push(text('\n'))
  })
  return content
}

function runElement(step: number): Element {
  if (step === 0) return element('span', { className: ['run'] }, [])
  return element('span', { className: ['run', 'fragment'], dataFragmentIndex: String(step - 1) }, [])
}

/** One mark a state after the first, which the client's steps run over. */
function focusSteps(mark: CodeMark): Element[] {
  const { focusFrom } = mark
  if (focusFrom === undefined) return []
  return mark.focus.slice(1).map((_, at) =>
    element('span', {
      className: ['fragment', 'focus-step'],
      dataFragmentIndex: String(focusFrom - 1 + at),
      ariaHidden: 'true',
    }),
  )
}

function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
