// Finds out what each code block is: its text where a file has it, its language, its focus, its session's runs.

import type { Code, Nodes, Root } from 'mdast'
import { languageOfBlock } from '../code/block-language.ts'
import { parseLineSets } from '../code/line-sets.ts'
import { type FenceInfo, parseFenceInfo } from '../code/meta.ts'
import { readNotation } from '../code/notation.ts'
import { partOf } from '../code/region.ts'
import { parseSession } from '../code/session.ts'
import { stepRuns } from '../code/session-runs.ts'
import { tightenSession } from '../code/wide.ts'
import type { Attributes, Deck, Position, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { CodeMark } from '../deck/nodes.ts'
import type { RuleId } from '../deck/rules.ts'
import type { Context, Transform } from './context.ts'

/** Says something of the block in hand; `word` is what its fence has wrong, to be pointed at. */
type Report = (rule: RuleId, message: string, word?: string, note?: string) => void

/**
 * Writes `data.code` on every code block of bodies, handouts and notes.
 *
 * Code named by path comes from the assets (`code:path`); what is not there is shown as missing. Unlabelled code
 * has its language guessed unless the deck says `guess: false`. Wide tables in session output move together.
 * Reports `code-language`, `code-lines`, `code-missing`, `code-region`, `attribute-unknown`;
 * of notes nothing, since nobody sees them projected.
 */
export const markCode: Transform = (deck, context) => {
  for (const slide of deck.slides) {
    const trees = [slide.body, slide.handout, slide.notes, ...slide.steps.map(step => step.notes)]
    for (const tree of trees) if (tree) markTree(tree, deck, slide, context)
  }
  return deck
}

function markTree(tree: Root, deck: Deck, slide: Slide, context: Context): void {
  const silent = tree !== slide.body && tree !== slide.handout
  const mark = (node: Nodes): void => {
    if ('children' in node) node.children.forEach(mark)
    if (node.type !== 'code') return
    const report: Report = (rule, message, word, note) => {
      if (silent) return
      const position = placeOfWord(node, slide.file ? undefined : deck.source.text, word)
      context.report(diagnostic(slide.file ?? deck.source.path, rule, message, { position, note }))
    }
    markBlock(node, deck, context, report)
  }
  mark(tree)
}

function markBlock(node: Code, deck: Deck, context: Context, report: Report): void {
  const info = parseFenceInfo([node.lang, node.meta].filter(Boolean).join(' '))
  for (const word of info.unknown) {
    report('attribute-unknown', `\`${word}\` means nothing behind a code fence`, word)
  }
  const file = node.data?.from
  const firstLine = file ? fetchCode(node, file, context, report) : 1
  const missing = firstLine === undefined
  const language = languageFor(node, info, deck.meta.guess, report)
  const mark: CodeMark = { ...language, focus: [] }
  if (file && firstLine !== undefined) mark.fileLine = firstLine
  const notation = readNotation(node.value)
  node.value = notation.text
  if (Object.keys(notation.lines).length > 0) mark.lines = notation.lines
  const words = [...(info.marked ?? []), ...notation.words]
  if (words.length > 0) mark.words = words
  const title = info.title
  if (title) mark.title = title
  if (info.prompt) mark.prompt = info.prompt
  if (info.numberFrom !== undefined)
    mark.numberFrom = info.numberFrom === 1 ? (firstLine ?? 1) : info.numberFrom
  if (mark.language === 'console') node.value = tightenSession(node.value, info.prompt)
  if (info.focus && !missing) mark.focus = focusOf(info.focus, node.value, report)
  else if (notation.focus.length > 0) mark.focus = [notation.focus]
  if (info.steps) {
    if (mark.language === 'console') mark.runs = stepRuns(parseSession(node.value, info.prompt))
    else
      report(
        'attribute-unknown',
        '`steps` is for `console` sessions',
        'steps',
        'Step other code by its lines: `{1|2-3|all}`.',
      )
  }
  node.data = { ...node.data, code: mark, ...attributesOf(node, info) }
}

/** What the fence says of the block as a block, joined to what the dialect found. */
function attributesOf(node: Code, info: FenceInfo): { attributes?: Attributes } {
  if (info.id === undefined && info.classes.length === 0 && Object.keys(info.values).length === 0) return {}
  const before = node.data?.attributes
  const id = before?.id ?? info.id
  return {
    attributes: {
      ...(id === undefined ? {} : { id }),
      classes: [...(before?.classes ?? []), ...info.classes],
      values: { ...info.values, ...before?.values },
    },
  }
}

function languageFor(
  node: Code,
  info: FenceInfo,
  guess: boolean,
  report: Report,
): Pick<CodeMark, 'language' | 'guessed'> {
  const { language, guessed, unknown } = languageOfBlock(node.value, info, node.data?.from?.path, guess)
  if (unknown) {
    const note = unknown.nearest ? `Did you mean \`${unknown.nearest}\`? The code is shown plain.` : undefined
    report('code-language', `Nobody knows the language \`${info.language}\``, info.language, note)
  }
  return { ...(language === undefined ? {} : { language }), guessed }
}

/**
 * Puts the code of a file into its block.
 *
 * @returns the 1-based line of the file it begins at, or undefined where it is missing
 */
function fetchCode(
  node: Code,
  { path, fragment }: { path: string; fragment?: string },
  context: Context,
  report: Report,
): number | undefined {
  const asset = context.assets.get(`code:${path}`)
  if (asset?.kind !== 'text') {
    if (asset || context.assets.size > 0) {
      const rule = asset?.kind === 'absent' && asset.rule === 'file-outside' ? 'file-outside' : 'code-missing'
      const reason = asset?.kind === 'absent' ? asset.reason : undefined
      report(rule, `The code file \`${path}\` is missing${reason ? `: ${reason}` : ''}`, path)
    }
    node.value = `(code missing: ${path})`
    node.lang = 'text'
    return undefined
  }
  const part = partOf(asset.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), fragment)
  if (!part) {
    report('code-region', `\`${path}\` has no part \`#${fragment ?? ''}\``, fragment)
    node.value = `(code missing: ${path}#${fragment ?? ''})`
    node.lang = 'text'
    return undefined
  }
  node.value = part.text
  return part.firstLine
}

function focusOf(written: string, code: string, report: Report): CodeMark['focus'] {
  const count = code.split('\n').length
  const { sets, outside } = parseLineSets(written, count)
  if (outside.length) {
    const named = outside.map(part => `\`${part}\``).join(', ')
    report('code-lines', `The code has ${count} line${count === 1 ? '' : 's'}, not ${named}`, written)
  }
  return sets.every(set => set.length === 0) ? [] : sets
}

/** The place of a word in the first line of a block, or the block's own. */
function placeOfWord(node: Code, source: string | undefined, word: string | undefined): Position | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const whole = { start: { ...start, offset: start.offset }, end: { ...end, offset: end.offset } }
  const line = source?.slice(start.offset).split('\n', 1)[0]
  const at = word ? (line?.indexOf(word) ?? -1) : -1
  if (!word || at < 0) return whole
  const point = (by: number) => ({
    line: start.line,
    column: start.column + by,
    offset: whole.start.offset + by,
  })
  return { start: point(at), end: point(at + word.length) }
}
