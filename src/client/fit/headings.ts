// Headings that are to be as large as their line: measured, since only a browser knows how wide words are.

/** No word is larger than this, and none is smaller than a title. */
const LARGEST = 210
const SMALLEST = 52
/** Beside other content a heading leaves it its room. */
const LARGEST_ABOVE = 116
/** Pixels that all such headings of a slide may take from its height. */
const HEIGHT = 430

/** Sets the marked headings of a slide as large as their lines fit. */
export function fitHeadings(slide: HTMLElement): void {
  const headings = [...slide.querySelectorAll<HTMLElement>('.fit-heading')]
  if (headings.length === 0) return
  const alone = !slide.querySelector(':scope > .slide-frame > .slide-body > :not(.fit-heading)')
  const largest = Math.min(alone ? LARGEST : LARGEST_ABOVE, HEIGHT / headings.length)
  for (const heading of headings) {
    heading.style.fontSize = `${SMALLEST}px`
    heading.style.whiteSpace = 'nowrap'
    const width = widthOf(heading)
    const room = heading.clientWidth
    heading.style.removeProperty('white-space')
    if (width > 0 && room > 0) {
      const size = Math.floor((SMALLEST * room * 0.985) / width)
      heading.style.fontSize = `${Math.max(SMALLEST, Math.min(largest, size))}px`
    }
  }
}

/** The width of a heading's words in pixels of the stage, whatever the stage is scaled to. */
function widthOf(heading: HTMLElement): number {
  const range = document.createRange()
  range.selectNodeContents(heading)
  const scale = heading.getBoundingClientRect().width / heading.offsetWidth || 1
  return range.getBoundingClientRect().width / scale
}
