// Pictures where the site has them, with their size; a labelled placeholder where it has not.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import type { ImageMark } from '../deck/nodes.ts'
import { contextOf, type SlideContext } from './context.ts'
import { reportAttributes } from './dropped.ts'
import { addClasses, addStyle, classesOf, element, isBlank, isElement, text } from './element.ts'
import { gatherGrids } from './picture-grid.ts'
import { encodeUrl, safeUrl } from './urls.ts'
import { eachElement } from './walk.ts'

/** Plugin: resolves every `<img>`, gives it `alt`, and makes a figure of a picture that stands alone. */
export function rehypePictures() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file)
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'img') return undefined
      if (!node.properties.src && !context.trusted) {
        context.report('html-dropped', '`<img>` without an address is not published', node.position)
        parent.children.splice(index, 1)
        return index
      }
      parent.children[index] = resolve(node, context)
      return 'skip'
    })
    frame(tree, true)
    gatherGrids(tree)
    settleSizes(tree, context.fillsWithPicture)
  }
}

/** Carries the size an author gave until it is known what became of the picture; never published. */
const size = 'dataSize'

/**
 * Makes the size of a picture among words a rule; a picture that stands alone has its place and size from the
 * layout, and only its placeholder, which has no proportions of its own, keeps what was given.
 */
function settleSizes(tree: Root, fills: boolean): void {
  eachElement(tree, (node, _, parent) => {
    const given = node.properties[size]
    delete node.properties[size]
    if (typeof given !== 'string') return
    const alone = isElement(parent, 'figure')
    if (alone && (fills || node.tagName === 'img')) return
    addStyle(node, given)
  })
}

function resolve(node: Element, context: SlideContext): Element {
  const { properties } = node
  const written = String(properties.src ?? '')
  const mark = context.images.get(written)
  properties.alt = String(properties.alt ?? '')
  if (mark?.url !== undefined) {
    properties.src = encodeUrl(`../${mark.url}`)
  } else if (mark && mark.status !== 'ok') return placeholder(node, written, context)
  else {
    const url = safeUrl(written, 'image')
    if (url === undefined && !context.trusted) {
      context.report('url-dropped', `\`${shown(written)}\` is no address for a picture`, node.position)
      return placeholder(node, written, context)
    }
    properties.src = encodeUrl(url ?? written)
  }
  if (film.test(String(properties.src))) return filmOf(node)
  addSize(node, mark ?? { status: 'ok' })
  properties.decoding = 'async'
  return node
}

const film = /\.(?:mp4|m4v|mov|webm|ogv|(ogg|mp3|m4a|wav|aac|flac))(?:[?#].*)?$/i

/** A film or a sound written as a picture: a player for it, which plays when it is asked to. */
function filmOf(node: Element): Element {
  const { alt, loop, muted, ...properties } = node.properties
  const isSound = film.exec(String(properties.src))?.[1] !== undefined
  const result = element(isSound ? 'audio' : 'video', {
    ...properties,
    ariaLabel: alt === '' ? undefined : alt,
    controls: true,
    loop: loop === undefined ? undefined : true,
    muted: muted === undefined ? undefined : true,
    playsInline: isSound ? undefined : true,
    preload: 'metadata',
  })
  if (node.position) result.position = node.position
  return result
}

/** Writes the size a picture wants to have, and notes the one its author gave it: a width that may shrink. */
function addSize(node: Element, natural: ImageMark): void {
  const { properties } = node
  const width = Number(properties.width ?? 0)
  const height = Number(properties.height ?? 0)
  const ratio = natural.width && natural.height ? natural.width / natural.height : undefined
  // Beside words it takes less room, and alone it is never cropped.
  if (ratio && ratio < 0.85) addClasses(node, 'tall')
  if (width > 0 && height > 0) {
    properties[size] = `width:${width}px;aspect-ratio:${width}/${height};object-fit:contain`
    return
  }
  const wanted = width > 0 ? width : height > 0 && ratio ? Math.round(height * ratio) : undefined
  if (wanted !== undefined) properties[size] = `width:${wanted}px`
  else if (height > 0) properties[size] = `height:${height}px`
  if (!ratio) return
  properties.width = String(wanted ?? natural.width)
  properties.height = String(Math.max(1, Math.round(Number(properties.width) / ratio)))
}

const kept = ['id', 'title', 'lang', 'dir', 'style', 'dataFragmentIndex'] as const

function placeholder(node: Element, address: string, { words, report }: SlideContext): Element {
  const { properties } = node
  reportAttributes({ ...node, properties: { ...properties, src: undefined } }, report)
  const alt = String(properties.alt ?? '').trim()
  const missing = `${words.pictureMissing}: ${shown(address)}`
  const result = element(
    'span',
    {
      ...Object.fromEntries(kept.map(name => [name, properties[name]])),
      className: [...classesOf(node), 'missing-picture'],
      role: 'img',
      ariaLabel: alt ? `${alt} (${missing})` : missing,
    },
    [
      element('span', { className: ['missing-alt'] }, [text(alt || words.pictureMissing)]),
      element('span', { className: ['missing-src'] }, [text(shown(address))]),
    ],
  )
  if (node.position) result.position = node.position
  const sides = (['width', 'height'] as const).flatMap(side =>
    Number(properties[side] ?? 0) > 0 ? [`${side}:${properties[side]}px`] : [],
  )
  if (sides.length > 0) result.properties[size] = [...sides, 'min-height:0'].join(';')
  return result
}

/** An address for people to read: short, without what cannot be seen. */
function shown(address: string): string {
  const readable = address.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '')
  return readable.startsWith('data:') || readable.length > 120 ? `${readable.slice(0, 60)}…` : readable
}

const holders = new Set(['div', 'aside', 'blockquote', 'details'])
const phrasing = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)

/** Makes figures of the pictures that stand alone among a parent's children, and in its blocks. */
function frame(parent: Root | Element, holds: boolean): void {
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName !== 'figure' && child.tagName !== 'pre') {
      frame(child, holders.has(child.tagName) && !classesOf(child).includes('slots'))
    }
  }
  if (!holds) return
  const children: RootContent[] = []
  let run: RootContent[] = []
  const finish = () => {
    const filled = run.filter(node => !isBlank(node))
    const only = filled[0]
    if (filled.length === 1 && isPicture(only)) children.push(figure(only, element('p')))
    else children.push(...run)
    run = []
  }
  for (const child of parent.children) {
    if (child.type !== 'element' || phrasing.has(child.tagName)) {
      run.push(child)
      continue
    }
    finish()
    const inside = child.tagName === 'p' ? child.children.filter(node => !isBlank(node)) : []
    const only = inside[0]
    children.push(inside.length === 1 && isPicture(only) ? figure(only, child) : child)
  }
  finish()
  parent.children = children as ElementContent[]
}

function isPicture(node: RootContent | undefined): node is Element {
  if (node?.type !== 'element') return false
  if (node.tagName === 'a') {
    const inside = node.children.filter(child => !isBlank(child))
    return inside.length === 1 && isPicture(inside[0])
  }
  return /^(?:img|video|audio)$/.test(node.tagName) || classesOf(node).includes('missing-picture')
}

const moved = new Set(['fragment', 'left', 'right', 'center'])

/** A figure in place of a paragraph: what the paragraph had on it, and the picture's title as its caption. */
function figure(picture: Element, paragraph: Element): Element {
  const result = element('figure', { ...paragraph.properties }, [picture])
  addClasses(result, 'picture')
  // A step and a side are the figure's, so that its caption comes along.
  for (const name of classesOf(picture).filter(each => moved.has(each))) addClasses(result, name)
  picture.properties.className = classesOf(picture).filter(name => !moved.has(name))
  if (picture.properties.dataFragmentIndex !== undefined) {
    result.properties.dataFragmentIndex = picture.properties.dataFragmentIndex
    delete picture.properties.dataFragmentIndex
  }
  const title = picture.properties.title
  if (typeof title === 'string' && title !== '') {
    delete picture.properties.title
    result.children.push(element('figcaption', {}, [text(title)]))
  }
  return result
}
