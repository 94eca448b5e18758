// The colour that browsers have always read from `<font color>`: five digits, typing errors and all.

import { colorNames } from './color-names.ts'

/**
 * Reads a legacy colour value as the HTML standard demands ("rules for parsing a legacy color value").
 *
 * @returns `#rrggbb`, or undefined for the empty string and `transparent`, which are errors there
 */
export function legacyColor(input: string): string | undefined {
  const value = input.trim().toLowerCase()
  if (input === '' || value === 'transparent') return undefined
  const named = colorNames.get(value)
  if (named) return named
  if (/^#[0-9a-f]{3}$/.test(value)) return `#${[...value.slice(1)].map(digit => digit + digit).join('')}`
  let digits = [...value]
    .map(character => ((character.codePointAt(0) ?? 0) > 0xffff ? '00' : character))
    .join('')
    .slice(0, 128)
    .replace(/^#/, '')
    .replace(/[^0-9a-f]/g, '0')
  while (digits.length === 0 || digits.length % 3 !== 0) digits += '0'
  const length = digits.length / 3
  let parts = [digits.slice(0, length), digits.slice(length, 2 * length), digits.slice(2 * length)]
  if (length > 8) parts = parts.map(part => part.slice(length - 8))
  while ((parts[0]?.length ?? 0) > 2 && parts.every(part => part.startsWith('0'))) {
    parts = parts.map(part => part.slice(1))
  }
  return `#${parts.map(part => part.slice(0, 2).padStart(2, '0')).join('')}`
}
