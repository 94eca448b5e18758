// The pipeline that turns any Markdown tree into clean hast, and the one that writes any hast as text. A thread loads
// them when they are needed.

import type { Element, ElementContent, Nodes, Root } from 'hast'
import type * as mdast from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Node } from 'unist'
import { VFile } from 'vfile'
import { rehypeBalance } from './balance.ts'
import { rehypeBreaks } from './breaks.ts'
import type { SlideContext } from './context.ts'
import { rehypeDropped } from './dropped.ts'
import { isBlank } from './element.ts'
import { rehypeFootnotes } from './footnotes.ts'
import { handlers } from './handlers.ts'
import { rehypeHeadings } from './headings.ts'
import { rehypeLegacy } from './legacy.ts'
import { rehypeLinks } from './links.ts'
import { rehypeLists } from './lists.ts'
import { rehypePictures } from './pictures.ts'
import { schema } from './schema.ts'
import { rehypeSlots } from './slots.ts'
import { rehypeStyles } from './styles.ts'
import { rehypeTables } from './tables.ts'

const toHast = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'user-content-', handlers })
  .freeze()

const withRaw = unified().use(rehypeBalance).use(rehypeRaw).freeze()

/** What has meaning on a slide, whoever wrote it. */
const shape = unified()
  .use(rehypeFootnotes)
  .use(rehypeSlots)
  .use(rehypeLegacy)
  .use(rehypePictures)
  .use(rehypeTables)
  .use(rehypeLists)
  .use(rehypeHeadings)
  .use(rehypeLinks)
  .use(rehypeBreaks)
  .freeze()

/** What makes it safe. The schema has the last word. */
const clean = unified().use(rehypeStyles).use(rehypeSanitize, schema).freeze()

/** The same where authors wrote HTML or attributes: says what the schema is about to drop. */
const cleanAloud = unified().use(rehypeStyles).use(rehypeDropped).use(rehypeSanitize, schema).freeze()

const writer = unified()
  .use(rehypeStringify, {
    bogusComments: false,
    closeSelfClosing: false,
    characterReferences: { useNamedReferences: false },
  })
  .freeze()

const documentWriter = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

/** The reference that the quick way is held to. */
export function toCleanWhole(tree: mdast.Root, context: SlideContext): Root {
  const file = new VFile({ data: { slide: context } })
  const parsed = asRoot(toHast.runSync(tree, file))
  const whole = hasRaw(parsed) ? asRoot(withRaw.runSync(parsed, file)) : parsed
  const shaped = asRoot(shape.runSync(whole, file))
  if (context.trusted) return shaped
  const safe = asRoot((isPlain(tree) ? clean : cleanAloud).runSync(shaped, file))
  dropHollow(safe)
  return safe
}

/** Paragraphs that hold nothing any more go too, and lists of classes without any. */
function dropHollow(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).filter(child => {
    if (child.type !== 'element') return true
    const { className } = child.properties
    if (Array.isArray(className) && className.length === 0) delete child.properties.className
    dropHollow(child)
    return child.tagName !== 'p' || !child.children.every(isBlank)
  })
}

/** The reference that the quick way is held to. */
export function writeWhole(tree: Root): string {
  return writer.stringify(tree)
}

/** The same for a document, which may hold HTML that is written already. */
export function writeWholeDocument(tree: Root): string {
  return documentWriter.stringify(tree)
}

/** What a processor gives is typed as any node; sanitising may unpack a root of one child. */
function asRoot(node: Node): Root {
  const known = node as Nodes
  return known.type === 'root' ? known : { type: 'root', children: [known] }
}

/** Whether a tree is Markdown only: no HTML, no attributes in braces. */
function isPlain(node: mdast.Nodes): boolean {
  if (node.type === 'html' || node.data?.attributes) return false
  return !('children' in node) || node.children.every(isPlain)
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw))
}
