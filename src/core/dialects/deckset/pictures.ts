// The pictures of a Deckset tree: their words become marks; films of other hosts become links to them.

import type { Image, Link, Nodes, Parents, PhrasingContent } from 'mdast'
import type { Position } from '../../deck/deck.ts'
import type { PlaceMark } from '../../deck/nodes.ts'
import { type Report, ticked } from '../../syntax/report.ts'
import { type ImageWords, readImageWords } from './image-words.ts'

const film = /\.(?:mp4|m4v|mov|webm|ogv|ogg|mp3|m4a|wav|aac|flac)(?:[?#].*)?$/i
const remote = /^(?:https?:)?\/\//i
const hoster =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch|embed|shorts|live)|youtu\.be\/|(?:player\.)?vimeo\.com\/)/i

/** Nodes in which a picture stays where it is written, whatever its words say. */
const keeps: ReadonlySet<string> = new Set(['link', 'linkReference', 'tableCell', 'footnoteDefinition'])

/** Reads the words of all pictures, in place. Reports `option-ignored`. */
export function placeImages(parent: Parents, report: Report, kept = false): void {
  const stays = kept || keeps.has(parent.type)
  parent.children.forEach((child, index) => {
    if (child.type === 'image' || child.type === 'imageReference') {
      const read = readImageWords(child.alt ?? '')
      for (const word of read.undone)
        report('option-ignored', `${ticked(word)} of a picture is not done here`, {
          position: child.position as Position | undefined,
          note: 'The word can stay for Deckset.',
        })
      const where = stays ? 'inline' : (read.place.where ?? whereOf(parent, index))
      child.alt = read.alt
      child.data = { ...child.data, place: { ...read.place, where } }
      if (child.type === 'image') parent.children[index] = settled(child, read) as never
    } else if ('children' in child) placeImages(child as Parents, report, stays)
  })
}

function settled(image: Image, read: ImageWords): PhrasingContent {
  if (hoster.test(image.url) || (film.test(image.url) && remote.test(image.url))) return linkTo(image, read)
  if (film.test(image.url) && read.play.length > 0) {
    const values: Record<string, string> = Object.fromEntries(read.play.map(word => [word, '']))
    image.data = { ...image.data, attributes: { classes: [], values } }
  }
  return image
}

/** Nothing of another host is embedded: whoever wants to see it follows the link. */
function linkTo(image: Image, { alt }: ImageWords): Link {
  const address = image.url.replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
  const data: Link['data'] = { attributes: { classes: ['film'], values: { target: '_blank' } } }
  const place: PlaceMark | undefined = image.data?.place
  return {
    type: 'link',
    url: image.url,
    children: [{ type: 'text', value: alt ? `${alt} (${address})` : address }],
    data: place ? { ...data, place } : data,
    ...(image.position ? { position: image.position } : {}),
  }
}

/** A picture without a word for its place fills the slide, unless it stands in a line of words. */
function whereOf(parent: Parents, index: number): PlaceMark['where'] {
  const children = parent.children as Nodes[]
  const line = lineOf(children[index])
  const isWord = (node: Nodes): boolean =>
    node.type !== 'image' &&
    node.type !== 'imageReference' &&
    node.type !== 'break' &&
    !(node.type === 'text' && node.value.trim() === '')
  const beside = children.some(
    (node, at) => at !== index && isWord(node) && (at < index ? reaches(node, line) : begins(node, line)),
  )
  return beside ? 'inline' : 'full'
}

const lineOf = (node: Nodes | undefined): number => node?.position?.start.line ?? 0

/** Whether a node before a picture has words on the line of the picture. */
function reaches(node: Nodes, line: number): boolean {
  if (node.type === 'text')
    return (
      node.value.slice(node.value.lastIndexOf('\n') + 1).trim() !== '' &&
      (node.position?.end.line ?? line) === line
    )
  return (node.position?.end.line ?? 0) === line
}

function begins(node: Nodes, line: number): boolean {
  if (node.type === 'text') return (node.value.split('\n')[0] ?? '').trim() !== '' && lineOf(node) === line
  return lineOf(node) === line
}
