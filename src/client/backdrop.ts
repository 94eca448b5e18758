// A drawing beside words is shown whole: the rest of its half is filled with a blurred copy of itself.

/** Puts the copy behind the picture of a split slide; once, when the slide is about to show. */
export function addBackdrop(slide: HTMLElement): void {
  if (slide.dataset.layout !== 'split') return
  const image = slide.querySelector<HTMLImageElement>('.slide-body > .picture > img:only-of-type')
  if (!image || getComputedStyle(image).objectFit !== 'contain') return
  const copy = document.createElement('img')
  copy.className = 'backdrop'
  copy.alt = ''
  copy.src = image.src
  image.before(copy)
}
