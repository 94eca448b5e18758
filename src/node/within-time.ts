// Work that is ended when it takes too long, in the thread that asks for it.

import { Script } from 'node:vm'

/** What the script below looks for while it runs. */
const slot = Symbol.for('deckhand.work')

/**
 * Does something at once, or gives it up.
 *
 * V8 ends it wherever it is, as it ends a script of `node:vm`: what it works on must be of no use to anybody else.
 *
 * @param ms milliseconds it may take
 * @returns what it came to; undefined where it took longer
 */
export function withinTime<Result>(ms: number, work: () => Result): Result | undefined {
  let result: Result | undefined
  Reflect.set(globalThis, slot, () => {
    result = work()
  })
  try {
    new Script(`globalThis[Symbol.for(${JSON.stringify(slot.description)})]()`).runInThisContext({
      timeout: ms,
    })
    return result
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return undefined
    }
    throw error
  } finally {
    Reflect.deleteProperty(globalThis, slot)
  }
}
