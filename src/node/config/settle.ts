// What a call and its project's configuration come to together: a flag wins, then the environment, then the file.

import type { Command } from 'commander'
import type { Call } from '../call.ts'
import type { DeckAsk } from '../deck-ask.ts'
import type { Flags } from '../flags.ts'
import { type Configuration, loadConfig } from './load-config.ts'

/** What a configuration may say in the place of a flag, by the name that both have. */
const flagged = [
  'out',
  'variant',
  'strict',
  'timeLimit',
  'host',
  'port',
  'strictPort',
  'open',
  'stay',
  'poll',
] as const

/** A call with what the configuration adds to it. */
export interface SettledCall<Told extends Flags> {
  readonly flags: Told
  /** Those of the call, or else of the configuration. */
  readonly paths: readonly string[]
  readonly config: Configuration
}

/**
 * Loads the configuration of a call and fills in what no flag says.
 *
 * @param command knows which flags were given and which are its defaults
 * @throws what `loadConfig` throws
 */
export async function settle<Told extends Flags>(
  call: Call,
  command: Command,
  flags: Told,
  paths: readonly string[] = [],
): Promise<SettledCall<Told>> {
  const config = await loadConfig({
    here: call.here,
    ...(flags.config === undefined ? {} : { named: flags.config }),
    cache: flags.cache !== false,
    said: text => call.terminal.err(text),
  })
  return { ...fill(command, flags, config, paths), config }
}

/** Fills in what no flag says; again whenever the configuration has changed. */
export function fill<Told extends Flags>(
  command: Command,
  flags: Told,
  { settings }: Configuration,
  paths: readonly string[],
): Pick<SettledCall<Told>, 'flags' | 'paths'> {
  const said = flagged.filter(name => {
    const source = command.getOptionValueSource(name)
    return settings[name] !== undefined && source !== 'cli' && source !== 'env'
  })
  const filled = Object.fromEntries(said.map(name => [name, settings[name]]))
  return {
    flags: { ...flags, ...filled },
    paths: paths.length > 0 ? paths : (settings.decks ?? []),
  }
}

/** What decks are asked, whatever the command. */
export function deckAsk({ paths, flags, config }: SettledCall<Flags>): DeckAsk {
  return {
    paths,
    config,
    ...(flags.dialect === undefined ? {} : { dialect: flags.dialect }),
    ...(flags.variant === undefined ? {} : { variant: flags.variant }),
    ...(typeof flags.notes === 'string' ? { companion: flags.notes } : {}),
    ...(flags.theme === undefined ? {} : { theme: flags.theme }),
    cache: flags.cache,
    json: flags.json === true,
    strict: flags.strict === true,
    quiet: flags.quiet === true,
    timeLimit: flags.timeLimit,
  }
}
