// Deckset's commands for one slide: lines such as `[.footer: text]`, each done or named as not done.

import type { Slide } from '../../deck/deck.ts'
import { nearest } from '../../deck/nearest.ts'
import { type Line, linesPosition } from '../../syntax/lines.ts'
import { type Report, ticked } from '../../syntax/report.ts'
import { readStyling, splitList } from './styles.ts'
import { readFooter, readTransition } from './values.ts'

/** A command as written. */
export interface Command {
  readonly name: string
  /** What stands behind the colon; `''` where there is none. */
  readonly value: string
  readonly line: Line
}

/** What the commands of a slide ask for. */
export interface Commanded {
  readonly fields: Partial<Slide>
  /** Numbers of the lines that begin a column. */
  readonly columns: readonly number[]
  /** Line sets for the code that follows, in order. */
  readonly focus: readonly { readonly line: Line; readonly set: string }[]
  /** Declarations for text and headings. */
  readonly text?: string
  readonly header?: string
}

type Draft = {
  fields: { -readonly [Name in keyof Slide]?: Slide[Name] }
  values: Record<string, string>
  columns: number[]
  focus: { line: Line; set: string }[]
  text?: string
  header?: string
}

interface Ask {
  readonly command: Command
  readonly draft: Draft
  readonly report: Report
  /** Says that the value is not what the command takes. */
  wrong(expected: string): void
  /** Names a part of it as not done. */
  undone(part: string, note: string): void
}

type Perform = (ask: Ask) => void

const looks = 'Looks are the theme’s here; the line can stay for Deckset.'
const ignored: Perform = ({ command: { name, value }, undone }) => undone(written(name, value), looks)

const written = (name: string, value: string): string => `[.${name}${value ? `: ${value}` : ''}]`

const styled =
  (part: 'text' | 'header'): Perform =>
  ({ command, draft, undone }) => {
    const { style, undone: rest } = readStyling(command.value)
    if (style) draft[part] = style
    for (const each of rest) undone(each, looks)
  }

/** `true` where nothing is said; undefined where it is neither yes nor no. */
function truth({ command: { value }, wrong }: Ask): boolean | undefined {
  if (/^(?:true|yes|on|)$/i.test(value)) return true
  if (/^(?:false|no|off)$/i.test(value)) return false
  wrong('`true` or `false`')
  return undefined
}

const performs: Readonly<Record<string, Perform>> = {
  autoscale: ask => {
    if (truth(ask) === false)
      ask.undone(written('autoscale', 'false'), 'What does not fit is always set smaller.')
  },
  'build-lists': ask => {
    const { value } = ask.command
    if (/^not-?first$/i.test(value)) {
      ask.draft.values.reveal = 'rest'
      return
    }
    const shown = truth(ask)
    if (shown !== undefined) ask.draft.values.reveal = shown ? 'lists' : 'none'
  },
  slidenumbers: ask => {
    const shown = truth(ask)
    if (shown !== undefined) ask.draft.fields.slideNumber = shown
  },
  // The number is always shown with the count.
  slidecount: ask => void truth(ask),
  footer: ({ command: { value }, draft, undone }) => {
    const { words, picture } = readFooter(value)
    draft.fields.footer = words
    if (picture) undone(/!\[[^\]]*\]\([^()]*\)/.exec(value)?.[0] ?? value, 'A footer is words here.')
  },
  'hide-footer': ({ draft }) => {
    draft.fields.footer = ''
  },
  'slide-transition': ({ command: { value }, draft, undone }) => {
    const { as, exact } = readTransition(value || 'true')
    draft.fields.transition = as
    if (!exact) undone(value, 'The slide comes with a fade.')
  },
  'background-color': ({ command: { value }, draft, wrong }) => {
    if (/^[#\w(),.%\s]+$/.test(value)) draft.fields.background = { ...draft.fields.background, color: value }
    else wrong('a colour such as `#FF0000`')
  },
  column: ({ command: { line }, draft }) => void draft.columns.push(line.number),
  'code-highlight': ({ command: { line, value }, draft, wrong }) => {
    const sets = splitList(value.toLowerCase())
    if (sets.length > 0 && sets.every(set => /^(?:all|none|\d+(?:\s*-\s*\d+)?)$/.test(set)))
      draft.focus.push({ line, set: sets.join(',').replace('none', 'all') })
    else wrong('`all`, `none` or lines such as `2, 6-8`')
  },
  text: styled('text'),
  header: styled('header'),
  ...Object.fromEntries(
    'presenter-notes text-emphasis text-strong header-emphasis header-strong slidenumber-style footer-style list link table table-separator code footnote footnote-separator formula quote quote-author graph'
      .split(' ')
      .map(name => [name, ignored]),
  ),
}

const names = Object.keys(performs)
const shape = /^ {0,3}\[\.([A-Za-z][\w-]*)(?:[ \t]*:[ \t]*(.*?))?[ \t]*\][ \t]*$/

function readCommand(line: Line): Command | undefined {
  const [, name = '', value = ''] = (line.inside ? undefined : shape.exec(line.text)) ?? []
  return name ? { name: name.toLowerCase(), value, line } : undefined
}

/** Whether a line is a command that Deckset has. */
export function isCommandLine(line: Line): boolean {
  const command = readCommand(line)
  return command !== undefined && Object.hasOwn(performs, command.name)
}

/** The commands among some lines, in order. */
export function commandsIn(lines: readonly Line[]): Command[] {
  return lines.flatMap(line => (isCommandLine(line) ? (readCommand(line) ?? []) : []))
}

/** Says of lines that look like commands that there is none of that name; they stay text. */
export function reportUnknown(lines: readonly Line[], report: Report): void {
  for (const line of lines) {
    const command = readCommand(line)
    if (!command || Object.hasOwn(performs, command.name)) continue
    const meant = nearest(command.name, names)
    // `[.dockerignore]` is a name in brackets.
    if (!meant && !command.value) continue
    report('attribute-unknown', `${ticked(line.text.trim())} is no command, so it is shown`, {
      position: linesPosition(line, line),
      note: meant ? `Did you mean \`[.${meant}]\`?` : 'Remove the line, or correct its spelling.',
    })
  }
}

/** Carries out the commands of a slide. Reports `option-ignored` and `attribute-value`. */
export function perform(commands: readonly Command[], report: Report): Commanded {
  const draft: Draft = { fields: {}, values: Object.create(null), columns: [], focus: [] }
  for (const command of commands) {
    const position = linesPosition(command.line, command.line)
    performs[command.name]?.({
      command,
      draft,
      report,
      wrong: expected =>
        report('attribute-value', `${ticked(written(command.name, ''))} cannot be ${ticked(command.value)}`, {
          position,
          note: `Write ${expected}.`,
        }),
      undone: (part, note) => {
        const whole = written(command.name, command.value)
        const what = part === whole ? ticked(whole) : `${ticked(part)} of ${ticked(whole)}`
        report('option-ignored', `${what} is not done here`, { position, note })
      },
    })
  }
  const { fields, values, ...rest } = draft
  if (Object.keys(values).length > 0) fields.attributes = { classes: [], values }
  return { fields, ...rest }
}
