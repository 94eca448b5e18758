// Authors' styles as a style sheet: one generated class for each different set of declarations.

import type { Declaration } from './style.ts'

/** Collects the rules of one deck. */
export interface StyleRules {
  /** The class for some declarations; the same ones always get the same class. */
  classFor(declarations: readonly Declaration[]): string
  /** Takes rules of other slides over. */
  add(rules: Iterable<readonly [name: string, body: string]>): void
  /** All rules so far, by class. */
  rules(): (readonly [name: string, body: string])[]
  /** All rules so far, in the order of their classes. */
  css(): string
}

/** Makes an empty collection. */
export function createStyleRules(): StyleRules {
  const rules = new Map<string, string>()
  return {
    classFor(declarations) {
      const body = declarations.map(({ property, value }) => `${property}:${value}`).join(';')
      const name = `s-${shortHash(body)}`
      rules.set(name, body)
      return name
    },
    add(others) {
      for (const [name, body] of others) rules.set(name, body)
    },
    rules: () => [...rules],
    css: () =>
      [...rules]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        // An author's style is as strong as the attribute it was: the weight of an id, wherever the slide stands.
        .map(([name, body]) => `.${name}:not(#s){${body}}`)
        .join('\n'),
  }
}

/** A short name for a text: two FNV-1a hashes of different start, base 36. Names, not secrets. */
function shortHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}
