// The thread of the grammars: gets ready, and colours ahead, while the deck's thread still reads.

import { type MessagePort, workerData } from 'node:worker_threads'
import { languageOf } from '../core/code/language.ts'
import { type Colouring, colouringsOf } from '../core/index.ts'
import { keepCode } from './booted.ts'
import { codeName } from './cache.ts'
import { createColourist, type Lines } from './colourist.ts'
import type { Fence } from './fences.ts'
import { createGrammars } from './highlight.ts'

const { port, fences }: { port: MessagePort; fences: readonly Fence[] } = workerData
const colourist = createColourist(createGrammars())
const known = new Map<string, Lines>()

async function learn(asks: readonly Colouring[]): Promise<void> {
  const fresh = asks.filter(({ text, language }) => !known.has(codeName(text, language)))
  const lines = fresh.length === 0 ? [] : await colourist.colour(fresh)
  fresh.forEach(({ text, language }, index) => {
    known.set(codeName(text, language), lines[index])
  })
}

// One after the other, so that answers come in the order of the asks.
let queue = learn(fences.flatMap(({ text, language }) => colouringsOf(text, languageOf(language).name)))
port.on('message', (asks: readonly Colouring[]) => {
  queue = queue.then(async () => {
    await learn(asks)
    keepCode()
    port.postMessage(asks.map(({ text, language }) => known.get(codeName(text, language))))
  })
})
