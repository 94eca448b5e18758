// Asks on a terminal what the command line left open about a new deck.

import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'
import * as prompts from '@clack/prompts'
import { type ProjectFile, projectFiles } from './project.ts'
import { type Template, templates } from './template.ts'

/** What is asked; a field that is left out is known already. */
export interface Questions {
  /** The title to propose. */
  readonly title?: string
  /** The author to propose; '' where none is known. */
  readonly author?: string
  readonly template?: Template
  /** The files to offer. */
  readonly project?: readonly ProjectFile[]
  /** Says what is wrong with a title. */
  faultOf(title: string): string | undefined
}

/** What was answered to what was asked. */
export interface Answers {
  readonly title?: string
  readonly author?: string
  readonly template?: Template
  readonly project?: readonly ProjectFile[]
}

/** Where questions are asked; a test has streams of its own. */
export interface Streams {
  readonly input: Readable
  readonly output: Writable
}

/** @returns the answers, or nothing where the author left: with Ctrl-C, Ctrl-D or Escape, or by closing the window */
export async function ask(questions: Questions, terminal: Streams): Promise<Answers | undefined> {
  const { input } = terminal
  const left = new AbortController()
  const leaving = (): void => left.abort()
  const pressed = (_: string, key?: { ctrl?: boolean; name?: string }): void => {
    if (key?.ctrl && key.name === 'd') leaving()
  }
  input.on('keypress', pressed).once('end', leaving)
  try {
    return await askAll(questions, { ...terminal, signal: left.signal })
  } finally {
    input.off('keypress', pressed).off('end', leaving)
  }
}

async function askAll(
  questions: Questions,
  streams: Streams & { readonly signal: AbortSignal },
): Promise<Answers | undefined> {
  const { title, author, template, project } = questions
  const answers: { -readonly [Key in keyof Answers]: Answers[Key] } = {}
  prompts.intro(styleText('bold', 'A new deck'), streams)
  if (title !== undefined) {
    const said = await prompts.text({
      ...streams,
      message: 'What is its title?',
      ...(title === '' ? {} : { placeholder: title, defaultValue: title }),
      validate: (text = '') => questions.faultOf(text.trim() === '' ? title : text.trim()),
    })
    if (prompts.isCancel(said)) return leave(streams)
    answers.title = said.trim()
  }
  if (author !== undefined) {
    const said = await prompts.text({ ...streams, message: 'Who gives it?', initialValue: author })
    if (prompts.isCancel(said)) return leave(streams)
    answers.author = (said ?? '').trim()
  }
  if (template !== undefined) {
    const said = await prompts.select<Template>({
      ...streams,
      message: 'What is it to start from?',
      initialValue: template,
      options: (Object.keys(templates) as Template[]).map(value => ({
        value,
        label: `${value}: ${templates[value]}`,
      })),
    })
    if (prompts.isCancel(said)) return leave(streams)
    answers.template = said
  }
  if (project !== undefined && project.length > 0) {
    const said = await prompts.multiselect<ProjectFile>({
      ...streams,
      message: 'Which files of a project do you want around it?',
      initialValues: [...project],
      required: false,
      options: project.map(value => ({ value, hint: projectFiles[value] })),
    })
    if (prompts.isCancel(said)) return leave(streams)
    answers.project = said
  }
  prompts.outro('That is all.', streams)
  return answers
}

function leave(streams: Streams): undefined {
  prompts.cancel('Nothing was written.', streams)
  return undefined
}
