// The point of a picture that stays in view when it is cropped: `left`, `top right`, `30% 20%`.

const side = /^(?:left|right|top|bottom|center)$/
const share = /^(?:100|\d{1,2})(?:\.\d+)?%$/

/**
 * A focal point as CSS knows positions; undefined where it is none.
 *
 * @param written one or two words or percentages, with a blank or a comma between them
 */
export function focalPoint(written: string): string | undefined {
  const parts = written
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  const known = parts.every(part => side.test(part) || share.test(part))
  const clash = /^(?:left|right)$/.test(parts[0] ?? '') && /^(?:left|right)$/.test(parts[1] ?? '')
  return known && !clash && parts.length > 0 && parts.length < 3 ? parts.join(' ') : undefined
}
