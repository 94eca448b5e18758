// Starts the code of a thread.

import { runScript } from './kept-code.ts'

const [, , script = ''] = process.argv
runScript(script)
