import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Crew, createCrew } from './crew.ts'
import type { DeckResult, DeckTask } from './task.ts'

/** A thread that does what the deck's name says. */
const code = `
import { parentPort, workerData } from 'node:worker_threads'
const progress = new Int32Array(workerData)
parentPort.on('message', async ({ place, task: { deck: { file } } }) => {
  Atomics.store(progress, 0, place)
  Atomics.store(progress, 2 + 2 * place, 42)
  if (file === 'wait') {
    await new Promise(next => setTimeout(next, 20))
    Atomics.store(progress, 0, place)
  }
  if (file === 'loop') for (;;);
  if (file === 'eat') for (const all = [];;) all.push(new Array(1e6).fill({}))
  if (file === 'throw') throw new Error('a fault of ours')
  const result = { file, diagnostics: [], pictures: [], inputs: [], cached: false, ms: 1 }
  parentPort.postMessage({ place, result })
})
`
let folder = ''
let script: URL
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
  writeFileSync(join(folder, 'thread.mjs'), code)
  script = pathToFileURL(join(folder, 'thread.mjs'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const task = (file: string): DeckTask => ({
  deck: { file, path: file, root: '', named: true },
  want: 'outline',
  reading: { notes: false, shiki: '', themes: [], defaults: {} },
})
const failed = ({ deck }: DeckTask, why: string, offset: number): DeckResult => ({
  file: `${deck.file}: ${why} at ${offset}`,
  diagnostics: [],
  pictures: [],
  inputs: [],
  cached: false,
  ms: 0,
})
const crewOf = (size: number, limit = 5000): Crew =>
  createCrew({ scripts: { deck: script, grammar: script }, size, limit, failed })
async function filesOf(crew: Crew, names: string[]): Promise<string[]> {
  try {
    return (await Promise.all(names.map(name => crew.work(task(name))))).map(result => result.file)
  } finally {
    crew.close()
  }
}

it('works decks in their order', async () => {
  expect(await filesOf(crewOf(1), ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
})

it('ends a deck that does not come back, says where it was, and goes on', async () => {
  const files = await filesOf(crewOf(1, 300), ['a', 'loop', 'b', 'loop', 'c'])
  expect(files).toEqual(['a', 'loop: time at 42', 'b', 'loop: time at 42', 'c'])
})

it('gives up no deck for another that waits in the same thread', async () => {
  const names = ['wait', 'loop', 'wait', 'a', 'loop', 'b', 'wait']
  expect(await filesOf(crewOf(1, 300), names)).toEqual(
    names.map(name => (name === 'loop' ? 'loop: time at 42' : name)),
  )
})

it('passes on a fault of ours, and works the next deck', async () => {
  const crew = crewOf(1)
  await expect(crew.work(task('throw'))).rejects.toMatchObject({
    message: 'Work on `throw` failed',
    cause: { message: 'a fault of ours' },
  })
  expect(await filesOf(crew, ['a'])).toEqual(['a'])
})

it('works several decks at a time, and ends only the one that does not come back', async () => {
  const names = ['a', 'loop', 'b', 'c', 'loop', 'd', 'eat', 'e']
  expect(await filesOf(crewOf(3, 400), names)).toEqual(
    names.map(name =>
      name === 'loop'
        ? 'loop: time at 42'
        : name === 'eat'
          ? expect.stringMatching(/^eat: (?:time|memory) at 42$/)
          : name,
    ),
  )
})
