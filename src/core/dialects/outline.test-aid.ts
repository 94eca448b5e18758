// Shows a deck as lines a person can check: fixtures compare these, not trees.

import type { Nodes, Root } from 'mdast'
import type { Attributes, Deck, DeckMeta, Position, Slide } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'

/** A deck as it stands in `<case>.deck.json`: whatever is as by default is left out. */
export function outlineDeck(deck: Deck): unknown {
  return {
    dialect: deck.dialect,
    ...filled({
      evidence: deck.evidence.map(({ weight, line, reason }) => `${line}: ${reason} (${weight})`),
      meta: outlineMeta(deck.meta),
    }),
    slides: deck.slides.map(outlineSlide),
    ...filled({
      loose: (deck.loose ?? []).map(({ position, title, notes }) =>
        filled({ lines: range(position), title, notes: outlineRoot(notes) }),
      ),
    }),
    ...filled({
      definitions: deck.definitions.map(node => outlineNode(node).join(' ')),
      needs: deck.needs.map(need => {
        if (need.kind === 'language') return `language ${need.name}`
        return `${need.position?.start.line ?? '?'}: ${need.kind} ${need.path}`
      }),
    }),
  }
}

/** Problems as they stand in `<case>.messages.txt`. */
export function outlineMessages(deck: Deck): string {
  return deck.diagnostics
    .map(({ position, severity, rule, message, note }) => {
      const { line, column } = position?.start ?? { line: 0, column: 0 }
      return `${line}:${column} ${severity} ${rule} ${message}\n    ${note ?? ''}\n`
    })
    .join('')
}

function outlineMeta(meta: DeckMeta): unknown {
  const usual = completeMeta({}, { title: undefined, path: '', defaults: {} }) as unknown as Record<
    string,
    unknown
  >
  return filled(
    Object.fromEntries(
      Object.entries(meta).filter(([key, value]) => JSON.stringify(usual[key]) !== JSON.stringify(value)),
    ),
  )
}

function outlineSlide(slide: Slide): unknown {
  return filled({
    lines: range(slide.position),
    key: slide.key,
    title: slide.title,
    subtitle: slide.subtitle,
    classes: slide.classes.join(' '),
    layout: slide.layout === 'content' ? undefined : slide.layout,
    attributes: outlineAttributes(slide.attributes),
    background: slide.background,
    transition: slide.transition,
    footer: slide.footer === '' ? 'none' : slide.footer,
    slideNumber: slide.slideNumber,
    below: slide.below || undefined,
    hidden: slide.hidden || undefined,
    only: slide.only,
    number: slide.mergedFrom.join('+'),
    minutes: slide.minutes,
    start: slide.start,
    body: outlineRoot(slide.body),
    notes: slide.notes && outlineRoot(slide.notes),
    handout: slide.handout && outlineRoot(slide.handout),
  })
}

function outlineRoot(root: Root): string[] {
  return root.children.flatMap(outlineNode)
}

/** A block and what it holds, indented; every line begins with the number of its source line. */
function outlineNode(node: Nodes): string[] {
  const [head, ...inside] = describe(node)
  const line = node.position?.start.line ?? '?'
  return [`${line}: ${head}${outlineMarks(node)}`, ...inside]
}

function describe(node: Nodes): string[] {
  switch (node.type) {
    case 'heading':
      return [`h${node.depth} ${inline(node.children)}`]
    case 'paragraph':
      return [`p ${inline(node.children)}`]
    case 'tableRow':
      return [`row ${node.children.map(cell => inline(cell.children)).join(' | ')}`]
    case 'attribution':
      return [`attribution ${inline(node.children)}`]
    case 'code':
      return [`code ${[node.lang, node.meta].filter(Boolean).join(' ')}`.trimEnd(), ...verbatim(node.value)]
    case 'html':
      return ['html', ...verbatim(node.value)]
    case 'definition':
      return [`definition [${node.label}] ${node.url}`]
    default: {
      const name =
        node.type === 'list' ? (node.ordered ? 'ol' : 'ul') : node.type === 'listItem' ? 'li' : node.type
      const detail = [
        'name' in node ? node.name : '',
        'kind' in node ? node.kind : '',
        'label' in node ? `[${node.label}]` : '',
        'checked' in node && node.checked != null ? (node.checked ? '[x]' : '[ ]') : '',
      ]
      const children = 'children' in node ? (node.children as Nodes[]) : []
      const inside = children.flatMap(outlineNode).map(line => `  ${line}`)
      // An item of one paragraph is one line.
      const only = children.length === 1 && children[0]?.type === 'paragraph' ? children[0] : undefined
      const words = [name, ...detail].filter(Boolean).join(' ')
      return only && node.type === 'listItem'
        ? [`${words} ${inline(only.children)}${outlineMarks(only)}`]
        : [words, ...inside]
    }
  }
}

function verbatim(text: string): string[] {
  return text.split('\n').map(line => `  | ${line}`)
}

function inline(nodes: readonly Nodes[]): string {
  return nodes
    .map(node => {
      const marks = outlineMarks(node)
      switch (node.type) {
        case 'text':
          return node.value.replaceAll('\n', ' ⏎ ')
        case 'break':
          return ' ⏎⏎ '
        case 'html':
          return `‹${node.value}›`
        case 'inlineCode':
          return `\`${node.value}\``
        case 'image':
          return `image[${node.alt}](${node.url})${marks}`
        case 'link':
          return `link[${inline(node.children)}](${node.url})${marks}`
        default:
          return `${node.type}[${'children' in node ? inline(node.children as Nodes[]) : 'label' in node ? node.label : ''}]${marks}`
      }
    })
    .join('')
}

function outlineMarks({ data = {} }: Nodes): string {
  const { attributes, ...others } = data
  const marks = Object.entries(others).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const written = attributes && outlineAttributes(attributes)
  return [...(written ? [written] : []), ...marks].map(mark => `  «${mark}»`).join('')
}

function outlineAttributes({ id, classes, values }: Attributes): string {
  return [
    ...(id ? [`#${id}`] : []),
    ...classes.map(name => `.${name}`),
    ...Object.entries(values).map(([name, value]) => (value ? `${name}="${value}"` : name)),
  ].join(' ')
}

function range({ start, end }: Position): string {
  return start.line === end.line ? `${start.line}` : `${start.line}-${end.line}`
}

/** Without what is absent or empty. */
function filled(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => {
      if (value === undefined || value === '') return false
      return typeof value !== 'object' || value === null || Object.keys(value).length > 0
    }),
  )
}
