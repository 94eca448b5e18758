// The code blocks of a document at a glance, before it is read: what grammars will probably be asked for.

/** A code block as it seems to be. */
export interface Fence {
  /** As written after the backticks; may be empty. */
  readonly language: string
  readonly text: string
}

/** More would cost more to hand over than it saves. */
const most = 200

/**
 * Lists fenced code. Only a guess (lists, quotes and comments are not looked at): it may be wrong, never relied on.
 *
 * @param text of the document
 */
export function fencesIn(text: string): Fence[] {
  const fences: Fence[] = []
  let open: { readonly mark: string; readonly language: string; readonly lines: string[] } | undefined
  for (const line of text.split(/\r\n?|\n/)) {
    const [, mark = '', rest = ''] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (!open) {
      if (mark) open = { mark, language: /^[ \t]*([\w+#.-]*)/.exec(rest)?.[1] ?? '', lines: [] }
    } else if (mark.startsWith(open.mark) && rest.trim() === '') {
      fences.push({ language: open.language, text: open.lines.join('\n') })
      if (fences.length === most) break
      open = undefined
    } else open.lines.push(line)
  }
  return fences
}
