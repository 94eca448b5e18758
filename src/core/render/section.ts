// The attributes of a slide's section: its address, classes and background, each checked.

import type { Element } from 'hast'
import type { Nodes } from 'mdast'
import type { DeckMeta, PublicSlide } from '../deck/deck.ts'
import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import type { RuleId } from '../deck/rules.ts'
import type { Sources } from './context.ts'
import { directionOfSlide } from './direction.ts'
import { readStyle } from './style.ts'
import { encodeUrl, originOf, safeUrl } from './urls.ts'
import { eachElement } from './walk.ts'

/** Classes that reveal.js and the client give and take themselves. */
const reserved = new Set(
  'reveal slides slide stack present past future fragment visible current-fragment notes ready has-focus'.split(
    ' ',
  ),
)

/** A name that may stand in a `class`, wherever it comes from. */
export const classPattern = /^[\p{L}_][\p{L}\p{N}_-]*$/u

/**
 * The attributes of a slide's section.
 *
 * @param file the deck's, for reports: `attribute-value`, `style-dropped`, `url-dropped`
 */
export function sectionProperties(
  slide: PublicSlide,
  meta: DeckMeta,
  file: string,
  report: (problem: Diagnostic) => void,
): Record<string, string | string[] | undefined> {
  const say = (rule: RuleId, message: string) =>
    report(diagnostic(slide.file ?? file, rule, message, { position: slide.position }))
  const classes = slide.classes.filter(name => {
    const may = classPattern.test(name) && !reserved.has(name)
    if (!may) say('attribute-value', `\`${name}\` is no class that a slide can have`)
    return may
  })
  return {
    id: slide.key,
    className: ['slide', `layout-${slide.layout}`, ...classes],
    dataLayout: slide.layout,
    lang: slide.lang,
    dir: directionOfSlide(slide, meta.lang),
    dataFit: (slide.fit ?? meta.fit) === 'off' ? 'off' : undefined,
    dataShort: isShort(slide) ? '' : undefined,
    dataMuch: isMuch(slide) ? '' : undefined,
    dataBackgroundImage: backgroundImage(slide, say),
    dataBackgroundPosition: slide.background?.focus,
    dataBackgroundColor: backgroundColor(slide, say),
    dataTransition: slide.transition,
    dataFooter: slide.footer,
    dataSlideNumber: slide.slideNumber === undefined ? undefined : String(slide.slideNumber),
    dataAliases: slide.aliases.map(({ key, step }) => `${key}:${step}`).join(' ') || undefined,
  }
}

/** Characters of a title and of a slide of few words that surely fit at the size they are designed in. */
const surely = { title: 44, words: 110 } as const

/** Whether what shows before any script has run may have to be set smaller: then it waits, so that none sees it jump. */
function isMuch({ title = '', subtitle = '', body, layout }: PublicSlide): boolean {
  if (title.length > surely.title) return true
  if (/^(?:content|code|columns|split)$/.test(layout)) return false
  return title.length + subtitle.length + lengthOf(body) > surely.words || body.children.length > 5
}

/** Whether a statement is long enough for two lines and short enough for no more: on two it has more weight. */
function isShort({ title = '', layout }: PublicSlide): boolean {
  return layout === 'statement' && title.length >= 20 && title.length <= 44
}

function lengthOf(node: Nodes): number {
  if ('value' in node) return node.value.length
  if (!('children' in node)) return 0
  return (node.children as Nodes[]).reduce((sum, child) => sum + lengthOf(child), 0)
}

type Say = (rule: RuleId, message: string) => void

function backgroundColor({ background }: PublicSlide, say: Say): string | undefined {
  if (background?.color === undefined) return undefined
  const kept = readStyle(`background-color:${background.color}`).kept[0]
  if (!kept) say('style-dropped', `\`${background.color}\` is no colour`)
  return kept?.value
}

function backgroundImage({ background }: PublicSlide, say: Say): string | undefined {
  if (background?.image === undefined) return undefined
  const { image, mark } = background
  if (mark?.url !== undefined) return encodeUrl(`../${mark.url}`)
  if (mark && mark.status !== 'ok') return undefined
  const url = safeUrl(image, 'image')
  if (url === undefined) say('url-dropped', `\`${image}\` is no address for a background`)
  return url === undefined ? undefined : encodeUrl(url)
}

/** Notes which origins outside the site a section asks for. */
export function noteSources(section: Element, sources: Sources): void {
  const note = (node: Element, set: Set<string>, name: string) => {
    const origin = originOf(String(node.properties[name] ?? ''))
    if (origin) set.add(origin)
  }
  note(section, sources.image, 'dataBackgroundImage')
  eachElement(section, node => {
    if (node.tagName === 'img') note(node, sources.image, 'src')
    else if (node.tagName === 'iframe') note(node, sources.frame, 'src')
    else if (/^(?:audio|video|source|track)$/.test(node.tagName)) {
      note(node, sources.media, 'src')
      note(node, sources.image, 'poster')
    }
  })
}

/** How deep the title stands among the headings of a document, which says what section the slide is of. */
export function depthOf({ body, mergedFrom }: PublicSlide): string | undefined {
  // What nobody wrote, such as an agenda, stands among no headings.
  if (mergedFrom.length === 0) return undefined
  const title = body.children.find(node => node.type === 'heading' && node.data?.role === 'title')
  return title?.type === 'heading' ? String(title.depth) : undefined
}
