// What a deck may say of itself: the closed schema of front matter.

import { nearest } from '../deck/nearest.ts'
import { documented } from './meta-keys.ts'
import type { ReadKey, WrittenMeta } from './meta-values.ts'
import { type Report, ticked } from './report.ts'
import type { YamlEntry, YamlValue } from './yaml.ts'

export {
  type KeyAsk,
  type ReadKey,
  readAuthorKey,
  readText,
  readTruth,
  type WrittenMeta,
} from './meta-values.ts'

/** Keys by their plain spelling (see `plainKey`). A dialect hands in those that only it has. */
export type Keys = ReadonlyMap<string, ReadKey>

/** Spellings of a key that mean the same: `slide-number`, `slideNumber`, `Slide_Number`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '')
}

const keys: Keys = new Map(documented.map(({ key, read }) => [plainKey(key), read]))

/** The documented spellings of every key that front matter may have in any dialect. */
export const metaKeys: readonly string[] = documented.map(({ key }) => key)

/** Whether a key is one of front matter, in whatever spelling. */
export function isMetaKey(key: string): boolean {
  return keys.has(plainKey(key))
}

/**
 * Reads the entries of front matter by the closed schema.
 * Reports `front-matter-key`, `front-matter-value`, and `front-matter-syntax` for a key given twice.
 *
 * @param own keys that only one dialect has; they stand above the common ones
 */
export function readMeta(entries: readonly YamlEntry[], report: Report, own: Keys = new Map()): WrittenMeta {
  const meta: WrittenMeta = {}
  const seen = new Set<string>()
  for (const { key, position, value } of entries) {
    const plain = plainKey(key)
    const read = own.get(plain) ?? keys.get(plain)
    if (!read) {
      const meant = nearest(key, [...metaKeys, ...own.keys()])
      report('front-matter-key', `${ticked(key)} is no key of the front matter`, {
        position,
        ...(meant ? { note: `Did you mean \`${meant}\`?` } : {}),
      })
    } else if (seen.has(plain)) {
      report('front-matter-syntax', `${ticked(key)} is given twice; the first one counts`, {
        position,
        note: 'Remove one of the two.',
        severity: 'warning',
      })
    } else {
      seen.add(plain)
      const wrong = (expected: string): void => {
        // Words to choose from, where that is what is expected.
        const words = expected.startsWith('`')
          ? Array.from(expected.matchAll(/`([^`]+)`/g), ([, word = '']) => word)
          : []
        const meant = 'text' in value ? nearest(value.text, words) : undefined
        report('front-matter-value', `${ticked(key)} cannot be ${shown(value)}`, {
          position: value.position,
          note: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Write ${expected}.`,
        })
      }
      read({ key, position, value, meta, report, wrong })
    }
  }
  return meta
}

/** A value as messages show it. */
export function shown(value: YamlValue): string {
  if (value.kind === 'list') return 'a list'
  if (value.kind === 'map') return 'a map'
  if (value.kind === 'nothing') return 'empty'
  return ticked(value.text)
}
