// The commands and their options, and what they are told.

import { Command, Option } from 'commander'
import { version } from './build-id.ts'
import type { Call } from './call.ts'
import { CallError } from './call-error.ts'
import type { CheckFormat } from './check/ask.ts'
import type { DevAsk } from './commands/dev.ts'
import type { NotesFormat } from './commands/notes.ts'
import { complain } from './complain.ts'
import { deckAsk, settle } from './config/settle.ts'
import { examples } from './examples.ts'
import { configOption, denial, type Flags, notesAsk, withDecks } from './flags.ts'
import { addNew } from './new/words.ts'
import { folder, hostOf, port } from './option-values.ts'
import { closeQuietly } from './quiet-streams.ts'
import { createTerminal } from './terminal.ts'
import type { DeckThread } from './thread.ts'

const notesOption = 'join the notes in this file instead of those in `<deck>.notes.md`'

/**
 * Runs one command.
 *
 * @param words the command line without Node and program
 * @param thread for decks, started beforehand
 * @returns the exit status: 0 fine, 1 a deck has errors, 2 the call was wrong
 */
export async function run(words: readonly string[], thread?: DeckThread): Promise<number> {
  closeQuietly()
  const terminal = createTerminal()
  const call: Call = { here: process.cwd(), words, terminal, ...(thread ? { thread } : {}) }
  let status = 0
  const program = commands(call, code => {
    status = code
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return status
  } catch (error) {
    return complain(error, terminal, words)
  }
}

function commands(call: Call, finish: (status: number) => void): Command {
  const program = new Command('deckhand')
    .description('Turns Markdown decks into reveal.js talks and publishes them as a static site.')
    .usage('<command> [paths] [options]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ helpWidth: 100 })
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText(
      'after',
      examples(
        'deckhand new my-talk',
        'deckhand dev talk.md --open',
        'deckhand build',
        'deckhand build talk.md --out site',
        'deckhand preview',
        'deckhand outline talk.md --json',
        'deckhand check talk.md',
      ),
    )

  withDecks(program.command('dev [paths...]'))
    .description('serve the decks live while they are written')
    .option('--host [address]', 'the address to listen on; alone, all of them', '127.0.0.1')
    .option('--port <number>', 'the first port to try; 0 is any', port, 4173)
    .option('--strict-port', 'let a port that is taken end the call')
    .addOption(denial('strict-port'))
    .option('--open', 'open the browser')
    .addOption(denial('open'))
    .option('--stay', 'keep the slide on screen when another one is edited')
    .addOption(denial('stay'))
    .option('--poll', 'look for changes where the file system does not tell of them')
    .addOption(denial('poll'))
    .option('--theme <name>', 'dress the talks in this theme, whatever they ask for')
    .option('--notes <file>', notesOption)
    .addHelpText('after', examples('deckhand dev', 'deckhand dev talk.md --open', 'deckhand dev --host'))
    .action(async (paths: string[], told: Flags, command: Command) => {
      const again = async (): Promise<DevAsk> => {
        const settled = await settle(call, command, told, paths)
        const { host, port, strictPort, open, stay, poll } = settled.flags
        return {
          ...deckAsk(settled),
          host: hostOf(host),
          port,
          strictPort: strictPort === true,
          open: open === true,
          stay: stay === true,
          poll: poll === true,
          again,
        }
      }
      const ask = await again()
      const { dev } = await import('./commands/dev.ts')
      finish(await dev(call, ask))
    })

  withDecks(program.command('build [paths...]'))
    .description('write the site')
    .option('--out <folder>', 'where the site goes; replaced as a whole', folder, 'dist')
    .addOption(
      new Option('--notes [file]', 'publish the speaker notes too; with a file, join it and publish none')
        .preset('')
        .argParser((file: string, before: readonly string[] | undefined) => [...(before ?? []), file]),
    )
    .option('--theme <name>', 'dress the talks in this theme, whatever they ask for')
    .addHelpText(
      'after',
      examples(
        'deckhand build',
        'deckhand build talk.md --out site',
        'deckhand build decks --variant short --strict',
        'deckhand build talk.md --notes said.md',
      ),
    )
    .action(async (words: string[], told: Flags, command: Command) => {
      const { notes, paths, ...asked } = notesAsk(words, told.notes, call.here)
      const settled = await settle(call, command, told, paths)
      const { build } = await import('./commands/build.ts')
      finish(await build(call, { ...deckAsk(settled), ...asked, out: settled.flags.out, notes }))
    })

  program
    .command('preview [folder]')
    .description('serve what was built')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the first port to try', port, 4173)
    .addOption(configOption())
    .addOption(denial('config'))
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', examples('deckhand preview', 'deckhand preview site --port 8080'))
    .action(async (named: string | undefined, told: Flags, command: Command) => {
      const { flags, config } = await settle(call, command, told)
      const { preview } = await import('./commands/preview.ts')
      const { out = 'dist', allowedHosts = [] } = config.settings
      const { port, quiet } = flags
      const host = hostOf(flags.host)
      finish(await preview(call, { folder: named ?? out, host, port, quiet: quiet === true, allowedHosts }))
    })

  withDecks(program.command('outline [paths...]'))
    .description('print slides, steps, times and problems')
    .option('--notes <file>', notesOption)
    .option('--browser', 'let a browser measure how each slide fits')
    .addHelpText(
      'after',
      examples(
        'deckhand outline talk.md',
        'deckhand outline decks --json',
        'deckhand outline talk.md --browser',
      ),
    )
    .action(async (paths: string[], told: Flags, command: Command) => {
      const settled = await settle(call, command, told, paths)
      const { outline } = await import('./commands/outline.ts')
      finish(await outline(call, { ...deckAsk(settled), browser: told.browser === true }))
    })

  withDecks(program.command('notes [paths...]'))
    .description('print the speaker notes')
    .option('--notes <file>', notesOption)
    .addOption(new Option('--format <format>', 'how').choices(['md', 'json', 'html']).default('md'))
    .addHelpText(
      'after',
      examples('deckhand notes talk.md', 'deckhand notes talk.md --format html > notes.html'),
    )
    .action(async (paths: string[], told: Flags & { readonly format: NotesFormat }, command: Command) => {
      const settled = await settle(call, command, told, paths)
      const { notes } = await import('./commands/notes.ts')
      const format = told.json === true ? 'json' : told.format
      finish(await notes(call, { ...deckAsk(settled), format }))
    })

  withDecks(program.command('check [paths...]'))
    .description('say everything that would embarrass the speaker, the worst first')
    .option('--theme <name>', 'dress the talks in this theme, whatever they ask for')
    .option('--notes <file>', notesOption)
    .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'github']).default('text'))
    .option(
      '--browser',
      'insist on a browser that looks at every slide; without it, one looks where it is found',
    )
    .option('--no-browser', 'do without a browser')
    .option('--links', 'try addresses on other servers too')
    .addHelpText(
      'after',
      examples(
        'deckhand check',
        'deckhand check talk.md --no-browser',
        'deckhand check decks --strict --links',
        'deckhand check --format github',
      ),
    )
    .action(async (paths: string[], flags: Flags & { readonly format: CheckFormat }, command: Command) => {
      const settled = await settle(call, command, flags, paths)
      const { check } = await import('./commands/check.ts')
      const { browser, links } = flags
      finish(
        await check(call, {
          ...deckAsk(settled),
          format: flags.json === true ? 'json' : flags.format,
          ...(browser === undefined ? {} : { browser }),
          links: links === true,
        }),
      )
    })

  addNew(program, call, finish)

  program
    .command('cache [clear]')
    .description('show what earlier calls left to be used again; `clear` removes it')
    .option('--json', 'print one report for tools')
    .addHelpText('after', examples('deckhand cache', 'deckhand cache clear'))
    .action(async (what: string | undefined, flags: Flags) => {
      if (what !== undefined && what !== 'clear') {
        throw new CallError(`\`cache\` knows no \`${what}\``, 'Did you mean `deckhand cache clear`?')
      }
      const { cache } = await import('./commands/cache.ts')
      finish(await cache(call, { clear: what === 'clear', json: flags.json === true }))
    })

  for (const command of [program, ...program.commands]) {
    command.exitOverride().helpOption('-h, --help', 'print this help').allowExcessArguments(false)
    command.configureOutput({
      writeOut: text => call.terminal.out(text),
      writeErr: text => call.terminal.err(text),
    })
  }
  return program
}
