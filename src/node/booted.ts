// What a thread's code has of `boot.ts`, which started it: code that is kept compiled cannot import by itself.

/** What `boot.ts` hands over. */
export interface Boot {
  /** Has what V8 compiled so far kept for later runs. */
  keepCode(): void
  /** Imports a module by its name. */
  load(name: string): Promise<unknown>
}

declare const boot: Boot | undefined

let isKept = false

/** Keeps the code when first called: when most of what will be compiled is. */
export function keepCodeOnce(): void {
  if (!isKept && typeof boot !== 'undefined') boot.keepCode()
  isKept = true
}

/** Imports a module by its name. */
export function load(name: string): Promise<unknown> {
  return typeof boot === 'undefined' ? import(name) : boot.load(name)
}
