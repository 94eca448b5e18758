// Decides before the first paint whether the page is a talk or an article, and falls back to the article.

const root = document.documentElement
const view = new URLSearchParams(location.search).get('view')
const roomy = matchMedia('(min-width: 700px) and (min-height: 420px)').matches

/** Turns the page back into what it is without any script: an article, with all slides in it. */
const read = (): void => {
  root.removeAttribute('data-view')
  root.removeAttribute('data-wait')
  for (const section of document.querySelectorAll<HTMLElement>('.slides section')) {
    for (const name of ['hidden', 'aria-hidden', 'inert']) section.removeAttribute(name)
    section.style.display = ''
  }
}

if (view === 'talk' || (view !== 'read' && roomy)) {
  root.dataset.view = 'talk'
  // An address that the style sheet cannot resolve (a step, an old key) shows nothing until the talk script can.
  if (location.hash.length > 1 && location.hash !== '#/') root.dataset.wait = ''

  const onError = (event: Event): void => {
    if ('ready' in root.dataset) return
    const failed = event.target instanceof HTMLScriptElement || event instanceof ErrorEvent
    if (failed) read()
  }
  addEventListener('error', onError, true)
  addEventListener('unhandledrejection', () => {
    if (!('ready' in root.dataset)) read()
  })
  // A script that never arrives must not hold the talk back for ever.
  setTimeout(() => {
    if (!('ready' in root.dataset)) read()
  }, 12_000)
}
