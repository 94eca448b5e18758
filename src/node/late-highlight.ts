// Stands in the bundle of a thread where Shiki would be: it is loaded when the first piece of code asks for colours.

import { runBeside } from './booted.ts'

type Colours = typeof import('./highlight.ts')

export const createGrammars: Colours['createGrammars'] = () => {
  let grammars: ReturnType<Colours['createGrammars']> | undefined
  return {
    load(languages) {
      grammars ??= (runBeside('colours.cjs') as Colours).createGrammars()
      return grammars.load(languages)
    },
  }
}
