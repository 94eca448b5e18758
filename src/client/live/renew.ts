// Gives a section new content and keeps what is not content: its state in the talk, and media that go on playing.

const states = ['present', 'past', 'future', 'has-dark-background', 'has-light-background']
const kept = new Set(['class', 'style', 'hidden', 'aria-hidden', 'inert', 'tabindex'])

/** Makes an element of the HTML of one section. */
export function sectionOf(html: string): HTMLElement | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  const section = template.content.firstElementChild
  return section instanceof HTMLElement ? section : undefined
}

/** The classes that were written, without those of its state. */
export function writtenClasses({ classList }: Element): string {
  return [...classList].filter(name => !states.includes(name)).join(' ')
}

/** Attributes that change with the content alone. */
const ofContent = ['data-hash']

/** Attributes that only the client writes: what fit found, and where reveal.js stands. */
const ofClient =
  /^data-(?:fit|tight|columns|wrap|code|title|raised|squeeze|overflow|overflow-block|fragment|index-[hv]|loaded)$/

/** Whether two versions of a section have the same key and attributes, as they were written. */
export function sameDress(section: HTMLElement, fresh: HTMLElement): boolean {
  const written = (one: HTMLElement): string[] =>
    [...one.attributes].flatMap(({ name, value }) =>
      kept.has(name) || ofContent.includes(name) || ofClient.test(name) ? [] : `${name}=${value}`,
    )
  const [ours, theirs] = [written(section), new Set(written(fresh))]
  return ours.length === theirs.size && ours.every(each => theirs.has(each))
}

/** Makes a section of the talk say what a fresh one says. */
export function renew(section: HTMLElement, fresh: HTMLElement): void {
  for (const { name } of [...section.attributes]) {
    if (!kept.has(name) && !fresh.hasAttribute(name)) section.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) if (!kept.has(name)) section.setAttribute(name, value)
  section.className = [...fresh.classList, ...states.filter(name => section.classList.contains(name))].join(
    ' ',
  )
  const before = [...section.childNodes]
  const media = section.querySelectorAll<HTMLElement>(':is(img, video, audio, iframe)[src]')
  section.append(...fresh.childNodes)
  carryOver(media, section, new Set(before))
  for (const node of before) node.remove()
}

/** Puts the media that were there in the place of equal new ones: what plays goes on, what is loaded stays. */
function carryOver(media: Iterable<HTMLElement>, section: HTMLElement, before: ReadonlySet<ChildNode>): void {
  const free = new Set(
    [...section.querySelectorAll<HTMLElement>(':is(img, video, audio, iframe)[src]')].filter(
      each => ![...before].some(node => node.contains(each)),
    ),
  )
  for (const old of media) {
    const twin = [...free].find(
      each => each.tagName === old.tagName && each.getAttribute('src') === old.getAttribute('src'),
    )
    if (!twin) continue
    free.delete(twin)
    for (const { name } of [...old.attributes]) if (!twin.hasAttribute(name)) old.removeAttribute(name)
    for (const { name, value } of twin.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value)
    }
    const plays = old instanceof HTMLMediaElement && !old.paused
    move(old, twin)
    twin.remove()
    // Only a browser that cannot move it as it is has stopped it.
    if (plays && old.paused) void old.play().catch(() => undefined)
  }
}

/** Moves an element before another; the newer way keeps frames loaded and films running. */
export function move(element: Element, before: Element): void {
  const parent: (Element & { moveBefore?: (node: Element, child: Element | null) => void }) | null =
    before.parentElement
  if (parent?.moveBefore && element.isConnected) parent.moveBefore(element, before)
  else before.before(element)
}
