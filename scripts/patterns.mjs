// Turns the patterns of the grammars that talks show most into JavaScript's, so that no build has to do it.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmulatedRegExp, toRegExpDetails } from 'oniguruma-to-es'
import { createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { root } from './workshop.mjs'

/** Shiki's names of the languages, and the words that stand for each in a fence. */
const words = {
  shellscript: /^(?:sh|bash|zsh|shell|console|dockerfile|docker)$/,
  json: /^jsonc?$/,
  yaml: /^(?:ya?ml|compose)$/,
  javascript: /^(?:js|javascript|mjs)$/,
  typescript: /^(?:ts|typescript)$/,
  python: /^(?:py|python)$/,
  go: /^go$/,
}

/** Each language with code that visits its rules. */
export const samples = Object.keys(words).map(id => ({
  id,
  code: readFileSync(new URL(`samples/${id}.txt`, import.meta.url), 'utf8'),
}))

/**
 * Writes one table a language: Oniguruma's pattern to what JavaScript is to be given.
 *
 * @param {string} folder made if it is not there
 */
export async function writePatterns(folder) {
  mkdirSync(folder, { recursive: true })
  const shown = fencesOfDecks()
  for (const { id, code } of samples) {
    const table = {}
    const highlighter = await createHighlighterCore({
      themes: [{ name: 'any', settings: [{ settings: { foreground: '#000' } }] }],
      langs: [(await import(`shiki/langs/${id}.mjs`)).default],
      engine: createJavaScriptRegexEngine({
        forgiving: true,
        regexConstructor: pattern => learn(pattern, table),
      }),
    })
    for (const text of [code, ...shown.filter(one => words[id].test(one.language)).map(one => one.text)])
      highlighter.codeToTokensBase(text, { lang: id, theme: 'any' })
    highlighter.dispose()
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(table))
  }
}

/** As Shiki asks for them, but for the oldest JavaScript that we run on. */
function learn(pattern, table) {
  const details = toRegExpDetails(pattern, {
    target: 'ES2024',
    global: true,
    hasIndices: true,
    lazyCompileLength: 3000,
    rules: {
      allowOrphanBackrefs: true,
      asciiWordBoundaries: true,
      captureGroup: true,
      recursionLimit: 5,
      singleline: true,
    },
  })
  table[pattern] = [details.pattern, details.flags, ...(details.options ? [details.options] : [])]
  return details.options
    ? new EmulatedRegExp(details.pattern, details.flags, details.options)
    : new RegExp(details.pattern, details.flags)
}

/** What our own talks show, since others show the like. */
function fencesOfDecks() {
  const folder = join(root, 'decks')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .flatMap(name => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/^```([\w+-]+).*\n([\s\S]*?)^```/gm),
    ])
    .map(([, language = '', text = '']) => ({ language, text }))
}
