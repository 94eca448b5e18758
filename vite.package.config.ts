// Bundles the program, the deck's thread and the library into lib/, with every package in them but Shiki's languages.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** Changes whenever our code or a bundled package does. */
function buildId(): string {
  const sum = createHash('sha256').update(readFileSync(new URL('package-lock.json', import.meta.url)))
  const root = fileURLToPath(new URL('src', import.meta.url))
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files)
    sum.update(file.slice(root.length).replaceAll('\\', '/')).update(readFileSync(file))
  return sum.digest('hex').slice(0, 12)
}

/** Lists what went into the bundles, for the licences. */
const modules: Plugin = {
  name: 'deckhand-modules',
  generateBundle(_options, bundle) {
    const ids = Object.values(bundle).flatMap(chunk => (chunk.type === 'chunk' ? chunk.moduleIds : []))
    this.emitFile({
      type: 'asset',
      fileName: `modules-${this.environment.config.mode}.json`,
      source: JSON.stringify(ids),
    })
  },
}

/** Writes all signs beyond ASCII as escapes: V8 reads and compiles a text of single bytes in less time. */
const ascii: Plugin = {
  name: 'deckhand-ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is ASCII
      chunk.code = chunk.code.replace(/[^\x00-\x7f]/g, unit => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      })
    }
  },
}

/** What is loaded when it is needed, and what stands in its place until then: most decks are worked without. */
const later: readonly (readonly [wanted: RegExp, from: RegExp, instead: string])[] = [
  [/\/whole\.ts$/, /\/src\/core\//, 'src/node/late-whole.ts'],
  [/\/highlight\.ts$/, /\/src\/node\//, 'src/node/late-highlight.ts'],
]
const late: Plugin = {
  name: 'deckhand-late',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const found = later.find(([wanted, from]) => wanted.test(source) && from.test(importer))
    return found && fileURLToPath(new URL(found[2], import.meta.url))
  },
}

/**
 * Bundles of their own, since one would put all of the core into each, and most need little of it: `--mode start` is
 * what every call runs before it is known what is to be done, `program` what the main thread goes on with, `library` what
 * others import, `decks` what works decks, `whole` what it loads for decks that are not plain, `colours` for code,
 * `linters` to check code, `grammars` what colours code meanwhile, `configs` what runs a configuration that is code.
 * Most are scripts: Node starts them sooner than modules, and what `boot` starts can be kept compiled.
 */
const inputs: Readonly<Record<string, Record<string, string>>> = {
  start: { cli: 'src/cli.ts' },
  program: { program: 'src/node/program.ts' },
  library: { index: 'src/core/index.ts' },
  decks: { worker: 'src/node/worker.ts' },
  whole: { whole: 'src/node/whole.ts' },
  colours: { colours: 'src/node/highlight.ts' },
  linters: { linters: 'src/node/check/code/index.ts' },
  grammars: { 'grammar-thread': 'src/node/grammar-thread.ts' },
  configs: { 'config-thread': 'src/node/config/config-thread.ts' },
  boot: { boot: 'src/node/boot.ts' },
}

/** What is built by itself, and loaded from where it is. */
const beside: Plugin = {
  name: 'deckhand-beside',
  enforce: 'pre',
  resolveId: source => (source === './node/program.ts' ? { id: './program.js', external: true } : undefined),
}

const scripts: ReadonlySet<string> = new Set([
  'start',
  'decks',
  'whole',
  'colours',
  'grammars',
  'configs',
  'boot',
])

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [
    modules,
    ...(mode === 'start' ? [beside] : []),
    ...(scripts.has(mode) ? [ascii] : []),
    ...(['program', 'decks', 'grammars'].includes(mode) ? [late] : []),
  ],
  define: {
    __DECKHAND_VERSION__: JSON.stringify(version),
    __DECKHAND_BUILD__: JSON.stringify(buildId()),
  },
  // Without the condition `node` the library part stays free of Node, so it runs in a browser too.
  resolve: { conditions: ['module', 'import', 'default'] },
  ssr: { noExternal: true, resolve: { conditions: ['module', 'import', 'default'] } },
  build: {
    ssr: true,
    target: 'node20',
    minify: true,
    outDir: 'lib',
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: inputs[mode] ?? {},
      external: [/^node:/, /^(vite|jiti|playwright-core)$/, /^@shikijs\/langs/, /^shiki\/(langs|themes)/],
      // Else the runtime that joins CommonJS packages would fetch Node's `require`, also for the library.
      platform: mode === 'library' ? 'neutral' : 'node',
      treeshake: { moduleSideEffects: false },
      output: scripts.has(mode)
        ? { format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' }
        : {
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            codeSplitting: true,
          },
    },
  },
}))
