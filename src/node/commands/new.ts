// deckhand new: a deck to start from, and in an empty folder the files of a project around it.

import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from '../call.ts'
import { CallError } from '../call-error.ts'
import { shown } from '../files.ts'
import { type Called, placeFor, titleFrom } from '../new/place.ts'
import {
  isFresh,
  lacking,
  type ProjectFile,
  programFrom,
  projectFiles,
  projectText,
  quoted,
} from '../new/project.ts'
import type { Answers } from '../new/questions.ts'
import { carried, fill, type Template } from '../new/template.ts'
import { taken, writeNew } from '../new/write.ts'
import { safe } from '../report.ts'

/** What `new` is asked; what is left out is asked on a terminal, or has its default. */
export interface NewAsk {
  readonly name?: string
  readonly template?: Template
  readonly title?: string
  readonly author?: string
  /** Whether the files of a project are written too; by default where the folder is empty. */
  readonly project?: boolean
  /** No questions. */
  readonly yes: boolean
  readonly json: boolean
}

/** As shells have it for what Ctrl-C ended. */
const interrupted = 130

/** @returns the exit status */
export async function makeNew(call: Call, ask: NewAsk): Promise<number> {
  const { here, terminal } = call
  const offered = (ask.project ?? isFresh(here)) ? lacking(here) : []
  const called = calledBy(ask)
  const placeOf = (by: Called, project: readonly ProjectFile[]): string => {
    const file = placeFor(by, here, project.length > 0)
    if (isThere(file)) throw taken(file, here)
    return file
  }
  const isAsking = !ask.yes && !ask.json && isTerminal()
  if (!called && !isAsking) {
    throw new CallError('A new deck needs a name', 'Say it behind the command: `deckhand new my-talk`.')
  }
  // Before the questions: nobody should answer four of them in vain.
  if (called) placeOf(called, offered)
  const answers = isAsking ? await questions(call, ask, offered, by => placeOf(by, offered)) : {}
  if (!answers) return interrupted

  const title = oneLine(answers.title ?? ask.title ?? titleFrom(ask.name ?? ''))
  const author = oneLine(answers.author ?? ask.author ?? gitAuthor(here))
  const template = answers.template ?? ask.template ?? 'talk'
  const project = answers.project ?? offered
  const deck = placeOf(called ?? { title }, project)
  const path = shown(deck, here)
  writeNew(
    [
      { path: deck, text: fill(carried(`${template}.md`), { title, author, day: new Date() }) },
      ...project.map(file => ({ path: join(here, file), text: projectText(file, here, path) })),
    ],
    here,
  )
  const next = nextCommands(path, project, call.here)
  if (ask.json) {
    const files = [path, ...project]
    terminal.out(
      `${JSON.stringify({ version: 1, deck: path, template, title, author, files, next }, null, 2)}\n`,
    )
    return 0
  }
  const { bold, dim } = terminal.outColours
  const width = Math.max(...[path, ...project].map(file => file.length))
  const row = (file: string, words: string): string => `  ${safe(file.padEnd(width))}  ${dim(words)}\n`
  const rows = [
    row(path, `the deck, from the template ${template}`),
    ...project.map(file => row(file, projectFiles[file])),
  ]
  terminal.out(`Written:\n${rows.join('')}\nNext:\n${next.map(words => `  ${bold(words)}\n`).join('')}`)
  return 0
}

/** What the command line itself says of where the deck goes. */
function calledBy({ name, title }: NewAsk): Called | undefined {
  if (name !== undefined) return { name }
  return title === undefined ? undefined : { title }
}

/** Asks what the command line left open. */
async function questions(
  call: Call,
  ask: NewAsk,
  offered: readonly ProjectFile[],
  placeOf: (by: Called) => string,
): Promise<Answers | undefined> {
  // Only who is asked loads what asks.
  const { ask: askAll } = await import('../new/questions.ts')
  return askAll(
    {
      ...(ask.title === undefined ? { title: titleFrom(ask.name ?? '') } : {}),
      ...(ask.author === undefined ? { author: gitAuthor(call.here) } : {}),
      ...(ask.template === undefined ? { template: 'talk' } : {}),
      ...(ask.project === undefined ? { project: offered } : {}),
      faultOf: title =>
        title === '' ? 'Say a few words.' : calledBy(ask) ? undefined : faultOf(title, placeOf),
    },
    { input: process.stdin, output: process.stdout },
  )
}

function faultOf(title: string, placeOf: (by: Called) => string): string | undefined {
  try {
    placeOf({ title })
    return undefined
  } catch (error) {
    if (error instanceof CallError) return error.message
    throw error
  }
}

/** Whether a person sits at both ends, and can be asked. */
function isTerminal(): boolean {
  const { CI = '', TERM } = process.env
  return process.stdin.isTTY === true && process.stdout.isTTY === true && CI === '' && TERM !== 'dumb'
}

/** A link that leads nowhere is there too. */
function isThere(file: string): boolean {
  return existsSync(file) || lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Who Git takes the author for; '' where it does not know, or is not there. */
function gitAuthor(here: string): string {
  const asked = spawnSync('git', ['config', 'user.name'], { cwd: here, encoding: 'utf8', timeout: 2000 })
  return asked.status === 0 ? oneLine(asked.stdout) : ''
}

/** The two commands to type next. */
function nextCommands(deck: string, project: readonly ProjectFile[], here: string): string[] {
  if (project.includes('package.json')) return ['npm install', 'npm run dev']
  const program = programFrom(here)
  return [`${program} dev ${quoted(deck)} --open`, `${program} check ${quoted(deck)}`]
}
