// Looks each picture up among what was found: where the site has it, how large it is, or why it is missing.

import type { Html, Image, Nodes } from 'mdast'
import type { Asset, Deck, Position, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { ImageMark } from '../deck/nodes.ts'
import type { RuleId } from '../deck/rules.ts'
import type { Context } from './context.ts'
import { decodeReferences } from './words.ts'

/**
 * Puts `data.image` on every image of bodies, handouts and notes (`data.images` on raw HTML) and reports pictures that are missing, remote, outside
 * or misspelt, and those without a description (`image-alt`). References (`![a][b]`) become images first.
 * Of pictures in notes nothing is said: diagnostics are public.
 */
export function findImages(deck: Deck, context: Context): Deck {
  const definitions = new Map(
    deck.definitions.flatMap(node => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  )
  // A picture behind every slide is looked up once for all.
  const told = new Set<string>()
  const slides = deck.slides.map((slide): Slide => {
    const file = slide.file ?? deck.source.path
    const say: Report = (rule, message, position, note) =>
      context.report(diagnostic(file, rule, message, { position, note }))
    const search: Search = { assets: context.assets, definitions, report: say }
    const silent: Search = { ...search, report: () => {} }
    visit(slide.body, search)
    if (slide.handout) visit(slide.handout, search)
    for (const notes of [slide.notes, ...slide.steps.map(step => step.notes)]) if (notes) visit(notes, silent)
    const behind = slide.background?.image ?? ''
    const found = findBackground(slide, told.has(behind) ? silent : search)
    told.add(behind)
    return found
  })
  return { ...deck, slides }
}

/** A background is named as the site has it; one that is not there is none. */
function findBackground(slide: Slide, search: Search): Slide {
  const { background, ...rest } = slide
  const mark = background?.image
    ? markOf(background.image, search, background.position ?? slide.position)
    : undefined
  if (!background || !mark || (mark.status === 'ok' && mark.url === undefined)) return slide
  const { image: _image, ...plain } = background
  return { ...rest, background: mark.url === undefined ? plain : { ...plain, image: mark.url, mark } }
}

type Report = (rule: RuleId, message: string, position: Position | undefined, note?: string) => void

interface Search {
  readonly assets: Context['assets']
  readonly definitions: ReadonlyMap<
    string,
    { readonly url: string; readonly title?: string | null | undefined }
  >
  readonly report: Report
}

function visit(node: Nodes, search: Search): void {
  if (node.type === 'html') lookInTags(node, search)
  if (!('children' in node)) return
  const children = node.children as Nodes[]
  children.forEach((child, index) => {
    const image = child.type === 'imageReference' ? resolveReference(child, search) : child
    if (image !== child) children[index] = image
    if (image.type === 'image') markImage(image, search)
    else visit(image, search)
  })
}

function resolveReference(node: Extract<Nodes, { type: 'imageReference' }>, search: Search): Nodes {
  const definition = search.definitions.get(node.identifier)
  if (!definition) return node
  const { alt, position, data } = node
  return {
    type: 'image',
    url: definition.url,
    ...(definition.title ? { title: definition.title } : {}),
    alt: alt ?? '',
    ...(position ? { position } : {}),
    ...(data ? { data: data as NonNullable<Image['data']> } : {}),
  }
}

function markImage(node: Image, search: Search): void {
  const position = node.position as Position | undefined
  const image = markOf(node.url, search, position)
  if (image) node.data = { ...node.data, image }
  // An empty description that was asked for (`alt=""`) says that the picture is decoration.
  const decoration = node.data?.attributes?.values.alt === ''
  if (!node.alt && !decoration)
    search.report('image-alt', `\`${short(node.url)}\` is not described`, position)
}

/** Pictures in raw HTML that stays raw, by their address as written. */
function lookInTags(node: Html, search: Search): void {
  const images: Record<string, ImageMark> = {}
  for (const match of node.value.matchAll(
    /<img\b[^<>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi,
  )) {
    const src = decodeReferences((match[1] ?? match[2] ?? match[3] ?? '').trim())
    const mark = src ? markOf(src, search, node.position as Position | undefined) : undefined
    if (mark) images[src] = mark
  }
  if (Object.keys(images).length > 0) node.data = { ...node.data, images }
}

/** Characters of a `data:` address above which a picture belongs in a file. */
const largestInline = 64 * 1024
const separately = 'Save the picture as a file beside the deck.'

/** What is known of a picture by its address; undefined where nobody looked, or it stands in the address itself. */
function markOf(url: string, search: Search, position: Position | undefined): ImageMark | undefined {
  if (/^data:/i.test(url)) {
    if (url.length > largestInline) {
      search.report(
        'image-size',
        `\`${url.slice(0, 40)}…\` holds ${Math.round(url.length / 1024)} KB`,
        position,
        separately,
      )
    }
    return undefined
  }
  // What is no address for a picture is dropped and reported where the page is written.
  if (/^[a-z][a-z\d+.-]+:(?!\/\/)/i.test(url)) return undefined
  const asset = search.assets.get(`image:${url}`)
  if (asset?.kind === 'image') return sized('ok', asset)
  if (asset?.kind === 'absent') return absent(url, asset, search, position)
  if (/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url)) {
    search.report('image-remote', `\`${short(url)}\` is on another server`, position)
    return { status: 'remote' }
  }
  if (search.assets.size === 0) return undefined
  search.report('image-missing', `\`${short(url)}\` was not found`, position)
  return { status: 'missing' }
}

function absent(
  url: string,
  asset: Extract<Asset, { kind: 'absent' }>,
  search: Search,
  position: Position | undefined,
): ImageMark {
  const said: Partial<Record<RuleId, string>> = {
    'image-remote': 'is on another server',
    'image-case': 'is spelt otherwise on disk',
    'image-outside': 'is outside the folder of the decks',
    'file-outside': 'is outside the folder of the decks',
    'image-size': 'has a size that could not be read',
  }
  const reason = asset.reason ? `: ${asset.reason}` : ''
  search.report(asset.rule, `\`${short(url)}\` ${said[asset.rule] ?? 'was not found'}${reason}`, position)
  if (asset.found) return sized('ok', asset.found)
  return { status: asset.rule === 'image-remote' ? 'remote' : 'missing' }
}

function sized(
  status: ImageMark['status'],
  { url, width, height }: { url: string; width?: number; height?: number },
): ImageMark {
  return {
    status,
    url,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

/** An address that fits in a message. */
function short(url: string): string {
  return url.length > 120 ? `${url.slice(0, 119)}…` : url
}
