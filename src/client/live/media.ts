// Keeps reveal.js from stopping and starting what plays on a slide that only moved among the others.

const marks = ['data-ignore', 'data-autoplay'] as const

/**
 * Holds the films, sounds and frames of a slide as they are: those that play go on, those that were stopped stay so. What
 * has not been played yet is not held; it may start by itself.
 *
 * @returns lets go of them again
 */
export function holdMedia(slide: HTMLElement | undefined): () => void {
  const all = [...(slide?.querySelectorAll<HTMLElement>('video, audio, iframe') ?? [])]
  const held = all.filter(each => !(each instanceof HTMLMediaElement) || !each.paused || each.currentTime > 0)
  const before = held.map(each => marks.map(name => each.getAttribute(name)))
  for (const each of held) {
    each.setAttribute('data-ignore', '')
    each.removeAttribute('data-autoplay')
  }
  return () => {
    held.forEach((each, at) => {
      marks.forEach((name, which) => {
        const value = before[at]?.[which] ?? null
        if (value === null) each.removeAttribute(name)
        else each.setAttribute(name, value)
      })
    })
  }
}
