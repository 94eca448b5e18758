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
