// What a separator says of its slide, read into the slide's fields.

import type { Attributes, Background, Position, Slide } from '../../deck/deck.ts'
import { focalPoint } from '../../deck/focal-point.ts'
import { isFitMode, isLayout } from '../../deck/layouts.ts'
import { nearest } from '../../deck/nearest.ts'
import { readDuration } from '../../deck/time.ts'
import { faultPosition } from '../../syntax/attributes.ts'
import { type Line, lineStart, linesPosition } from '../../syntax/lines.ts'
import type { Report } from '../../syntax/report.ts'
import type { Separator } from './separator.ts'

const color = /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^()]*\))$/i

type Fields = { -readonly [Name in keyof Slide]?: Slide[Name] }

/** One name of the braces: writes the field, or says by `false` that the value means nothing. */
type Take = (fields: Fields, value: string) => boolean

const flag =
  (name: 'below' | 'hidden'): Take =>
  (fields, value) => {
    fields[name] = value !== 'false' && value !== 'no'
    return /^(?:|true|false|yes|no)$/.test(value)
  }

const taken: Readonly<Record<string, Take>> = {
  below: flag('below'),
  hidden: flag('hidden'),
  layout: (fields, value) => {
    if (!isLayout(value)) return false
    fields.layout = value
    return true
  },
  background: (fields, value) => {
    fields.background = backgroundOf(value)
    return value !== ''
  },
  transition: (fields, value) => {
    if (value !== 'none' && value !== 'fade') return false
    fields.transition = value
    return true
  },
  fit: (fields, value) => {
    if (!isFitMode(value)) return false
    fields.fit = value
    return true
  },
  lang: (fields, value) => {
    if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value)) return false
    fields.lang = value
    return true
  },
  time: (fields, value) => {
    const minutes = readDuration(value)
    if (minutes !== undefined) fields.minutes = minutes
    return minutes !== undefined
  },
  only: (fields, value) => {
    fields.only = value.split(/[\s,]+/).filter(Boolean)
    return fields.only.length > 0
  },
}

/** Names that stay in `attributes`, for a transform to use up, and what they may say. */
const kept: Readonly<Record<string, (value: string) => boolean>> = {
  reveal: value => /^(?:|lists|rest|none)$/.test(value),
  include: value => value !== '',
  focus: value => focalPoint(value) !== undefined,
}

function backgroundOf(value: string): Background {
  const inner = /^url\((.*)\)$/i.exec(value)?.[1]
  if (inner !== undefined) return { image: inner }
  return color.test(value) ? { color: value } : { image: value }
}

/**
 * Reads a separator's words and braces. Reports `attribute-syntax`, `attribute-unknown`, `attribute-value`.
 *
 * @param line where the separator stands
 */
export function readFields(separator: Separator, line: Line, report: Report): Partial<Slide> {
  const fields: Fields = {}
  const classes: string[] = []
  for (const word of separator.words) {
    if (isLayout(word)) fields.layout = word
    else classes.push(word)
  }
  const { braces } = separator
  const values: Record<string, string> = Object.create(null)
  if (braces) {
    for (const fault of braces.faults)
      report('attribute-syntax', fault.message, { position: faultPosition(fault, lineStart(line)) })
    const { attributes } = braces
    classes.push(...attributes.classes)
    if (attributes.id !== undefined) fields.key = attributes.id
    for (const [name, value] of Object.entries(attributes.values)) {
      const detail = { position: placeOf(name, line, braces.from) }
      if (value === '' && isLayout(name)) fields.layout = name
      else if (Object.hasOwn(taken, name)) {
        if (!taken[name]?.(fields, value))
          report('attribute-value', `\`${name}\` cannot be \`${value}\``, detail)
      } else if (Object.hasOwn(kept, name)) {
        values[name] = value
        if (!kept[name]?.(value)) report('attribute-value', `\`${name}\` cannot be \`${value}\``, detail)
      } else {
        const meant = nearest(name, [...Object.keys(taken), ...Object.keys(kept)])
        report('attribute-unknown', `A slide has no attribute \`${name}\``, {
          ...detail,
          ...(meant ? { note: `Did you mean \`${meant}\`?` } : {}),
        })
      }
    }
  }
  if (fields.background && braces)
    fields.background = { ...fields.background, position: placeOf('background', line, braces.from) }
  const { focus, ...rest } = values
  const point = focus === undefined ? undefined : focalPoint(focus)
  if (point && fields.background) fields.background = { ...fields.background, focus: point }
  // `content` is also what a slide is that names no layout: this tells the two apart.
  if (fields.layout) rest.layout = fields.layout
  fields.classes = [...new Set(classes)]
  fields.attributes = { classes: [], values: rest } satisfies Attributes
  return fields
}

/** Where a name stands in the braces. */
function placeOf(name: string, line: Line, from: number): Position {
  const found = new RegExp(`(?<=[\\s{}])${name}(?=[\\s=}]|$)`).exec(line.text.slice(from))
  if (!found) return linesPosition(line, line)
  const start = from + found.index
  const point = (at: number) => ({ line: line.number, column: at + 1, offset: line.offset + at })
  return { start: point(start), end: point(start + name.length) }
}
