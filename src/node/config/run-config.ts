// Has a configuration that is code run in a thread of its own: what it does to the thread ends with it, and what it
// has loaded is loaded anew the next time.

import type { YamlValue } from '../../core/index.ts'
import { startScript, threadScript } from '../thread.ts'

/** What is wrong with the code, and where. */
export interface CodeFault {
  readonly message: string
  readonly note?: string
  /** The file, where it is known. */
  readonly path?: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
}

/** What the code came to. */
export interface Ran {
  readonly value?: YamlValue
  readonly fault?: CodeFault
  /** The files that the code was in. */
  readonly files: readonly string[]
}

/** What the thread is told. */
export interface RunOrder {
  readonly path: string
  /** Where the code may be kept in a form that Node reads; absent is nowhere. */
  readonly kept?: string
}

/** A configuration that takes longer waits for what will not come. */
const patience = 10_000

/**
 * Runs a configuration.
 *
 * @param said hears what the code prints
 */
export function runConfig(order: RunOrder, said: (text: string) => void): Promise<Ran> {
  return new Promise(resolve => {
    const worker = startScript(threadScript('config-thread'), {
      workerData: order,
      stdin: false,
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(
      () => end({ message: `The configuration is not done after ${patience / 1000} s` }),
      patience,
    )
    let over = false
    function end(result: Ran | CodeFault): void {
      if (over) return
      over = true
      clearTimeout(timer)
      void worker.terminate()
      resolve('files' in result ? result : { fault: result, files: [] })
    }
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (data: Buffer) => said(String(data)))
    worker.on('message', (ran: Ran) => end(ran))
    worker.on('error', error => end({ message: `The configuration fails: ${error.message}` }))
    worker.on('exit', () =>
      end({ message: 'The configuration ends the program, or waits for what cannot come' }),
    )
  })
}
