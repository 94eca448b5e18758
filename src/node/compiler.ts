// Has V8 wait before it compiles code for speed, which a program of half a second gets too little from.

/**
 * Bytes of bytecode that a function runs through before V8 compiles it anew for speed: twelve times what it does by itself.
 * Measured on two processors (`docs/performance.md`): 500 slides take three quarters of the time and two thirds of the
 * work, and a thousand decks as long as before; with more, long builds lose.
 */
const patience = 12 * 66 * 1024

/**
 * Has all threads that start from now on compile later.
 *
 * V8 11 (Node 20) alone: later ones have a compiler in between, and what they call by this name is something else.
 */
export function compileLater(): void {
  if (!process.versions.v8.startsWith('11.')) return
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${patience}`)
}
