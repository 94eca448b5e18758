// The words of `deckhand new` on the command line.

import { type Command, Option } from 'commander'
import type { Call } from '../call.ts'
import { examples } from '../examples.ts'
import { someText } from '../option-values.ts'
import { type Template, templates } from './template.ts'

interface Flags {
  readonly template?: Template
  readonly title?: string
  readonly author?: string
  readonly project?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}

/** @param finish hears the exit status */
export function addNew(program: Command, call: Call, finish: (status: number) => void): void {
  program
    .command('new [name]')
    .description('write a deck to start from, and in an empty folder a project around it')
    .addOption(new Option('--template <name>', 'what to start from').choices(Object.keys(templates)))
    .option('--title <text>', 'the title of the talk; else its name', someText)
    .option('--author <text>', 'who gives it; else whom Git knows')
    .option('--project', 'write the files of a project that the folder lacks')
    .option('--no-project', 'write the deck alone')
    .option('--yes', 'ask nothing, take what is usual')
    .option('--json', 'print one report for tools, ask nothing')
    .addHelpText(
      'after',
      examples(
        'deckhand new my-talk',
        'deckhand new "Harbours at night" --template lightning --author "Ada Example"',
        'deckhand new talks/harbours.md --no-project --yes',
      ),
    )
    .action(async (name: string | undefined, { yes, json, ...told }: Flags) => {
      const { makeNew } = await import('../commands/new.ts')
      const named = name === undefined ? {} : { name }
      finish(await makeNew(call, { ...told, ...named, yes: yes === true, json: json === true }))
    })
}
