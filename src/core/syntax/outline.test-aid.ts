// Prints a tree as one short line, for tests that care about its shape: `heading2("A" *("b"))`.

import type { Nodes } from 'mdast'

const short: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  inlineCode: 'c',
  blockquote: 'quote',
  listItem: 'li',
  thematicBreak: 'hr',
  footnoteReference: 'fnref',
  footnoteDefinition: 'fndef',
}

/** The tree without its root: names, texts, marks. */
export function outlineOf(node: Nodes): string {
  if (node.type === 'root') return node.children.map(outlineOf).join(' ')
  if (node.type === 'text') return JSON.stringify(node.value)
  const name = short[node.type] ?? node.type
  const extra = [
    'depth' in node ? node.depth : '',
    'kind' in node ? `:${node.kind}` : '',
    'name' in node ? `:${node.name}` : '',
    node.type === 'code' && node.lang ? `:${node.lang}` : '',
    node.type === 'code' && node.meta ? ` ${node.meta}` : '',
  ].join('')
  const content = 'children' in node ? node.children.map(outlineOf).join(' ') : ''
  const value = 'value' in node ? node.value && JSON.stringify(node.value) : 'url' in node ? node.url : ''
  return `${name}${extra}${marksOf(node)}${content || value ? `(${content || value})` : ''}`
}

function marksOf({ data }: Nodes): string {
  if (!data) return ''
  const { attributes, reveal, from } = data
  const words = [
    attributes?.id === undefined ? '' : `#${attributes.id}`,
    ...(attributes?.classes ?? []).map(each => `.${each}`),
    ...Object.entries(attributes?.values ?? {}).map(([name, value]) => (value ? `${name}=${value}` : name)),
    reveal ? 'reveal' : '',
    from ? `from ${from.path}${from.fragment ? `#${from.fragment}` : ''}` : '',
  ].filter(Boolean)
  return words.length > 0 ? `{${words.join(' ')}}` : ''
}
