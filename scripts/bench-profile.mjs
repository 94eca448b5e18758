// Says where a build's time goes: by thread, and by room of ours, kind of package, or what Node itself does.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modes } from './build-package.mjs'
import { root, tool } from './workshop.mjs'

const kinds = [
  [
    /(micromark|mdast-util-(from-markdown|gfm)|remark-parse|decode-named-character|character-entities)/,
    'Markdown parser',
  ],
  [/(shiki|oniguruma|vscode-textmate)/, 'colours (Shiki)'],
  [/(parse5|entities|hast-util-raw|hast-util-(from|to)-parse5)/, 'HTML parser'],
  [
    /(hast|rehype|property-information|html-void|stringify-entities|mdast-util-to-hast|remark-rehype)/,
    'HTML trees',
  ],
  [/(unified|unist|vfile|bail|trough|mdast)/, 'trees'],
  [/yaml/, 'YAML'],
  [/commander/, 'command line'],
]

/**
 * Makes a copy of the package that can be traced to its sources.
 *
 * @returns its program
 */
export function profiledProgram(room) {
  const home = join(room, 'profiled')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  cpSync(join(root, 'lib'), join(home, 'lib'), { recursive: true })
  cpSync(join(root, 'package.json'), join(home, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction')
  // Lines as they were written, so that maps hold for scripts too, which run with something before their first line.
  for (const mode of modes) {
    const args = [
      'build',
      '--config',
      'vite.package.config.ts',
      '--mode',
      mode,
      '--sourcemap',
      '--minify',
      'false',
      '--logLevel',
      'warn',
    ]
    const { command, words } = tool('vite', [...args, '--outDir', join(home, 'lib')])
    const done = spawnSync(command, words, { cwd: root, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`The package could not be built for the profile:\n${done.stderr}`)
  }
  return join(home, 'lib', 'cli.cjs')
}

/**
 * Runs a build and sums up its profile.
 *
 * @returns Markdown
 */
export function profile(program, words, folder) {
  const to = join(folder, 'profile')
  rmSync(to, { recursive: true, force: true })
  // What is profiled starts without code compiled before, so what is told of loading is what a first run costs.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const done = spawnSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir', to, program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  if (done.status !== 0) throw new Error(`${words.join(' ')} failed:\n${done.stderr}`)
  const maps = new Map()
  const threads = readdirSync(to)
    .sort((a, b) => threadOf(a) - threadOf(b))
    .map(name => sum(JSON.parse(readFileSync(join(to, name), 'utf8')), maps))
  const groups = [...new Set(threads.flatMap(thread => [...thread.keys()]))]
  const whole = group => threads.reduce((all, thread) => all + (thread.get(group) ?? 0), 0)
  const rows = groups
    .filter(group => group !== 'waiting' && whole(group) >= 1)
    .sort((a, b) => whole(b) - whole(a))
    .map(
      group =>
        `| ${group} | ${threads.map(thread => Math.round(thread.get(group) ?? 0) || '').join(' | ')} |`,
    )
  const heads = threads.map((_, index) => (index === 0 ? 'main thread, ms' : `thread ${index}, ms`))
  const waits = threads.map(thread => Math.round(thread.get('waiting') ?? 0))
  return [
    `| work | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---:').join('|')}|`,
    ...rows,
    `| *waiting* | ${waits.join(' | ')} |`,
  ].join('\n')
}

/** Node names profiles by date, process, thread and number. */
function threadOf(name) {
  return Number(name.split('.')[4] ?? 0)
}

function sum({ nodes, samples, timeDeltas }, maps) {
  const groups = new Map(nodes.map(node => [node.id, groupOf(node.callFrame, maps)]))
  const times = new Map()
  samples.forEach((id, index) => {
    const group = groups.get(id) ?? 'Node'
    times.set(group, (times.get(group) ?? 0) + timeDeltas[index] / 1000)
  })
  return times
}

function groupOf({ functionName, url, lineNumber, columnNumber }, maps) {
  if (functionName === '(idle)') return 'waiting'
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (/compile|wrapSafe|instantiate/i.test(functionName) && !url.startsWith('file:')) return 'loading code'
  if (!url.startsWith('file:')) return 'Node'
  const path = fileURLToPath(url)
  if (!maps.has(path)) {
    const map = `${path}.map`
    maps.set(path, existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined)
  }
  const source = maps.get(path)?.findEntry(lineNumber, columnNumber).originalSource ?? path
  const own = /(?:^|\/)src\/(core\/[\w-]+|\w+)(?:\/|\.ts)/.exec(source)?.[1]
  if (own !== undefined && !source.includes('node_modules')) return `src/${own}`
  const name = source.split('node_modules/').at(-1) ?? source
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other packages'
}
