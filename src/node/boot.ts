// Starts the code of a thread: on Node 20 from what was kept compiled, later versions keep it themselves.

import nodeModule, { createRequire } from 'node:module'
import { createScripts } from './kept-code.ts'

const [, , script = ''] = process.argv
const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache')
if (typeof enable === 'function') {
  enable.call(nodeModule)
  createRequire(script)(script)
} else createScripts().run(script)
