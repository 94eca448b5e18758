// What every site is given besides its pages: the prebuilt script of the talk, and the theme with its fonts.

import { join, sep } from 'node:path'
import type { Settings } from '../core/index.ts'
import { CallError } from './call-error.ts'
import { type Disk, stampOf, sumOf } from './disk.ts'
import { packageHome, standardTheme } from './package-home.ts'
import { hash8 } from './picture.ts'
import type { SiteFile } from './site-record.ts'
import type { Surroundings } from './task.ts'

/** The frame of all pages, and the files it speaks of. */
export interface Kit {
  readonly frame: Surroundings
  readonly files: readonly SiteFile[]
}

/** What the site says of itself. */
export interface SiteWords {
  readonly title: string
  readonly lang: string
}

/** What the site says of itself where its configuration says nothing. */
export function siteOf({ title = 'Talks', lang = 'en' }: Settings): SiteWords {
  return { title, lang }
}

/**
 * Loads script and theme.
 *
 * @param words of the site
 * @param disk where the package is
 * @param name of the script and its style sheet: `live` stays in touch with its server
 * @throws {CallError} when the package is not whole
 */
export function loadKit(words: SiteWords, disk: Disk, name: 'talk' | 'live' = 'talk'): Kit {
  const home = join(packageHome(), 'lib')
  const client = join(home, 'client')
  const theme = themeFolder(home, name, disk)
  if (disk.kind(client) === undefined || disk.kind(theme) === undefined) {
    throw new CallError('This copy of Deckhand is not whole', 'Build it with `npm run build:package`.')
  }
  const script = bundle(client, name, [`${name}.js`, `${name}.css`], disk)
  const style = bundle(
    theme,
    standardTheme,
    walk(theme, '', disk).filter(path => !path.endsWith('.md')),
    disk,
  )
  return {
    files: [...script.files, ...style.files],
    frame: {
      ...words,
      script: `${script.folder}/${name}.js`,
      // The first sheet has the order of the layers.
      styles: [`${script.folder}/${name}.css`, `${style.folder}/theme.css`],
      preload: style.files
        .filter(file => file.path.endsWith('-latin.woff2'))
        .map(file => ({ href: file.path, type: 'font/woff2' })),
      boot: disk.read(join(client, 'boot.js')).toString('utf8').trim(),
      critical: '',
    },
  }
}

/** Where the theme is; who writes at it in a clone of Deckhand sees it live as it is written, not as it was built. */
function themeFolder(home: string, name: 'talk' | 'live', disk: Disk): string {
  const source = join(packageHome(), 'themes', standardTheme)
  const isWritten = name === 'live' && disk.kind(join(source, 'theme.css')) === 'file'
  return isWritten ? source : join(home, 'themes', standardTheme)
}

/** Files that go into one folder of the site, named by the content of all of them: links between them keep working. */
function bundle(
  folder: string,
  name: string,
  paths: readonly string[],
  disk: Disk,
): { folder: string; files: SiteFile[] } {
  const contents = paths.map(path => {
    const from = join(folder, path)
    const stamp = stampOf(from)
    return { path, from, stamp, bytes: disk.read(from) }
  })
  const all = contents.map(({ path, bytes }) => `${path} ${hash8(bytes)}`).join('\n')
  const to = `assets/${name}-${hash8(all)}`
  return {
    folder: to,
    files: contents.map(({ path, from, stamp, bytes }) => ({
      path: `${to}/${path}`,
      from,
      stamp,
      sum: sumOf(bytes),
    })),
  }
}

function walk(folder: string, under: string, disk: Disk): string[] {
  const entries = [...disk.list(join(folder, under))].sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => {
    const path = join(under, entry.name)
    return entry.kind === 'folder' ? walk(folder, path, disk) : [path.split(sep).join('/')]
  })
}
