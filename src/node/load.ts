// Looks up on disk what a deck names: pictures, code files, other decks.

import { basename, dirname } from 'node:path'
import { type Asset, type AssetKey, type Assets, type Deck, type Need, rebase } from '../core/index.ts'
import { decode } from './decode.ts'
import type { Disk } from './disk.ts'
import { type Found, findFile, type Ground, isAddress } from './find-file.ts'
import type { Picture } from './picture.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** A picture that a page shows, to be copied into the site. */
export interface PictureCopy {
  readonly from: string
  /** SHA-256 of its bytes as they were looked at, and the state the file was in. */
  readonly sum: string
  readonly stamp: string
  /** Relative to the site's root. */
  readonly url: string
}

/** What was found for a deck's needs. */
export interface Loaded {
  readonly assets: Assets
  readonly pictures: readonly PictureCopy[]
  /** Every file that was looked into. */
  readonly inputs: readonly string[]
}

/** More than a slide could ever show. */
const mostCode = 1024 * 1024

/**
 * Loads what a deck needs, and what the decks it includes need.
 *
 * @param deck as read
 * @param path where it is
 * @param root the real path of the folder that everything must stand in
 * @param read reads an included deck's text
 * @param disk where all of that is
 * @param look reads a picture
 */
export function load(
  deck: Deck,
  path: string,
  root: string,
  read: (path: string, text: string) => Deck,
  disk: Disk,
  look: (path: string) => Picture,
): Loaded {
  const assets = new Map<AssetKey, Asset>()
  const pictures = new Map<string, PictureCopy>()
  const inputs = new Set<string>()

  const ground: Ground = { from: dirname(path), root }
  const find = (named: string): Found => {
    const found = findFile(named, ground, disk)
    if (found.is === 'file') inputs.add(found.path)
    // A link may be made to point elsewhere.
    if (found.is === 'file' && found.by !== undefined) inputs.add(found.by)
    return found
  }

  /** `from` is where the needy deck is, as the outermost would write it: all keys are as the outermost writes. */
  function gather(needs: readonly Need[], from: string, chain: readonly string[]): void {
    for (const need of needs) {
      if (need.kind === 'language') continue
      const named = rebase(need.path, from)
      const key: AssetKey = `${need.kind}:${named}`
      if (assets.has(key)) continue
      if (need.kind === 'image') assets.set(key, image(named))
      else if (need.kind === 'code') assets.set(key, code(named))
      else include(key, named, chain)
    }
  }

  function image(named: string): Asset {
    if (/^file:/i.test(named)) return { kind: 'absent', rule: 'image-outside' }
    if (isAddress(named)) return { kind: 'absent', rule: 'image-remote' }
    const found = find(named)
    if (found.is === 'missing') return { kind: 'absent', rule: 'image-missing' }
    if (found.is === 'outside') return { kind: 'absent', rule: 'image-outside', ...leak(found) }
    const picture = seen.get(found.path) ?? readable(() => look(found.path))
    seen.set(found.path, picture)
    if ('fault' in picture) {
      return { kind: 'absent', rule: 'image-size', reason: `the file ${picture.fault}` }
    }
    const { sum, stamp, ...shape } = picture
    pictures.set(shape.url, { from: found.path, url: shape.url, sum, stamp })
    const asset = { kind: 'image', ...shape } as const
    if (found.spelled === undefined) return asset
    return {
      kind: 'absent',
      rule: 'image-case',
      reason: `the file is named \`${basename(found.spelled)}\``,
      found: asset,
    }
  }
  const seen = new Map<string, Picture | Fault>()

  function code(named: string): Asset {
    const found = find(named)
    if (found.is === 'outside') return { kind: 'absent', rule: 'file-outside', ...leak(found) }
    if (found.is === 'missing') return { kind: 'absent', rule: 'code-missing' }
    if (disk.size(found.path) > mostCode) {
      return { kind: 'absent', rule: 'code-missing', reason: 'the file is larger than 1 MB' }
    }
    const text = readable(() => textOf(found.path, disk))
    if ('fault' in text) return { kind: 'absent', rule: 'code-missing', reason: `the file ${text.fault}` }
    return { kind: 'text', text: text.text.replace(/\r\n?/g, '\n') }
  }

  function include(key: AssetKey, named: string, chain: readonly string[]): void {
    const found = find(named)
    if (found.is === 'outside') assets.set(key, { kind: 'absent', rule: 'file-outside', ...leak(found) })
    if (found.is === 'missing') assets.set(key, { kind: 'absent', rule: 'include-missing' })
    if (found.is !== 'file') return
    if (chain.includes(found.path)) {
      const round = [...chain.slice(chain.indexOf(found.path)), found.path].map(file => basename(file))
      assets.set(key, { kind: 'absent', rule: 'include-cycle', reason: round.join(' → ') })
      return
    }
    const text = readable(() => textOf(found.path, disk))
    if ('fault' in text) {
      assets.set(key, { kind: 'absent', rule: 'include-missing', reason: `the file ${text.fault}` })
      return
    }
    const deck = read(found.path, text.text)
    assets.set(key, { kind: 'deck', deck })
    gather(deck.needs, named, [...chain, found.path])
  }

  gather(deck.needs, '', [path])
  return { assets, pictures: [...pictures.values()], inputs: [...inputs] }
}

type Fault = { readonly fault: string }

/** What a file gives, or that the system lets nobody read it. */
function readable<Content>(look: () => Content): Content | Fault {
  try {
    return look()
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { fault: `cannot be read: ${reasonOf(error)}` }
  }
}

function textOf(path: string, disk: Disk): { readonly text: string } | Fault {
  const decoded = decode(disk.read(path))
  return 'text' in decoded ? decoded : { fault: `is no text: ${decoded.fault.message}` }
}

function leak(found: Found): { reason?: string } {
  if (found.is !== 'outside' || found.link === undefined) return {}
  return { reason: `the link \`${basename(found.link)}\` leads out of the folder of the decks` }
}
