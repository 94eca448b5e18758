// A slide's HTML with all that it left behind on the page, and what names it: so that the edge can remember slides.

import type { DeckMeta, PublicSlide } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'
import type { RenderedSlide } from './page.ts'
import { type DeckContext, renderSlide } from './slide.ts'
import { createStyleRules } from './style-rules.ts'

/** A slide rendered by itself, as plain data; lines and offsets are counted from where it begins. */
export interface KeptSlide {
  readonly slide: RenderedSlide
  /** Rules for its styles, by class. */
  readonly rules: readonly (readonly [name: string, body: string])[]
  readonly sources: {
    readonly image: readonly string[]
    readonly media: readonly string[]
    readonly frame: readonly string[]
  }
  readonly problems: readonly Diagnostic[]
}

/**
 * Gives back what was made under a name before, else makes it.
 *
 * @param name all that goes into the slide, but for the code of `render` and the colours that `highlight` gives to a
 *   text; long, to be hashed
 */
export type RememberSlide = (name: string, make: () => KeptSlide) => KeptSlide

/** Renders a slide that is not the first, and has no notes, unless it is remembered. */
export function rememberSlide(
  slide: PublicSlide,
  shared: DeckContext,
  remember: RememberSlide,
): RenderedSlide {
  const { line, offset } = slide.position.start
  const kept = remember(nameOf(slide, shared), () => {
    const styles = createStyleRules()
    const sources = { image: new Set<string>(), media: new Set<string>(), frame: new Set<string>() }
    const problems: Diagnostic[] = []
    const report = (problem: Diagnostic) => problems.push(problem)
    const { slide: rendered } = renderSlide(slide, false, { ...shared, styles, sources, report })
    return {
      slide: { ...rendered, line: 0 },
      rules: styles.rules(),
      sources: { image: [...sources.image], media: [...sources.media], frame: [...sources.frame] },
      problems: problems.map(problem => moved(problem, -line, -offset)),
    }
  })
  shared.styles.add(kept.rules)
  for (const each of kept.sources.image) shared.sources.image.add(each)
  for (const each of kept.sources.media) shared.sources.media.add(each)
  for (const each of kept.sources.frame) shared.sources.frame.add(each)
  for (const problem of kept.problems) shared.report(moved(problem, line, offset))
  return { ...kept.slide, line }
}

function moved(problem: Diagnostic, lines: number, offsets: number): Diagnostic {
  const { position } = problem
  if (!position) return problem
  const move = ({ line, column, offset }: typeof position.start) => ({
    line: line + lines,
    column,
    offset: offset + offsets,
  })
  return { ...problem, position: { start: move(position.start), end: move(position.end) } }
}

/** Everything that rendering looks at. Places count from the slide's beginning, so that it may move. */
function nameOf(slide: PublicSlide, { deck, trusted, lines, highlight, addresses }: DeckContext): string {
  const { start } = slide.position
  const own = written(slide, start)
  const meta: DeckMeta = deck.meta
  const linked = linkSign.test(own) && mayLink(slide)
  const head = [deck.source.path, trusted, lines, highlight === undefined, meta, linked, own.length]
  // JSON has no line end in it.
  const text = `${JSON.stringify(head)}\n${own}`
  return linked ? `${text}${JSON.stringify([...addresses])}\n${written(deck.definitions, start)}` : text
}

/** A link to another slide needs such a sign for it, as itself or as an HTML reference; most slides have none. */
const linkSign = /[#&]|Reference/

/** Whether anything but code has the sign of a link; the comments of a shell begin with one. */
function mayLink(value: unknown): boolean {
  if (typeof value === 'string') return linkSign.test(value)
  if (typeof value !== 'object' || value === null) return false
  if ('type' in value && (value.type === 'code' || value.type === 'inlineCode')) return false
  return Object.values(value).some(mayLink)
}

type Point = PublicSlide['position']['start']

/**
 * A tree as one text, another for each other tree; twice as fast as JSON, which asks about each value.
 *
 * @param from where places are counted from
 */
function written(tree: unknown, from: Point): string {
  let text = ''
  const write = (value: unknown): void => {
    // Words and names say how long they are, so that none is taken for what stands around it.
    if (typeof value === 'string') text += `${value.length}"${value}`
    else if (typeof value !== 'object' || value === null) text += `${value}`
    else if (Array.isArray(value)) {
      text += '['
      for (const each of value) {
        write(each)
        text += ','
      }
      text += ']'
    } else if (isPoint(value)) {
      text += `@${value.line - from.line},${value.column},${value.offset - from.offset}`
    } else {
      text += '{'
      // Plain data has no names but its own; asking for its entries would make a list of lists of each node.
      for (const name in value) {
        const each: unknown = value[name as keyof typeof value]
        if (each === undefined) continue
        text += `${name.length}"${name}:`
        write(each)
        text += ','
      }
      text += '}'
    }
  }
  write(tree)
  return text
}

function isPoint(value: { line?: unknown; column?: unknown; offset?: unknown }): value is Point {
  return (
    typeof value.offset === 'number' && typeof value.line === 'number' && typeof value.column === 'number'
  )
}
