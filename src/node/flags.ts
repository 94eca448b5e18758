// What stands behind the words of a command, as commander hands it over.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { milliseconds } from './option-values.ts'

/** As commander hands options over, named as they are on the command line. */
export interface Flags {
  /** A file; `false` where none is wanted. */
  readonly config?: string | false
  readonly dialect?: string
  readonly variant?: string
  readonly theme?: string
  readonly out: string
  /** One for each `--notes`; '' where it stands alone. */
  readonly notes?: readonly string[] | string
  readonly browser?: boolean
  readonly json?: boolean
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly cache: boolean
  readonly timeLimit: number
  readonly links?: boolean
  readonly host: string | boolean
  readonly port: number
  readonly strictPort?: boolean
  readonly open?: boolean
  readonly stay?: boolean
  readonly poll?: boolean
}

/** The file of the configuration. */
export function configOption(): Option {
  return new Option('--config <file>', 'the configuration, in the place of `deckhand.config.*`')
}

/** Takes back what the configuration says. */
export function denial(flag: string): Option {
  return new Option(`--no-${flag}`).hideHelp()
}

/** Gives a command the options that all have that read decks. */
export function withDecks(command: Command): Command {
  return command
    .addOption(configOption())
    .addOption(denial('config'))
    .option('--dialect <name>', 'read the decks as this dialect, whatever they look like')
    .option('--variant <name>', 'leave out slides that are only for other variants')
    .option('--json', 'print one report for tools')
    .option('--strict', 'let warnings fail the call too')
    .addOption(denial('strict'))
    .option('--quiet', 'say nothing but errors')
    .option('--no-cache', 'neither use nor keep what earlier calls worked out')
    .addOption(
      new Option('--time-limit <ms>', 'how long a deck may take')
        .env('DECKHAND_TIME_LIMIT')
        .argParser(milliseconds)
        .default(4000),
    )
}

/**
 * What `--notes` of `build` asks. Alone it publishes the notes. With a file, where another path is named, it joins
 * the file, which publishes nothing. Any other word behind it is a path like those before.
 */
export function notesAsk(
  paths: readonly string[],
  words: Flags['notes'] = [],
  here: string,
): { readonly paths: readonly string[]; readonly notes: boolean; readonly companion?: string } {
  const said = typeof words === 'string' ? [words] : words
  const file = paths.length > 0 ? said.find(word => word !== '' && isFile(resolve(here, word))) : undefined
  const others = said.filter(word => word !== '' && word !== file)
  const notes = said.some(word => word !== file)
  return { paths: [...others, ...paths], notes, ...(file === undefined ? {} : { companion: file }) }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
