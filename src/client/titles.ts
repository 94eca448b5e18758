// What a slide is called, without what only stands beside its title.

/** The words of a slide's title but for its planned time and the number of a part. */
export function titleText(slide: HTMLElement): string {
  const title = slide.querySelector('.slide-title')?.cloneNode(true)
  if (!(title instanceof HTMLElement)) return ''
  for (const beside of title.querySelectorAll('.timing, .page-mark')) beside.remove()
  return title.textContent?.trim() ?? ''
}
