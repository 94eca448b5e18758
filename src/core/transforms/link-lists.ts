// Lists of links are made to be looked through: in a document they are set small, and in two columns where they are short.

import type { List, ListItem, Nodes } from 'mdast'
import type { Deck } from '../deck/deck.ts'
import { cells, plain } from '../deck/room.ts'
import { wordsOf } from './words.ts'

/** Fewer links than this are a list like any other. */
const fewest = 3
/** Characters that a column takes on one line, and how many items make columns worth while. */
const columns = { characters: 46, items: 8 }

/** Gives lists whose items are links, or almost all of them, the class `links`, and `links-columns` where they are short. */
export function markLinkLists(deck: Deck): Deck {
  if (deck.meta.continuation !== 'split') return deck
  for (const { body } of deck.slides) {
    for (const node of body.children) if (node.type === 'list' && isLinkList(node)) mark(node)
  }
  return deck
}

function isLinkList({ children, ordered }: List): boolean {
  const links = children.filter(isLinkItem).length
  return !ordered && links >= fewest && links >= children.length * 0.8
}

/** Whether a link, or its address, is all that an item says but for a few words. */
function isLinkItem({ children }: ListItem): boolean {
  const [only, ...others] = children
  if (only?.type !== 'paragraph' || others.length > 0) return false
  const linked = linksIn(only).reduce((sum, link) => sum + wordsOf(link).length, 0)
  return linked > 0 && linked >= wordsOf(only).length * 0.6
}

function linksIn(node: Nodes): Nodes[] {
  if (node.type === 'link' || node.type === 'linkReference') return [node]
  return 'children' in node ? (node.children as Nodes[]).flatMap(linksIn) : []
}

function mark(list: List): void {
  const short = list.children.filter(item => cells(plain(item)) <= columns.characters).length
  const two = list.children.length >= columns.items && short >= list.children.length * 0.75
  const before = list.data?.attributes
  list.data = {
    ...list.data,
    attributes: {
      ...before,
      values: before?.values ?? {},
      classes: [...(before?.classes ?? []), 'links', ...(two ? ['links-columns'] : [])],
    },
  }
}
