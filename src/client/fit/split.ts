// Pictures beside words: where a slide's pictures stand, by their shape and by what their author asked for.

/** Wider than this, a picture is larger below its words than beside them. */
const WIDE = 1.9

/** Puts the pictures of a split slide below its words where all of them are very wide; once, before the slide shows. */
export function arrangeSplit(slide: HTMLElement): void {
  if (slide.dataset.layout !== 'split' || slide.dataset.arranged !== undefined) return
  slide.dataset.arranged = ''
  // Where its author named the half, a picture stays there.
  if (slide.querySelector(':scope > .slide-frame > .placed')) return
  const pictures = [
    ...slide.querySelectorAll<HTMLElement>(
      '.slide-body > :is(.picture, .swap) :is(.picture > img, .missing-picture)',
    ),
  ]
  if (pictures.length > 0 && pictures.every(picture => ratio(picture) > WIDE)) slide.dataset.stacked = ''
  else if (pictures.length === 1 && pictures.every(picture => ratio(picture) > 1)) widenPicture(slide)
}

/** Beside few words a picture takes more than its half: all that they leave it, up to this share of the width. */
const MOST = 0.62
const HALF = 0.5
/** Margin and gap on the side of the words, pixels. */
const BESIDE = 120

function widenPicture(slide: HTMLElement): void {
  const words = [...slide.querySelectorAll<HTMLElement>('.slide-title, .slide-body :is(p, li, dt, dd)')]
  const room = slide.offsetWidth
  const scale = slide.getBoundingClientRect().width / room || 1
  const start = slide.getBoundingClientRect().left
  const heights = (): string => words.map(block => block.offsetHeight).join(' ')
  const before = heights()
  const range = document.createRange()
  const edges = words.map(block => {
    range.selectNodeContents(block)
    return (range.getBoundingClientRect().right - start) / scale
  })
  // Words that are written from the right are not measured from the left.
  if (getComputedStyle(slide).direction === 'rtl') return
  const part = Math.min(MOST, (room - Math.max(0, ...edges) - (BESIDE - 72)) / room)
  if (part <= HALF) return
  slide.style.setProperty('--part', part.toFixed(3))
  if (heights() !== before) slide.style.removeProperty('--part')
}

/** Between pictures of a grid, across and down, and what a caption takes; pixels. */
const GAP = { across: 32, down: 24, caption: 40 } as const

/**
 * Sets the pictures of each grid so that the smallest of them is as large as can be, since that is what the last row
 * cannot make out: in one row, all of one height, or in several, all in cells of one size.
 */
export function arrangeGrids(body: HTMLElement): void {
  for (const grid of body.querySelectorAll<HTMLElement>('.picture-grid')) {
    grid.style.removeProperty('grid-template-columns')
    const { offsetWidth: width, offsetHeight: height } = grid
    const shapes = [
      ...grid.querySelectorAll<HTMLElement>('.picture > :is(img, video, .missing-picture)'),
    ].map(ratio)
    if (height === 0 || shapes.length < 2) continue
    const caption = grid.querySelector('figcaption') ? GAP.caption : 0
    const smallest = (sizes: readonly number[]): number => Math.min(...sizes)
    const all = shapes.reduce((sum, shape) => sum + shape, 0)
    const row = Math.min(height - caption, (width - (shapes.length - 1) * GAP.across) / all)
    let best = smallest(shapes.map(shape => row * row * shape))
    grid.style.gridTemplateColumns = shapes.map(shape => `${Math.floor(row * shape)}px`).join(' ')
    for (let across = 1; across < shapes.length; across++) {
      const rows = Math.ceil(shapes.length / across)
      const cell = {
        width: (width - (across - 1) * GAP.across) / across,
        height: (height - (rows - 1) * GAP.down) / rows - caption,
      }
      const size = smallest(shapes.map(shape => Math.min(cell.width, cell.height * shape) ** 2 / shape))
      if (size <= best) continue
      best = size
      grid.style.gridTemplateColumns = `repeat(${across}, minmax(0, 1fr))`
    }
  }
}

/** Width over height, by what the page says of the picture, else by the picture itself; a placeholder has any shape. */
function ratio(picture: HTMLElement): number {
  if (!(picture instanceof HTMLImageElement)) return 1
  const width = Number(picture.getAttribute('width')) || picture.naturalWidth
  const height = Number(picture.getAttribute('height')) || picture.naturalHeight
  return width > 0 && height > 0 ? width / height : 1
}

/** What stands beside a picture at a side; anything else has the width of the slide. */
const WORDS = ':is(p, ul, ol, dl, blockquote, h3, h4, h5, h6, .quote, .callout)'

/** A picture at a side starts level with the words it was written below, so that they stand beside it. */
export function arrangeSides(body: HTMLElement): void {
  for (const picture of body.querySelectorAll(':scope > .picture:is(.left, .right)')) {
    let first: Element = picture
    while (first.previousElementSibling?.matches(WORDS)) first = first.previousElementSibling
    if (first !== picture) first.before(picture)
  }
}
