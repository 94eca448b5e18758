// npm start: sets up what is missing, builds the talks in decks/ and serves them.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureReady } from './setup.mjs'
import { root } from './workshop.mjs'

await ensureReady()
const cli = join(root, 'lib', 'cli.js')
const built = spawnSync(process.execPath, [cli, 'build'], { cwd: root, stdio: 'inherit' })
if (built.status === 0) {
  // In this very process, so that Ctrl-C and signals reach the server without a go-between.
  const port = process.env.PORT ? ['--port', process.env.PORT] : []
  // npm passes a signal on to its shell, and that to nobody: whoever loses it then has to notice.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
  process.chdir(root)
  process.argv = [process.execPath, cli, 'preview', ...port, ...process.argv.slice(2)]
  await import(pathToFileURL(cli).href)
} else {
  process.exitCode = built.status ?? 1
}
