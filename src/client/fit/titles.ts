// Long titles: set smaller, as far as they leave the slide its room.

/** What a title is multiplied by, step by step, and the lines it may have there; a slide of its own gives it more. */
const STEPS = [
  { size: '0', lines: 2, alone: 3 },
  { size: '1', lines: 3, alone: 4 },
  { size: '2', lines: 3, alone: 5 },
  { size: '3', lines: 4, alone: 6 },
  { size: '4', lines: Number.POSITIVE_INFINITY, alone: Number.POSITIVE_INFINITY },
] as const

/** Words of fewer letters fit on a line at any size. */
const LONG_WORD = /\S{18}/

/** Layouts that are about their title. */
const ALONE = new Set(['title', 'section', 'statement', 'end'])

/** Sets a slide's title at the first size at which it has few enough lines and no word of it is broken. */
export function fitTitle(slide: HTMLElement): void {
  const title = slide.querySelector<HTMLElement>(
    ':scope > .slide-frame > .slide-head > .slide-title:not(.fit-heading)',
  )
  if (!title) return
  const alone =
    ALONE.has(slide.dataset.layout ?? '') || !slide.querySelector(':scope > .slide-frame > .slide-body > *')
  const set = (size: string): void => {
    if (size === '0') delete slide.dataset.title
    else slide.dataset.title = size
  }
  const first = STEPS.find(step => {
    set(step.size)
    const lines = Math.round(title.offsetHeight / Number.parseFloat(getComputedStyle(title).lineHeight))
    return lines <= (alone ? step.alone : step.lines)
  })
  if (!first || !LONG_WORD.test(title.textContent ?? '') || !breaks(title)) return
  // A word longer than its line: two steps smaller may be enough; else it is broken where it is.
  const whole = STEPS.filter(step => step.size > first.size && step.size <= '2').find(step => {
    set(step.size)
    return !breaks(title)
  })
  if (!whole) set(first.size)
}

/** Whether a word of the title is longer than its line. */
function breaks(title: HTMLElement): boolean {
  title.style.overflowWrap = 'normal'
  const broken = title.scrollWidth > title.clientWidth + 1
  title.style.removeProperty('overflow-wrap')
  return broken
}
