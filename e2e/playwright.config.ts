// End-to-end tests on the built site, in a real browser, with no request allowed off the host.

import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { decks, site } from './site.ts'

const names = { chromium: 'Desktop Chrome', firefox: 'Desktop Firefox', webkit: 'Desktop Safari' } as const
const asked = process.env.BROWSER ?? 'chromium'
const browser = asked === 'firefox' || asked === 'webkit' ? asked : 'chromium'

/** Two runs at once on one machine need two of them. */
const port = Number(process.env.E2E_PORT ?? 43_117)

/** Debian's own Chromium stands in where Playwright's is not installed. */
const debian = '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e/results',
  fullyParallel: true,
  workers: 2,
  // The author's loop promises a second, and a busy machine may miss it once; what fails twice is broken.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    ...devices[names[browser]],
    browserName: browser,
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 720 },
    trace: 'retain-on-failure',
    ...(browser === 'chromium'
      ? { launchOptions: { args: quiet, ...(existsSync(debian) ? { executablePath: debian } : {}) } }
      : {}),
  },
  webServer: {
    command: [
      `node lib/cli.cjs build ${decks.map(deck => `"${deck}"`).join(' ')} --out "${site}" --quiet`,
      `node lib/cli.cjs preview "${site}" --port ${port} --quiet`,
    ].join(' && '),
    stderr: 'pipe',
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
})
