// Colour and alignment out of Deckset's styling commands, as declarations; what else they say is named as not done.

/** What a styling command asks for. */
export interface Styling {
  /** CSS declarations; `''` where nothing of it can be done. */
  readonly style: string
  /** The parts that are not done, as written. */
  readonly undone: readonly string[]
}

const color = /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|rgba?\([\d\s,.%]+\))$/i
const capitalization: Readonly<Record<string, string>> = {
  default: '',
  upper: 'text-transform:uppercase',
  title: 'text-transform:capitalize',
}

/** Parts at commas that stand in no brackets: `#000, alignment(left), rgb(0, 0, 0)`. */
export function splitList(value: string): string[] {
  return (value.match(/(?:[^,()]|\([^()]*\)|[()])+/g) ?? []).map(part => part.trim()).filter(Boolean)
}

/**
 * Reads a list such as `#FF0000, alignment(right), text-scale(1.5), Avenir`.
 *
 * @param value what stands behind the colon of `[.header: …]` or `[.text: …]`
 */
export function readStyling(value: string): Styling {
  const styles: string[] = []
  const undone: string[] = []
  for (const part of splitList(value)) {
    const [, name = '', inner = ''] = /^([\w-]+)\(\s*(.*?)\s*\)$/.exec(part) ?? []
    const word = inner.toLowerCase()
    if (color.test(part)) styles.push(`color:${part}`)
    else if (name === 'alignment' && /^(?:left|center|right)$/.test(word)) styles.push(`text-align:${word}`)
    else if (name === 'capitalization' && Object.hasOwn(capitalization, word))
      styles.push(capitalization[word] ?? '')
    else undone.push(part)
  }
  return { style: styles.filter(Boolean).join(';'), undone }
}
