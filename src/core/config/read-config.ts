// A configuration is read: what it says is checked against the tables, and every doubt has its place and a way out.

import type { Diagnostic } from '../deck/diagnostic.ts'
import { nearest } from '../deck/nearest.ts'
import { canBeQuieted, isRule, type RuleId, rules } from '../deck/rules.ts'
import { isMetaKey, type Keys, metaKeys, plainKey, readMeta, shown } from '../syntax/meta.ts'
import { createReport, type Report, ticked } from '../syntax/report.ts'
import type { YamlEntry, YamlValue } from '../syntax/yaml.ts'
import type { RuleSetting, Settings } from './config.ts'
import { readJson } from './json.ts'
import { configKeys, flagsOnly, ownToDecks, ruleSettings } from './keys.ts'
import type { Kind } from './kinds.ts'

/** A configuration as read; what is not valid is not in its settings. */
export interface ReadConfig {
  readonly settings: Settings
  readonly diagnostics: readonly Diagnostic[]
}

/** What a configuration says where there is none. */
export const noSettings: Settings = { defaults: {}, rules: {} }

/**
 * Reads a configuration that is JSON. Reports `config-syntax` and what `readConfig` reports.
 *
 * @param file as problems name it
 * @param text LF line ends, no byte order mark
 */
export function readJsonConfig(file: string, text: string, themes?: readonly string[]): ReadConfig {
  const read = readJson(text)
  if ('value' in read) return readConfig(file, read.value, themes)
  const { report, diagnostics } = createReport(file)
  const { message, note, position } = read.fault
  report('config-syntax', message, { position, note })
  return { settings: noSettings, diagnostics }
}

/**
 * Checks what a configuration says. Reports `config-key`, `config-value` and `rule-unknown`, all as errors: what is
 * not understood is never passed over.
 *
 * @param themes that are installed, where that is known
 */
export function readConfig(file: string, value: YamlValue, themes?: readonly string[]): ReadConfig {
  const { report: reportAll, diagnostics } = createReport(file)
  // What has no place in the text of its code is of the file as a whole.
  const report: Report = (rule, message, { position, ...detail } = {}) =>
    reportAll(rule, message, {
      ...detail,
      severity: 'error',
      ...(position && position.start.line > 0 ? { position } : {}),
    })
  if (value.kind !== 'map') {
    report('config-value', `The configuration is ${told(value)}`, {
      position: value.position,
      note: 'It must be a map of keys and values; `export default defineConfig({ … })` where it is code.',
    })
    return { settings: noSettings, diagnostics }
  }
  const said: Record<string, unknown> = {}
  let defaults: Settings['defaults'] = {}
  let set: Settings['rules'] = {}
  for (const entry of once(value.entries, report)) {
    const known = Object.hasOwn(configKeys, entry.key)
      ? configKeys[entry.key as keyof typeof configKeys]
      : undefined
    if (entry.key === 'defaults') defaults = readDefaults(entry, report)
    else if (entry.key === 'rules') set = readRules(entry, report)
    else if (!known) reportUnknown(entry, report)
    else {
      const taken = take(entry, known.kind, report)
      if (taken !== undefined) said[entry.key] = taken
    }
  }
  if (themes) reportThemes(value.entries, themes, report)
  const { $schema: _, theme, ...rest } = said
  const dressed: Settings['defaults'] = {
    ...(typeof theme === 'string' ? { theme } : {}),
    ...(typeof rest.lang === 'string' ? { lang: rest.lang } : {}),
  }
  return { settings: { ...rest, defaults: { ...dressed, ...defaults }, rules: set }, diagnostics }
}

/** Entries whose keys were not given before. */
function once(entries: readonly YamlEntry[], report: Report): YamlEntry[] {
  const seen = new Set<string>()
  return entries.filter(({ key, position }) => {
    if (seen.has(key))
      report('config-key', `${ticked(key)} is given twice`, { position, note: 'Remove one of the two.' })
    return !seen.has(key) && seen.add(key)
  })
}

function take<Value>({ key, value }: YamlEntry, kind: Kind<Value>, report: Report): Value | undefined {
  const taken = kind.take(value)
  if (taken !== undefined) return taken
  const guess = 'text' in value && kind.words ? nearest(value.text, kind.words) : undefined
  const given = value.kind === 'list' && value.items.length === 0 ? 'an empty list' : told(value)
  report('config-value', `${ticked(key)} cannot be ${given}`, {
    position: value.position,
    note: guess === undefined ? `Write ${kind.expected}.` : `Did you mean \`${guess}\`?`,
  })
  return undefined
}

/** A value in words; a text in quotes, since `"80"` is no number. */
function told(value: YamlValue): string {
  if (value.kind === 'strange') return value.text
  if (value.kind === 'text') return value.text.trim() === '' ? 'empty' : ticked(`"${value.text}"`)
  return shown(value)
}

function reportUnknown({ key, position }: YamlEntry, report: Report): void {
  const guess = nearest(key, [...Object.keys(configKeys).slice(1), 'defaults', 'rules'])
  const note = flagsOnly.has(plainKey(key))
    ? `\`--${plainKey(key)}\` can be asked on the command line only.`
    : isMetaKey(key) && !ownToDecks.has(plainKey(key))
      ? `It is a key of the front matter: write \`defaults: { ${key}: … }\`.`
      : guess === undefined
        ? undefined
        : `Did you mean \`${guess}\`?`
  report('config-key', `${ticked(key)} is no key of the configuration`, { position, note })
}

/** A theme that is not there would be missed in every deck. */
function reportThemes(entries: readonly YamlEntry[], themes: readonly string[], report: Report): void {
  for (const { key, value } of entries) {
    if (key === 'defaults' && value.kind === 'map') reportThemes(value.entries, themes, report)
    if (plainKey(key) !== 'theme' || value.kind !== 'text' || themes.includes(value.text)) continue
    const guess = nearest(value.text, themes)
    report('config-value', `There is no theme ${ticked(value.text)}`, {
      position: value.position,
      note: guess === undefined ? `Installed: ${themes.join(', ')}.` : `Did you mean \`${guess}\`?`,
    })
  }
}

/** Keys that only the deck itself can say. */
const refused: Keys = new Map(
  [...ownToDecks].map(key => [
    key,
    ask =>
      ask.report('front-matter-key', `${ticked(ask.key)} is no default`, {
        position: ask.position,
        note: 'Each deck says it itself, in its front matter.',
      }),
  ]),
)

/** By the table of the front matter, so that both take the same. */
function readDefaults({ value }: YamlEntry, report: Report): Settings['defaults'] {
  if (value.kind !== 'map') {
    report('config-value', `\`defaults\` cannot be ${told(value)}`, {
      position: value.position,
      note: 'Write a map of front-matter keys: `{ author: "Ada", fit: "warn" }`.',
    })
    return {}
  }
  const said: Report = (rule, message, detail) =>
    report(
      rule === 'front-matter-value' ? 'config-value' : 'config-key',
      message.replace('no key of the front matter', 'no key of the front matter, so it is no default'),
      detail,
    )
  return readMeta(value.entries, said, refused)
}

function readRules({ value }: YamlEntry, report: Report): Settings['rules'] {
  if (value.kind !== 'map') {
    report('config-value', `\`rules\` cannot be ${told(value)}`, {
      position: value.position,
      note: 'Write a map of rules: `{ "image-alt": "off" }`.',
    })
    return {}
  }
  const set: Partial<Record<RuleId, RuleSetting>> = {}
  for (const entry of once(value.entries, report)) {
    const { key, position } = entry
    if (!isRule(key)) {
      const guess = nearest(key, Object.keys(rules))
      report('rule-unknown', `There is no rule ${ticked(key)}`, {
        position,
        note: guess === undefined ? undefined : `Did you mean \`${guess}\`?`,
      })
      continue
    }
    const setting = take(entry, ruleSettings, report)
    if (setting === undefined) continue
    if (setting !== 'error' && !canBeQuieted(key))
      report('config-value', `\`${key}\` is always an error`, {
        position,
        note: 'What it tells of leaves nothing to show, or would not be safe.',
      })
    else set[key] = setting
  }
  return set
}

/** Keys of the front matter that `defaults` takes, as they are documented. */
export const defaultKeys: readonly string[] = metaKeys.filter(key => !ownToDecks.has(key))
