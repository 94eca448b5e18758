// npm run looks: compares the gallery with its baselines and writes pages that show what differs; --update takes it as right.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackage } from './build-package.mjs'
import { root, tool } from './workshop.mjs'

const update = process.argv.includes('--update')
await ensurePackage()
const { command, words } = tool('playwright', ['test', '--config', 'e2e/playwright.config.ts', 'looks.spec'])
const { status } = spawnSync(command, words, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(update ? { UPDATE: '1' } : {}) },
})
for (const scheme of ['light', 'dark'])
  console.log(`Side by side: ${join(root, '.cache', 'looks', `${scheme}.html`)}`)
process.exitCode = status ?? 1
