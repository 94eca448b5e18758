// From what a browser measured to problems: slides that hold more than fits, as their author wants to be told.

import { type Diagnostic, diagnostic, type SlideMeasure } from '../core/index.ts'
import type { DeckOutline, SlideEntry } from './outline.ts'

const severities = { shrink: 'info', warn: 'warning', error: 'error' } as const

/** Says of every slide that had to be scaled, or is cut off, by how much and through which block. */
export function overflowProblems(outline: DeckOutline, measured: readonly SlideMeasure[]): Diagnostic[] {
  const byKey = new Map(measured.map(one => [one.key, one]))
  return outline.slides.flatMap(slide => {
    const found = byKey.get(slide.key)
    if (!found || found.overflow === 0 || slide.fit === 'off') return []
    const what = found.block ? ` through its ${nameOf(found.block)}` : ''
    const shown =
      found.cut > 0
        ? `, and ${found.cut} px are cut off`
        : `; it is shown at ${Math.round(found.scale * 100)} %`
    const line = lineOf(slide, found.block)
    const point = { line, column: 1, offset: 0 }
    return [
      diagnostic(
        outline.file,
        'slide-overflow',
        `\`#/${slide.key}\` is ${found.overflow} px too full${what}${shown}`,
        {
          severity: severities[slide.fit],
          position: { start: point, end: point },
          // Where it counts already, nobody needs to be told how to make it count.
          note: slide.fit === 'shrink' ? undefined : 'Split the slide or shorten it.',
        },
      ),
    ]
  })
}

/** `code 2` as words: the second code block. */
function nameOf(block: string): string {
  const [kind = 'text', which = '1'] = block.split(' ')
  return which === '1' ? kind : `${kind} number ${which}`
}

/** Where the block is written, as far as the outline knows; else its slide. */
function lineOf(slide: SlideEntry, block: string | null): number {
  const [kind, which] = (block ?? '').split(' ')
  const blocks = kind === 'code' ? slide.code : kind === 'picture' ? slide.images : []
  return blocks[Number(which) - 1]?.line ?? slide.line
}
