// Where the page's scripts failed: which slide was shown then, so that the complaint finds its place.

/** Remembers complaints. */
export interface Complaints {
  /** Says which slide is shown from now on. */
  at(key: string): void
  /** The slide that was shown when something was said that has these words; '' where none was. */
  slideOf(text: string): string
}

/** Listens from now on. */
export function hearComplaints(): Complaints {
  const said: { readonly words: string; readonly key: string }[] = []
  let key = ''
  const note = (words: unknown): void => {
    if (String(words).trim() !== '') said.push({ words: String(words), key })
  }
  addEventListener('error', event => note(event.message.replace(/^Uncaught /, '')))
  addEventListener('unhandledrejection', event =>
    note(event.reason instanceof Error ? event.reason.message : event.reason),
  )
  return {
    at(next) {
      key = next
    },
    slideOf: text => said.find(one => text.includes(one.words))?.key ?? '',
  }
}
