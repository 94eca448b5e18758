// Everything that happens to a deck between being read and being rendered, in the order it happens.

import type { Transform } from './context.ts'
import { copyTrees } from './copy.ts'

/** The order is the meaning: each transform may rely on all above it. */
export const transforms: readonly Transform[] = [
  copyTrees,
  // code: what each code block is
]
