import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { allProjectFiles } from './project.ts'
import { ask, type Questions } from './questions.ts'

const enter = '\r'
const down = '\x1b[B'
const ctrlC = '\x03'
const ctrlD = '\x04'
const all: Questions = {
  title: 'My talk',
  author: 'Ada',
  template: 'talk',
  project: allProjectFiles,
  faultOf: title => (title === 'Taken' ? 'It is there already' : undefined),
}

/** Answers each question as soon as it is on the terminal. */
async function answer(questions: Questions, keys: Readonly<Record<string, readonly string[]>>) {
  const input = new PassThrough()
  const output = new PassThrough()
  let screen = ''
  let from = 0
  const left = Object.entries(keys)
  output.on('data', (chunk: Buffer) => {
    screen += stripVTControlCharacters(chunk.toString())
    const [question = '', pressed = []] = left[0] ?? []
    const at = question === '' ? -1 : screen.indexOf(question, from)
    if (at < 0) return
    from = at + question.length
    left.shift()
    // What asks listens once it has drawn.
    setImmediate(() => {
      for (const key of pressed) input.write(key)
    })
  })
  return { answers: await ask(questions, { input, output }), screen }
}

describe('ask', () => {
  it('takes what it proposes', async () => {
    const { answers } = await answer(all, {
      'What is its title?': [enter],
      'Who gives it?': [enter],
      'What is it to start from?': [enter],
      'Which files': [enter],
    })
    expect(answers).toEqual({ title: 'My talk', author: 'Ada', template: 'talk', project: allProjectFiles })
  })

  it('takes other answers, and none', async () => {
    const { answers, screen } = await answer(all, {
      'What is its title?': ['T', 'i', 'd', 'e', 's', enter],
      'Who gives it?': ['\x7f', '\x7f', '\x7f', enter],
      'What is it to start from?': [down, enter],
      'Which files': ['a', enter],
    })
    expect(answers).toEqual({ title: 'Tides', author: '', template: 'workshop', project: [] })
    expect(screen).toContain('a talk of 25 minutes')
  })

  it('asks only what is open', async () => {
    const { answers, screen } = await answer(
      { template: 'talk', faultOf: all.faultOf },
      { 'What is it to start from?': [down, down, enter] },
    )
    expect(answers).toEqual({ template: 'lightning' })
    expect(screen).not.toContain('title')
  })

  it('says what is wrong with a title, and asks again', async () => {
    const { answers } = await answer(
      { title: '', faultOf: all.faultOf },
      {
        'What is its title?': [...'Taken', enter],
        'It is there already': [' ', '2', enter],
      },
    )
    expect(answers).toEqual({ title: 'Taken 2' })
  })

  it.each(['What is its title?', 'Who gives it?', 'What is it to start from?', 'Which files'])(
    'has no answers after Ctrl-C at: %s',
    async last => {
      const questions = ['What is its title?', 'Who gives it?', 'What is it to start from?', 'Which files']
      const keys = questions
        .slice(0, questions.indexOf(last) + 1)
        .map(each => [each, [each === last ? ctrlC : enter]])
      const { answers, screen } = await answer(all, Object.fromEntries(keys))
      expect(answers).toBeUndefined()
      expect(screen).toContain('Nothing was written.')
    },
  )

  it('has no answers after Ctrl-D', async () => {
    expect((await answer(all, { 'What is its title?': [ctrlD] })).answers).toBeUndefined()
    const half = {
      'What is its title?': [enter],
      'Who gives it?': [enter],
      'What is it to start from?': [ctrlD],
    }
    expect((await answer(all, half)).answers).toBeUndefined()
  })
})
