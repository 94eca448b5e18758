// Has V8 wait before it compiles code for speed, which a program of half a second gets too little from.

/** Bytes of bytecode that a function runs through before V8 11 compiles it anew for speed. */
const usual = 66 * 1024

/**
 * What it is made here. Measured on two processors (`docs/performance.md`): with twelve times as much, 500 slides take three
 * quarters of the time and two thirds of the work, and a thousand decks as long as before; with more, long builds lose.
 */
const later = 12 * usual

/**
 * Has all threads compile later from now on.
 *
 * To be called when they have started: Node's own modules come compiled, and V8 takes them only while its flags are what
 * they were then. V8 11 (Node 20) alone: later ones have a compiler in between, and mean something else by this.
 */
export function compileLater(): void {
  setBudget(later)
}

/** Does something with V8 as it was: what it says of compiled code holds for its flags. */
export function withUsualCompiler<Result>(work: () => Result): Result {
  setBudget(usual)
  try {
    return work()
  } finally {
    setBudget(later)
  }
}

function setBudget(bytes: number): void {
  if (!process.versions.v8.startsWith('11.')) return
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${bytes}`)
}
