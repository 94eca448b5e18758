// npm start: sets up what is missing and serves the talks in decks/ live.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureReady } from './setup.mjs'
import { root } from './workshop.mjs'

await ensureReady()
const cli = join(root, 'lib', 'cli.cjs')
// In this very process, so that Ctrl-C and signals reach the server without a go-between.
const port = process.env.PORT ? ['--port', process.env.PORT] : []
// npm passes a signal on to its shell, and that to nobody: whoever loses it then has to notice.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
process.chdir(root)
process.argv = [process.execPath, cli, 'dev', ...port, ...process.argv.slice(2)]
await import(pathToFileURL(cli).href)
