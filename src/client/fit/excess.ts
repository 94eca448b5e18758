// What leaves a slide's room: by how many pixels, and through which block.

/** The most that a slide's content leaves its room by, in pixels of the stage, and the block that does. */
export interface Excess {
  readonly pixels: number
  readonly block?: Element
}

/** Less than this nobody sees. */
export const slack = 1

/** Blocks that take their room from the slide. */
const blocks =
  ':scope > .slide-head, :scope > .slide-body > *, :scope > .slide-body > .slots > .slot > *, :scope > .slide-body > .quote > *'

/** Blocks that may be wider than they show. */
const scrolling = 'pre, .table-scroll'

/** Pictures that are exchanged: every state has the room of all. */
const states = '.swap:has(img, .missing-picture) > .swap-state'

/**
 * Measures a slide as it is set now.
 *
 * @param frame the `.slide-frame` of a slide that is laid out
 */
export function excessOf(frame: HTMLElement): Excess {
  const stage = frame.getBoundingClientRect()
  const scale = stage.width / frame.offsetWidth || 1
  const { paddingTop, paddingBottom } = getComputedStyle(frame)
  const top = stage.top + Number.parseFloat(paddingTop) * scale
  const bottom = stage.bottom - Number.parseFloat(paddingBottom) * scale
  let pixels = 0
  let worst: Element | undefined
  const note = (over: number, block: Element): void => {
    if (over <= pixels) return
    pixels = over
    worst = block
  }
  for (const block of frame.querySelectorAll<HTMLElement>(blocks)) {
    if (block.classList.contains('footnotes')) {
      note(footnoteExcess(block, scale), block)
    }
    const box = block.getBoundingClientRect()
    if (box.height === 0 || block.matches('.placed, .visually-hidden')) continue
    if (!isHung(block)) {
      note((box.bottom - bottom) / scale, block)
      note((top - box.top) / scale, block)
    }
    note((box.right - stage.right) / scale, block)
    note((stage.left - box.left) / scale, block)
  }
  for (const wide of frame.querySelectorAll<HTMLElement>(scrolling)) {
    note(wide.scrollWidth - wide.clientWidth, wide)
    note(wide.scrollHeight - wide.clientHeight, wide)
  }
  for (const state of frame.querySelectorAll<HTMLElement>(states)) {
    note(state.scrollHeight - state.clientHeight, state)
  }
  return { pixels, ...(worst ? { block: worst } : {}) }
}

/** What a layout hangs at the edge of the stage takes no room from the words. */
function isHung(block: HTMLElement): boolean {
  return block.matches('.picture, .swap, .picture-grid') && getComputedStyle(block).position === 'absolute'
}

/** Footnotes stand at the foot; what is above must not run into them. */
function footnoteExcess(notes: HTMLElement, scale: number): number {
  const before = notes.previousElementSibling
  if (!before) return 0
  return (before.getBoundingClientRect().bottom - notes.getBoundingClientRect().top) / scale
}

/** What a block is, in a word that a report can use. */
export function kindOf(block: Element): string {
  if (block.matches('.slide-head, .slide-title, h1, h2, h3, h4, h5, h6')) return 'heading'
  if (block.matches('.code, pre')) return 'code'
  if (block.matches('.table-scroll, table')) return 'table'
  if (block.matches('ul, ol, dl')) return 'list'
  if (block.matches('.picture, img, .swap, .swap-state, .picture-row, .picture-grid, .missing-picture'))
    return 'picture'
  if (block.matches('blockquote, .quote, .quote > *')) return 'quote'
  if (block.matches('.callout')) return 'callout'
  if (block.matches('.footnotes')) return 'footnotes'
  return 'text'
}
