// Every colour of every theme that is read can be read: WCAG AA, in both schemes, code included.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const themes = join(import.meta.dirname, '..', '..', 'themes')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** The custom properties of a sheet that are colours, in a scheme. */
function colours(css: string, scheme: Scheme): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    const pair = /^light-dark\(\s*(#[0-9a-f]+)\s*,\s*(#[0-9a-f]+)\s*\)$/i.exec(value.trim())
    const same = /^var\((--[\w-]+)\)$/.exec(value.trim())
    const colour = pair
      ? pair[scheme === 'light' ? 1 : 2]
      : same
        ? found.get(same[1] ?? '')
        : /^#[0-9a-f]+$/i.exec(value.trim())?.[0]
    if (colour) found.set(name, colour)
  }
  return found
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** `color-mix(in srgb, one share %, other)`, as the bands of changed lines are. */
function mix(one: string, share: number, other: string): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map(at => Math.round(part(one, at) * share + part(other, at) * (1 - share)))
  return `#${mixed.map(byte => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Grounds in code that are made of an ink: changed lines, lines to look at, words to look at. */
const bands = [
  ['--code-inserted', 0.1],
  ['--code-deleted', 0.08],
  ['--warning', 0.09],
  ['--caution', 0.08],
  ['--accent', 0.12],
] as const

const text = ['--ink', '--ink-quiet', '--accent-ink']
const tones = ['--note', '--tip', '--important', '--warning', '--caution']
const notText = new Set(['--code-surface', '--code-focus'])

function faults(all: ReadonlyMap<string, string>, dark: ReadonlyMap<string, string>): string[] {
  const result: string[] = []
  const need = (
    least: number,
    name: string,
    ground: string,
    inks: ReadonlyMap<string, string> = all,
    grounds: ReadonlyMap<string, string> = all,
  ): void => {
    const ink = inks.get(name)
    const paper = grounds.get(ground)
    if (!ink || !paper) result.push(`${name} or ${ground} is no colour`)
    else if (contrast(ink, paper) < least) {
      result.push(`${name} ${ink} on ${ground} ${paper}: ${contrast(ink, paper).toFixed(2)}`)
    }
  }
  for (const name of [...text, ...tones]) need(4.5, name, '--paper')
  for (const name of text) need(4.5, name, '--surface')
  for (const name of all.keys()) {
    if (!name.startsWith('--code-') || notText.has(name)) continue
    need(4.5, name, '--code-surface')
    if (name !== '--code-dim' && name !== '--code-output') need(4.5, name, '--code-focus')
  }
  for (const [ink, share] of bands) {
    const [one, other] = [all.get(ink), all.get('--code-surface')]
    if (!one || !other) continue
    const ground = new Map([[`${ink} band`, mix(one, share, other)]])
    for (const name of all.keys()) {
      if (!/^--code-(?!surface|focus|dim|output)/.test(name)) continue
      need(4.5, name, `${ink} band`, all, ground)
    }
  }
  // Sections stand on a dark sheet in both schemes, with the dark scheme's inks.
  for (const name of text) need(4.5, name, '--deep', dark, dark)
  for (const ground of ['--paper', '--surface']) need(3, '--accent', ground)
  return result
}

describe.each(readdirSync(themes))('theme %s', name => {
  const css = readFileSync(join(themes, name, 'theme.css'), 'utf8')
  test.each(schemes)('%s', scheme => {
    expect(faults(colours(css, scheme), colours(css, 'dark'))).toEqual([])
  })
})

describe('the base sheet', () => {
  const css = readFileSync(join(import.meta.dirname, 'css', 'base.css'), 'utf8').replace(/@media[\s\S]*$/, '')
  test.each(schemes)('%s', scheme => {
    expect(faults(colours(css, scheme), colours(css, 'dark'))).toEqual([])
  })
})
