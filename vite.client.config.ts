// Builds the browser's part: talk.js and talk.css, the few lines that are inlined in the head,
// and what is only for authors: the live page, and the eyes of `check`.
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite'

const script = (entry: string, name: string, outDir = 'lib/client'): InlineConfig => ({
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: false,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    minify: true,
    lib: { entry, name, formats: ['iife'], fileName: () => `${name}.js`, cssFileName: name },
  },
})

/** A classic script holds one entry, so each of the others is a build of its own. */
const others: Plugin = {
  name: 'deckhand-others',
  async writeBundle({ dir }) {
    await build({ ...script('src/client/boot.ts', 'boot', dir), configFile: false })
    await build({ ...script('src/client/sight/main.ts', 'sight', dir), configFile: false })
    await build({ ...script('src/client/live/main.ts', 'live', dir), configFile: false })
  },
}

export default defineConfig({ ...script('src/client/main.ts', 'talk'), plugins: [others] })
