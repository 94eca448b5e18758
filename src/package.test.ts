// The package as npm packs it: installed into an empty folder elsewhere, it builds a talk, and its types hold.

import { spawn, spawnSync } from 'node:child_process'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureProgram } from './program.test-aid.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
let folder = ''

function run(command: string, words: readonly string[], cwd: string): string {
  const done = spawnSync(command, words, { cwd, encoding: 'utf8', shell: windows })
  if (/E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT)/.test(done.stderr)) {
    throw new Error(`The package registry cannot be reached, so this test cannot be made:\n${done.stderr}`)
  }
  expect(done.status, `${command} ${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(0)
  return done.stdout
}

const home = (): string => join(folder, 'node_modules', 'deckhand', 'lib')

/** The scripts of the package that ask for another one. */
function chunksNaming(name: string): string[] {
  const imports = new RegExp(`(?:from|import)\\s*\\(?\\s*["'\`]${name}["'\`]`)
  const scripts = readdirSync(home(), { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.js'),
  )
  return scripts.filter(path => imports.test(readFileSync(join(home(), path), 'utf8')))
}

beforeAll(async () => {
  await ensureProgram()
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root)
  const [archive = ''] = readdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${archive}`], folder)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the installed package', () => {
  it('builds a talk with coloured code', () => {
    writeFileSync(join(folder, 'talk.md'), '# Hi\n\n--\n\n## Code\n\n```js\nlet a = 1\n```\n')
    run('npx', ['--no-install', 'deckhand', 'build', 'talk.md'], folder)
    expect(readFileSync(join(folder, 'dist', 'talk', 'index.html'), 'utf8')).toContain('class="t-keyword"')
  })

  it('serves a talk live, and loads Vite for nothing else', async () => {
    writeFileSync(join(folder, 'live.md'), '# Live\n')
    const child = spawn(process.execPath, [join(home(), 'cli.cjs'), 'dev', 'live.md', '--port', '0'], {
      cwd: folder,
    })
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = ''
        const hear = (data: Buffer): void => {
          said += data
          const found = /http:\S+/.exec(said)?.[0]
          if (found) resolve(found)
        }
        child.stdout.on('data', hear)
        child.stderr.on('data', hear)
        child.on('exit', status => reject(new Error(`It ended with ${status}: ${said}`)))
      })
      expect(await (await fetch(`${url}live/`)).text()).toContain('<h1')
    } finally {
      child.kill()
    }
    expect(chunksNaming('vite')).toEqual([expect.stringMatching(/^chunks.dev-/)])
  })

  it('loads what drives browsers lazily, and for nothing else', () => {
    const [only = '', ...more] = chunksNaming('playwright-core')
    expect(more).toEqual([])
    expect(readFileSync(join(home(), only), 'utf8')).toMatch(/import\(["'`]playwright-core["'`]\)/)
    const words = [join(home(), 'cli.cjs'), 'outline', 'talk.md', '--browser']
    const env = { ...process.env, DECKHAND_BROWSER: process.execPath }
    const done = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env })
    // The driver is there, and says that this is no browser.
    expect(done.stderr).toContain('cannot measure')
    expect(done.status).toBe(2)
  })

  it('is a library that needs no Node', () => {
    const seen = new Set<string>()
    const queue = ['index.js']
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      const text = readFileSync(join(home(), file), 'utf8')
      for (const [, from = ''] of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
        expect(from, file).toMatch(/^\.\.?\//)
        queue.push(join(file, '..', from))
      }
    }
    writeFileSync(
      join(folder, 'use.js'),
      "import { publish, read, render, transform } from 'deckhand'\n" +
        "console.log(render(publish(transform(read({ path: 'a.md', text: '# Hello' })))).slides[0].html)\n",
    )
    expect(run(process.execPath, ['use.js'], folder)).toContain('Hello')
  })

  it.each(['NodeNext', 'Bundler'])('has types for module resolution %s', resolution => {
    writeFileSync(
      join(folder, 'use.ts'),
      "import { assemble, type Deck, type Frame, type Page, publish, read, render, transform } from 'deckhand'\n" +
        "const deck: Deck = transform(read({ path: 'a.md', text: '# A' }))\n" +
        'const page: Page = render(publish(deck))\n' +
        'export const files: string[] = assemble([page], {} as Frame).files.map(file => file.path)\n' +
        "export const type: 'root' | undefined = deck.slides[0]?.body.type\n" +
        '// @ts-expect-error a published deck has no notes\n' +
        'export const notes = publish(deck).slides[0]?.notes\n',
    )
    const module = resolution === 'NodeNext' ? 'NodeNext' : 'ESNext'
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const flags = ['--noEmit', '--strict', '--target', 'ES2022', '--types', '', '--module', module]
    run(process.execPath, [tsc, ...flags, '--moduleResolution', resolution, 'use.ts'], folder)
  })

  it('starts without what the command at hand does not need', () => {
    const seen = new Set<string>()
    const queue = ['cli.cjs']
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      const text = readFileSync(join(home(), file), 'utf8')
      for (const [, from = ''] of text.matchAll(/(?:from|import)"(\.[^"]+)"/g))
        queue.push(join(file, '..', from))
    }
    const bytes = [...seen].reduce((sum, file) => sum + statSync(join(home(), file)).size, 0)
    expect(bytes).toBeLessThan(10_000)
  })

  it('carries the licences of what is bundled', () => {
    const text = readFileSync(join(home(), 'THIRD-PARTY-LICENSES.txt'), 'utf8')
    for (const name of ['unified', 'parse5', 'yaml', 'commander', 'reveal.js']) {
      expect(text).toMatch(new RegExp(`^${name.replace('.', '\\.')} \\d`, 'm'))
    }
  })
})
