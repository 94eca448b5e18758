// What is wrong with a call rather than with a deck: it ends the command with status 2.

/** A call that cannot be carried out as given. */
export class CallError extends Error {
  /** One more sentence: the nearest spelling, the remedy. */
  readonly hint: string | undefined
  /** The path that is not there, where that is what is wrong. */
  readonly missing: string | undefined

  constructor(message: string, hint?: string, missing?: string) {
    super(message)
    this.name = 'CallError'
    this.hint = hint
    this.missing = missing
  }
}
