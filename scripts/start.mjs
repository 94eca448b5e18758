// npm start: sets up what is missing, builds the talks in decks/ and serves them.

import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureReady } from './setup.mjs'
import { root } from './workshop.mjs'

await ensureReady()
const cli = join(root, 'lib', 'cli.js')
const built = spawnSync(process.execPath, [cli, 'build'], { cwd: root, stdio: 'inherit' })
if (built.status === 0) {
  const port = process.env.PORT ? ['--port', process.env.PORT] : []
  const server = spawn(process.execPath, [cli, 'preview', ...port, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  // Ctrl-C reaches both of us from the terminal; a signal sent to us alone is passed on, and the server ends us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('exit', code => {
    process.exitCode = code ?? 0
  })
} else {
  process.exitCode = built.status ?? 1
}
