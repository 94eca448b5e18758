// Addresses and anchors: what leads out must be harmless, what leads inside must arrive.

import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf, type SlideContext } from './context.ts'
import { encodeUrl, safeUrl, type UrlUse } from './urls.ts'
import { eachElement } from './walk.ts'

/** What is put before the ids that authors write, so that none shadows a name that scripts rely on. */
export const anchorPrefix = 'user-content-'

/** Properties that hold addresses, by element; pictures have a plugin of their own. */
const uses: Readonly<Record<string, Readonly<Record<string, UrlUse>>>> = {
  a: { href: 'link' },
  iframe: { src: 'frame' },
  video: { src: 'media', poster: 'image' },
  audio: { src: 'media' },
  source: { src: 'media' },
  track: { src: 'media' },
  blockquote: { cite: 'link' },
  q: { cite: 'link' },
  del: { cite: 'link' },
  ins: { cite: 'link' },
}

/** Films and sounds are not copied to the site yet, and none is fetched from another host: an address stands in. */
const media: Readonly<Record<string, true>> = { video: true, audio: true, source: true, track: true }

const references = ['ariaDescribedBy', 'ariaLabelledBy', 'headers'] as const

/** Plugin: drops unsafe addresses (`url-dropped`), prefixes authors' ids, and leads `#key` to the slide. */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file)
    const taken = new Set<string>()
    eachElement(tree, (node, index, parent) => {
      prefixIds(node, taken)
      const framed = node.properties.src !== undefined
      const own = Object.hasOwn(uses, node.tagName) ? uses[node.tagName] : undefined
      for (const [property, use] of Object.entries(own ?? {})) checkUrl(node, property, use, context)
      if (node.tagName === 'iframe' && !context.trusted) {
        // What is written into a frame, or leads nowhere, has no place to come from.
        if (node.properties.src === undefined) {
          if (!framed) {
            const message = '`<iframe>` without an address is not published'
            context.report('html-dropped', message, node.position)
          }
          parent.children.splice(index, 1)
          return index
        }
        frameAttributes(node, context)
      }
      if (!context.trusted && Object.hasOwn(media, node.tagName) && !isOurs(node)) standIn(node, context)
      if (node.tagName === 'a' && node.properties.target !== undefined) {
        node.properties.target = '_blank'
        node.properties.rel = ['noopener', 'noreferrer']
      }
      return undefined
    })
  }
}

/** Whether it plays what the site holds: a film written as a picture is copied as pictures are. */
function isOurs({ properties }: Element): boolean {
  return String(properties.src).startsWith('../assets/')
}

/** Puts the address of a film or a sound, as a link, in its place; what is written in the element stays. */
function standIn(node: Element, context: SlideContext): void {
  const { src } = node.properties
  const message = `\`<${node.tagName}>\` is not published yet; its address stands in its place`
  if (typeof src === 'string') context.report('html-dropped', message, node.position)
  const away = typeof src === 'string' && /^https?:/i.test(src)
  node.tagName = away ? 'a' : 'span'
  node.properties = away ? { href: src } : {}
  if (typeof src === 'string') node.children.unshift({ type: 'text', value: `${src} ` })
}

function prefixIds(node: Element, taken: Set<string>): void {
  const { properties } = node
  const id = properties.id ?? (node.tagName === 'a' ? properties.name : undefined)
  delete properties.name
  delete properties.id
  if (id !== undefined && id !== null && id !== '') {
    const prefixed = prefix(String(id).trim().replace(/\s+/g, '-'))
    if (!taken.has(prefixed)) properties.id = prefixed
    taken.add(prefixed)
  }
  for (const name of references) {
    const value = properties[name]
    if (value === undefined || value === null) continue
    const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/)
    properties[name] = ids.filter(Boolean).map(prefix)
  }
}

function prefix(id: string): string {
  return id.startsWith(anchorPrefix) ? id : anchorPrefix + id
}

function checkUrl(node: Element, property: string, use: UrlUse, context: SlideContext): void {
  const value = node.properties[property]
  if (value === undefined || value === null) return
  const written = String(value)
  const url = safeUrl(written, use)
  if (url === undefined) {
    if (context.trusted) return
    delete node.properties[property]
    const shown = written.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 80)
    context.report('url-dropped', `\`${shown}\` is no address that is published`, node.position)
  } else node.properties[property] = encodeUrl(url.startsWith('#') ? inside(url, context) : url)
}

/** Where a `#…` leads: to a slide by its key or an old one, else to an author's anchor. */
function inside(url: string, { addresses }: SlideContext): string {
  const name = decode(url.slice(1))
  if (name === '') return url
  const [key = '', ...rest] = name.startsWith('/') ? name.slice(1).split('/') : [name]
  const address = addresses.get(key)
  if (address !== undefined) return rest.length > 0 ? `#/${key}/${rest.join('/')}` : address
  return name.startsWith('/') ? url : `#${prefix(name)}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

function frameAttributes(node: Element, { words }: SlideContext): void {
  const { properties } = node
  node.children = []
  properties.sandbox = [
    'allow-scripts',
    'allow-same-origin',
    'allow-popups',
    'allow-forms',
    'allow-presentation',
  ]
  properties.loading = 'lazy'
  properties.referrerPolicy = 'strict-origin-when-cross-origin'
  properties.title = String(properties.title ?? '').trim() || words.embedded
}
