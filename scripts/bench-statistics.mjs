// What the benchmarks say of many values: the middle one, a high one, the range, and tables of them.

const sorted = values => [...values].sort((a, b) => a - b)

export const middle = values => sorted(values)[Math.floor(values.length / 2)]

/** The value that so many of a hundred do not exceed. */
export const percentile = (values, share) => sorted(values)[Math.ceil((values.length * share) / 100) - 1]

/** `middle (least–most)`; a dash for none. */
export function range(values, digits) {
  if (values.length === 0) return '–'
  if (values.length === 1) return values[0].toFixed(digits)
  const ends = [Math.min(...values), Math.max(...values)].map(value => value.toFixed(digits))
  return `${middle(values).toFixed(digits)} (${ends.join('–')})`
}

/** One by one, round by round. */
export const ratio = (above, below) => above.map((value, index) => value / below[index])

/** A Markdown table of numbers. */
export function table(heads, rows) {
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---:').join('|')}|`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
    '',
  ]
}
