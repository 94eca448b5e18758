// Styles as authors write them: which declarations are harmless, property by property and value by value.

/** One declaration that may be published. */
export interface Declaration {
  readonly property: string
  readonly value: string
}

/** What became of a style: what is kept, and each declaration that is not, as written. */
export interface Style {
  readonly kept: readonly Declaration[]
  readonly dropped: readonly string[]
}

const allowed = new Set(
  `
  color background background-color opacity visibility display float clear vertical-align
  margin margin-top margin-right margin-bottom margin-left margin-inline margin-block
  margin-inline-start margin-inline-end margin-block-start margin-block-end
  padding padding-top padding-right padding-bottom padding-left padding-inline padding-block
  padding-inline-start padding-inline-end padding-block-start padding-block-end
  width height min-width min-height max-width max-height inline-size block-size aspect-ratio box-sizing
  border border-top border-right border-bottom border-left border-color border-style border-width
  border-top-color border-right-color border-bottom-color border-left-color
  border-top-style border-right-style border-bottom-style border-left-style
  border-top-width border-right-width border-bottom-width border-left-width
  border-radius border-top-left-radius border-top-right-radius border-bottom-left-radius
  border-bottom-right-radius border-collapse border-spacing outline outline-color outline-style outline-width
  outline-offset box-shadow text-shadow
  font font-family font-size font-style font-weight font-variant font-stretch font-feature-settings
  font-variant-numeric font-variant-caps line-height letter-spacing word-spacing
  text-align text-align-last text-decoration text-decoration-color text-decoration-line
  text-decoration-style text-decoration-thickness text-underline-offset text-transform text-indent
  text-overflow text-wrap white-space word-break overflow-wrap word-wrap hyphens tab-size direction
  list-style list-style-type list-style-position table-layout caption-side empty-cells
  position top right bottom left inset z-index overflow overflow-x overflow-y
  flex flex-direction flex-wrap flex-flow flex-grow flex-shrink flex-basis order
  justify-content justify-items justify-self align-content align-items align-self place-content place-items
  place-self gap row-gap column-gap
  grid grid-template grid-template-columns grid-template-rows grid-template-areas grid-column grid-row
  grid-area grid-auto-flow grid-auto-columns grid-auto-rows grid-column-start grid-column-end
  grid-row-start grid-row-end
  columns column-count column-width column-rule column-span break-inside break-before break-after
  object-fit object-position transform transform-origin rotate scale translate filter
  writing-mode mix-blend-mode
  `
    .trim()
    .split(/\s+/),
)

const functions = new Set(
  `
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp round
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
  translate translatex translatey scale scalex scaley rotate skew skewx skewy matrix
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  repeat minmax fit-content
  `
    .trim()
    .split(/\s+/),
)

const values: Readonly<Record<string, RegExp>> = {
  position: /^(?:static|relative|absolute)$/i,
  'z-index': /^(?:auto|-?\d{1,3})$/,
  display: /^[a-z -]{1,40}$/i,
}

const longest = 400

/**
 * Reads a style attribute and tells what of it may be published.
 *
 * Kept are known properties whose values are made of words, numbers, strings without escapes and known
 * functions; so nothing is fetched (`url()`), nothing leaves its slide (`position: fixed`), nothing ends
 * the style sheet. Comments are skipped; `!important` is taken off, for an author's style wins anyway.
 */
export function readStyle(style: string): Style {
  const kept: Declaration[] = []
  const dropped: string[] = []
  for (const piece of splitDeclarations(style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '))) {
    const declaration = readDeclaration(piece)
    if (declaration) kept.push(declaration)
    else dropped.push(piece.replace(/\s+/g, ' ').slice(0, 80))
  }
  return { kept, dropped }
}

function readDeclaration(piece: string): Declaration | undefined {
  const colon = piece.indexOf(':')
  if (colon < 0) return undefined
  const property = piece.slice(0, colon).trim().toLowerCase()
  const value = piece
    .slice(colon + 1)
    .replace(/!\s*important\s*$/i, '')
    .trim()
    .replace(/\s+/g, ' ')
  if (!allowed.has(property) || !isHarmless(value)) return undefined
  const pattern = Object.hasOwn(values, property) ? values[property] : undefined
  return pattern && !pattern.test(value) ? undefined : { property, value }
}

/** Whether a value is made of harmless parts only, with its quotes and brackets closed. */
function isHarmless(value: string): boolean {
  if (value === '' || value.length > longest) return false
  if (!/^(?:[\w\s.,%#()+*/-]|"[\w\s.,%#+*/-]*"|'[\w\s.,%#+*/-]*')+$/u.test(value)) return false
  let depth = 0
  for (const character of value) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) return false
  }
  if (depth !== 0 || value.includes('//') || value.includes('/*')) return false
  return [...value.matchAll(/([\w-]*)\s*\(/g)].every(([, name = '']) => name === '' || isFunction(name))
}

function isFunction(name: string): boolean {
  return functions.has(name.toLowerCase())
}

/** Splits at semicolons outside quotes and brackets; blank pieces are left out. */
function splitDeclarations(style: string): string[] {
  const pieces: string[] = []
  let quote = ''
  let depth = 0
  let start = 0
  for (let at = 0; at < style.length; at++) {
    const character = style[at]
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === ';' && depth <= 0) {
      pieces.push(style.slice(start, at))
      start = at + 1
    }
  }
  pieces.push(style.slice(start))
  return pieces.filter(piece => piece.trim() !== '')
}
