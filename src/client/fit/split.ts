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

/** Beside few words a picture takes more than its half, as long as they stay on as many lines. */
function widenPicture(slide: HTMLElement): void {
  const words = [...slide.querySelectorAll<HTMLElement>('.slide-title, .slide-body :is(p, li, dt, dd)')]
  const heights = (): string => words.map(block => block.offsetHeight).join(' ')
  const before = heights()
  slide.dataset.part = 'large'
  if (heights() !== before) delete slide.dataset.part
}

/** Sets the pictures of each grid in as many columns as make them largest. */
export function arrangeGrids(body: HTMLElement): void {
  for (const grid of body.querySelectorAll<HTMLElement>('.picture-grid')) {
    grid.style.removeProperty('--across')
    const { offsetWidth: width, offsetHeight: height } = grid
    const shapes = [
      ...grid.querySelectorAll<HTMLElement>('.picture > :is(img, video, .missing-picture)'),
    ].map(ratio)
    if (height === 0 || shapes.length < 2) continue
    const captions = grid.querySelector('figcaption') ? 40 : 0
    let best = 0
    for (let across = 1; across <= Math.min(shapes.length, 6); across++) {
      const rows = Math.ceil(shapes.length / across)
      const cell = {
        width: (width - (across - 1) * 32) / across,
        height: (height - (rows - 1) * 24) / rows - captions,
      }
      // The smallest of them counts: it is what the last row cannot make out.
      const smallest = Math.min(
        ...shapes.map(shape => Math.min(cell.width, cell.height * shape) ** 2 / shape),
      )
      if (smallest <= best) continue
      best = smallest
      grid.style.setProperty('--across', String(across))
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
