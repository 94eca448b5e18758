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
  for (const [, , language = '', body = ''] of text.matchAll(
    /^(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n]*\n([\s\S]*?)\n\1[`~]*[ \t]*$/gm,
  )) {
    fences.push({ language, text: body })
    if (fences.length === most) break
  }
  return fences
}
