// Colours pieces of code, in this thread or in one that works beside it.

import type { MessagePort } from 'node:worker_threads'
import { type Colouring, languagesOf, type Token } from '../core/index.ts'
import type { Grammars } from './highlight.ts'

/** The colours of one piece of code, line by line; undefined where its language is not known. */
export type Lines = readonly (readonly Token[])[] | undefined

/** Colours what it is asked. */
export interface Colourist {
  /** @returns in the order of what was asked */
  colour(asks: readonly Colouring[]): Promise<readonly Lines[]>
}

/** One that works in this thread, when asked. */
export function createColourist(grammars: Grammars): Colourist {
  return {
    async colour(asks) {
      const highlight = await grammars.load(languagesOf(asks))
      return asks.map(({ text, language }) => highlight(text, language))
    },
  }
}

/** One that works in the thread at the other end of a port, which answers asks in their order. */
export function callColourist(port: MessagePort): Colourist {
  const waiting: ((lines: readonly Lines[]) => void)[] = []
  port.on('message', lines => waiting.shift()?.(lines))
  return {
    colour: asks =>
      new Promise(resolve => {
        waiting.push(resolve)
        port.postMessage(asks)
      }),
  }
}
