// A picture beside words: very wide ones go below, a drawing is shown whole on a blurred copy of itself.

/** Wider than this, a picture is larger below its words than beside them. */
const WIDE = 1.9

/** Arranges a split slide by the shape of its picture; once, before the slide shows. */
export function arrangeSplit(slide: HTMLElement): void {
  if (slide.dataset.layout !== 'split' || slide.dataset.arranged !== undefined) return
  slide.dataset.arranged = ''
  // Where its author named the half, a picture stays there.
  if (slide.querySelector(':scope > .slide-frame > .placed')) return
  const pictures = slide.querySelectorAll<HTMLImageElement>(
    '.slide-body > :is(.picture, .swap) img:not(.backdrop)',
  )
  if ([...pictures].some(picture => ratio(picture) > WIDE)) {
    slide.dataset.stacked = ''
    return
  }
  for (const picture of pictures) {
    if (getComputedStyle(picture).objectFit !== 'contain') continue
    const copy = document.createElement('img')
    copy.className = 'backdrop'
    copy.alt = ''
    copy.src = picture.src
    picture.before(copy)
  }
}

/** Width over height, by what the page says of the picture, else by the picture itself. */
function ratio(picture: HTMLImageElement): number {
  const width = Number(picture.getAttribute('width')) || picture.naturalWidth
  const height = Number(picture.getAttribute('height')) || picture.naturalHeight
  return width > 0 && height > 0 ? width / height : 1
}
