// The native format: design and reasons in docs/format.md.

import { completeMeta } from '../syntax/meta.ts'
import type { Dialect } from './dialect.ts'

export const native: Dialect = {
  name: 'native',
  detect: () => [],
  read: (source, { evidence }) => ({
    source,
    dialect: 'native',
    evidence,
    meta: completeMeta({}, undefined, source.path),
    slides: [],
    definitions: [],
    needs: [],
    diagnostics: [],
  }),
}
