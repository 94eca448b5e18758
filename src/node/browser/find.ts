// Finds a Chromium on this machine, and only when one is asked for: nothing else of Deckhand needs a browser.

import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** What the environment may name a browser by. */
const variables = ['DECKHAND_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'] as const

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'chrome',
]

const apps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** Inside a browser that Playwright has installed. */
const inPlaywright = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
]

/** What to do where there is none. */
export const howToGetOne =
  'Install Chromium (`apt install chromium`, or `npx playwright install chromium`), or name one in `CHROME_PATH`.'

type Environment = Readonly<Record<string, string | undefined>>

/** The path of a browser; undefined where there is none. What the environment names comes first. */
export function findBrowser(environment: Environment = process.env): string | undefined {
  const named = variables.flatMap(name => environment[name] ?? [])
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap(folder => names.flatMap(name => [join(folder, name), join(folder, `${name}.exe`)]))
  const windows = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ])
  return [...named, ...onPath, ...apps, ...windows, ...ofPlaywright(environment)].find(isProgram)
}

function ofPlaywright(environment: Environment): string[] {
  const home = environment.HOME ?? homedir()
  const folders = [
    environment.PLAYWRIGHT_BROWSERS_PATH,
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
    environment.LOCALAPPDATA && join(environment.LOCALAPPDATA, 'ms-playwright'),
  ]
  return folders.flatMap(folder => {
    if (!folder || !existsSync(folder)) return []
    // The newest first: their names end in a number.
    const browsers = readdirSync(folder).filter(name => /^chromium/.test(name))
    const byAge = browsers.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    return byAge.flatMap(name => inPlaywright.map(path => join(folder, name, path)))
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: the next one may be.
    return false
  }
}
