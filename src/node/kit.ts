// What every site is given besides its pages: the prebuilt script of the talk, and the theme with its fonts.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Frame } from '../core/index.ts'
import { CallError } from './call-error.ts'
import { packageHome, standardTheme } from './package-home.ts'
import { hash8 } from './picture.ts'
import type { SiteFile } from './swap.ts'

/** The frame of all pages, and the files it speaks of. */
export interface Kit {
  readonly frame: Frame
  readonly files: readonly SiteFile[]
}

/**
 * Loads script and theme.
 *
 * @param title of the site
 * @throws {CallError} when the package is not whole
 */
export function loadKit(title: string, lang: string): Kit {
  const home = join(packageHome(), 'lib')
  const client = join(home, 'client')
  const theme = join(home, 'themes', standardTheme)
  if (!existsSync(client) || !existsSync(theme)) {
    throw new CallError('This copy of Deckhand is not whole', 'Build it with `npm run build:package`.')
  }
  const script = bundle(client, 'talk', ['talk.js', 'talk.css'])
  const style = bundle(
    theme,
    standardTheme,
    walk(theme, '').filter(path => !path.endsWith('.md')),
  )
  return {
    files: [...script.files, ...style.files],
    frame: {
      title,
      lang,
      script: `${script.folder}/talk.js`,
      // The first sheet has the order of the layers.
      styles: [`${script.folder}/talk.css`, `${style.folder}/theme.css`],
      preload: style.files
        .filter(file => file.path.endsWith('-latin.woff2'))
        .map(file => ({ href: file.path, type: 'font/woff2' })),
      boot: readFileSync(join(client, 'boot.js'), 'utf8').trim(),
      critical: '',
      sha256: text => createHash('sha256').update(text).digest('base64'),
    },
  }
}

/** Files that go into one folder of the site, named by the content of all of them: links between them keep working. */
function bundle(
  folder: string,
  name: string,
  paths: readonly string[],
): { folder: string; files: SiteFile[] } {
  const contents = paths.map(path => ({ path, bytes: readFileSync(join(folder, path)) }))
  const all = contents.map(({ path, bytes }) => `${path} ${hash8(bytes)}`).join('\n')
  const to = `assets/${name}-${hash8(all)}`
  return {
    folder: to,
    files: contents.map(({ path }) => ({ path: `${to}/${path}`, from: join(folder, path) })),
  }
}

function walk(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const path = join(under, entry.name)
    return entry.isDirectory() ? walk(folder, path) : [path.split(sep).join('/')]
  })
}
