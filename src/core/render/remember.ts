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
  const { line, offset } = slide.position.start
  const relative = (_: string, value: unknown): unknown =>
    isPoint(value) ? [value.line - line, value.column, value.offset - offset] : value
  const own = JSON.stringify(slide, relative)
  const meta: DeckMeta = deck.meta
  const parts = [deck.source.path, trusted, lines, highlight === undefined, meta, own]
  // A link to another slide needs a sign for it, as itself or as an HTML reference; most slides have none.
  const mayLink = /[#&]|Reference"/.test(own)
  const linked = mayLink ? [[...addresses], JSON.stringify(deck.definitions, relative)] : []
  return JSON.stringify([...parts, ...linked])
}

function isPoint(value: unknown): value is { line: number; column: number; offset: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'column' in value &&
    'offset' in value &&
    typeof value.line === 'number' &&
    typeof value.offset === 'number'
  )
}
