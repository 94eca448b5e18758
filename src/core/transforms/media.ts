// Which nodes are media: pictures, moving pictures and sounds, in Markdown or as tags.

import type { Nodes } from 'mdast'

const mediaTag = /^\s*<\/?(?:img|picture|source|video|audio|track|iframe|embed|object|svg)\b/i

/** Whether a node is a picture, film, sound or frame, or a tag that belongs to one. */
export function isMedia(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  return node.type === 'html' && mediaTag.test(node.value)
}

/** Whether a node shows nothing of its own: white space, a line break, a comment, a definition. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->|<\/?br\b[^<>]*>/gi, '').trim() === ''
  return node.type === 'break' || node.type === 'definition' || node.type === 'footnoteDefinition'
}

/** Whether a block holds pictures and nothing else to read: an image paragraph, a linked picture, a media tag. */
export function isMediaBlock(node: Nodes): boolean {
  if (isMedia(node)) return true
  if (node.type === 'swap') return node.children.every(state => state.children.every(isMediaBlock))
  if (node.type !== 'paragraph' && node.type !== 'link') return false
  return (
    node.children.some(isMediaBlock) && node.children.every(child => isMediaBlock(child) || isBlank(child))
  )
}

/** All media in a tree, in document order; what a tag encloses is not looked into. */
export function mediaIn(node: Nodes): Nodes[] {
  if (isMedia(node)) return [node]
  return 'children' in node ? node.children.flatMap(mediaIn) : []
}
