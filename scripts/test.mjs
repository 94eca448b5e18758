// npm test: sets up what is missing, then runs types, lint, unit and end-to-end tests and adds them up.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureReady, say } from './setup.mjs'
import { root, tool } from './workshop.mjs'

const reports = join(root, '.cache', 'reports')
const browser = ['firefox', 'webkit'].includes(process.env.BROWSER ?? '') ? process.env.BROWSER : 'chromium'
const totals = { passed: 0, failed: 0 }
let sound = true

const began = performance.now()
await ensureReady({ browser })
say(`Set-up took ${seconds(began)}.`)
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

step('Types', 'tsc', ['-b'])
step('Format and lint', 'biome', ['check', '.'])
unit()
endToEnd()

say(`All of it took ${seconds(began)}.`)
if (!sound || totals.passed === 0) process.exitCode = 1
console.log(`${totals.passed} passed, ${totals.failed} failed`)

function unit() {
  const report = join(reports, 'unit.json')
  const ok = run('Unit tests', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { numPassedTests = 0, numFailedTests = 0, success = false } = read(report)
  // A file that cannot be loaded has no tests that fail.
  count(numPassedTests, numFailedTests, ok && success)
}

function endToEnd() {
  const specs =
    existsSync(join(root, 'e2e')) && readdirSync(join(root, 'e2e')).some(name => /\.spec\.ts$/.test(name))
  if (!specs) return say('There are no end-to-end tests.')
  const report = join(reports, 'e2e.json')
  const ok = run(
    `End-to-end tests in ${browser}`,
    'playwright',
    ['test', '--config', 'e2e/playwright.config.ts'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      BROWSER: browser,
    },
  )
  const { expected = 0, flaky = 0, unexpected = 0 } = read(report).stats ?? {}
  count(expected + flaky, unexpected, ok)
}

/** Whatever fails without a test that says so counts as one. */
function count(passed, failed, ok) {
  totals.passed += passed
  totals.failed += !ok && failed === 0 ? 1 : failed
  if (!ok || failed > 0) sound = false
}

function step(title, name, args) {
  if (!run(title, name, args)) count(0, 1, false)
}

function run(title, name, args, env = {}) {
  const at = performance.now()
  say(`${title} …`)
  const { command, words } = tool(name, args)
  const { status } = spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  say(`${title}: ${status === 0 ? 'fine' : 'FAILED'}, ${seconds(at)}`)
  return status === 0
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
