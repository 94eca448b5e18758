// The licences of the packages that are bundled, since bundling takes their own files out of sight.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './workshop.mjs'

/**
 * Collects what the bundles of a folder were made from, as their source lists (`modules-*.json`) name it.
 *
 * @param {string} folder of the new package
 * @returns {string} one section a package
 */
export function licences(folder) {
  // The client's bundle is made of the one and of our own code alone, the turned patterns of the other.
  const names = new Set(['reveal.js', '@shikijs/langs'])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!/^modules-\w+\.json$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const list = JSON.parse(readFileSync(path, 'utf8'))
    rmSync(path)
    for (const id of list) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(id)?.[1]
      if (name) names.add(name)
    }
  }
  return [...names].sort().map(section).join('\n\n')
}

function section(name) {
  const home = join(root, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const file = readdirSync(home).find(entry => /^licen[cs]e/i.test(entry))
  const text =
    file && existsSync(join(home, file))
      ? readFileSync(join(home, file), 'utf8').trim()
      : `Licence: ${license}`
  const line = '-'.repeat(80)
  return `${line}\n${name} ${version} (${license})\n${line}\n\n${text}\n`
}
