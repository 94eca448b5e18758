// Colours code with Shiki: its core and the grammars that are needed, imported when the first block asks for them.

import type { HighlighterCore, LanguageRegistration } from 'shiki/core'
import { shikiIdOf } from '../core/code/language.ts'
import { mendTokens } from '../core/code/mend-tokens.ts'
import { mergeTokens, type TokenLine, token } from '../core/code/tokens.ts'
import type { Highlight } from '../core/index.ts'
import { load } from './booted.ts'
import { kindOf, kindsTheme, kindsThemeName } from './kinds-theme.ts'
import type { PatternEngine } from './patterns.ts'

/** Longer lines stay plain, characters: a minified file would hold a grammar for seconds. */
const longestLine = 4_000

/** Languages that are mixtures: what of them a grammar colours is in these. */
const mixtures: Readonly<Record<string, readonly string[]>> = { console: ['sh'], dockerfile: ['sh'] }

/** Shiki with the languages loaded so far. */
export interface Grammars {
  /**
   * Loads what is not loaded yet.
   *
   * @param languages canonical names; unknown ones are passed over
   * @returns colours for these languages and all loaded before
   */
  load(languages: Iterable<string>): Promise<Highlight>
}

/** Holds Shiki's highlighter from its first use on. Nothing is imported before a language is asked for. */
export function createGrammars(): Grammars {
  let highlighter: Promise<Highlighter> | undefined
  const loaded = new Map<string, Promise<void>>()
  return {
    async load(languages) {
      const wanted = [...languages].flatMap(name => mixtures[name] ?? [name])
      const ids = new Set(wanted.flatMap(name => shikiIdOf(name) ?? []))
      if (ids.size === 0) return () => undefined
      highlighter ??= createHighlighter()
      const shiki = await highlighter
      for (const id of ids) if (!loaded.has(id)) loaded.set(id, loadLanguage(shiki, id))
      await Promise.all([...ids].map(id => loaded.get(id)))
      return (text, language) => colour(shiki.core, text, language)
    },
  }
}

/** Loads languages once, for a single run. */
export function loadHighlight(languages: Iterable<string>): Promise<Highlight> {
  return createGrammars().load(languages)
}

interface Highlighter {
  readonly core: HighlighterCore
  readonly patterns: PatternEngine
}

async function createHighlighter(): Promise<Highlighter> {
  const [{ createHighlighterCore }, { createPatternEngine }] = await Promise.all([
    import('shiki/core'),
    import('./patterns.ts'),
  ])
  const patterns = createPatternEngine()
  const core = await createHighlighterCore({ themes: [kindsTheme()], langs: [], engine: patterns.engine })
  return { core, patterns }
}

async function loadLanguage({ core, patterns }: Highlighter, id: string): Promise<void> {
  const grammar = (await load(`shiki/langs/${id}.mjs`)) as { default: LanguageRegistration[] }
  // A grammar brings those that it embeds.
  for (const { name } of grammar.default) patterns.learn(name)
  await core.loadLanguage(grammar.default)
}

function colour(shiki: HighlighterCore, text: string, language: string): readonly TokenLine[] | undefined {
  const id = shikiIdOf(language)
  if (!id || !shiki.getLoadedLanguages().includes(id)) return undefined
  const lines = shiki.codeToTokensBase(text, {
    lang: id,
    theme: kindsThemeName,
    tokenizeMaxLineLength: longestLine,
    // No limit by the clock: a busy machine would colour less, and the cache would keep it. Decks have a limit.
    tokenizeTimeLimit: 0,
  })
  return lines.map(line =>
    mergeTokens(
      mendTokens(
        line.map(one => token(one.content, kindOf(one.color))),
        language,
      ),
    ),
  )
}
