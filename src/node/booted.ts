// What a thread's code has of `boot.ts`, which started it: code that is kept compiled cannot import by itself.

/** What `boot.ts` hands over. */
export interface Boot {
  /** Has what V8 compiled so far kept for later runs; only the first call counts. */
  keepCode(): void
  /** Imports a module by its name. */
  load(name: string): Promise<unknown>
}

declare const boot: Boot | undefined

/** To be called when most of what will be compiled is. */
export function keepCode(): void {
  if (typeof boot !== 'undefined') boot.keepCode()
}

/** Imports a module by its name. */
export function load(name: string): Promise<unknown> {
  return typeof boot === 'undefined' ? import(name) : boot.load(name)
}
