// Long code with short lines goes on in a second column, where its lines have room in half the width.

/** Lines from which on a block counts as long. */
const LONG = 10

/** The share of its lines that may go on in a line below, where the only other way is to scale the slide. */
const FEW = 1 / 4

/**
 * Sets every long block in two columns whose lines fit into one of them.
 *
 * @param body the body of a slide that is laid out
 * @param wrap whether a few lines may be too long for that; they are wrapped
 * @returns whether any block is in columns now
 */
export function flowCode(body: HTMLElement, wrap = false): boolean {
  unflowCode(body)
  let any = false
  for (const block of body.querySelectorAll<HTMLElement>('.code')) {
    const lines = [...block.querySelectorAll<HTMLElement>('.line')]
    const code = block.querySelector<HTMLElement>('pre > code')
    if (!code || lines.length < LONG || lines.some(line => line.classList.contains('wide'))) continue
    block.dataset.columns = '2'
    const gap = Number.parseFloat(getComputedStyle(code).columnGap) || 0
    const room = (code.clientWidth - gap) / 2
    const long = lines.filter(line => line.offsetWidth > room + 1).length
    if (long > (wrap ? lines.length * FEW : 0)) {
      delete block.dataset.columns
      continue
    }
    if (long > 0) block.dataset.wrap = ''
    any = true
  }
  return any
}

/** Sets all code in one column again. */
export function unflowCode(body: HTMLElement): void {
  for (const block of body.querySelectorAll<HTMLElement>('.code[data-columns]')) {
    delete block.dataset.columns
    delete block.dataset.wrap
  }
}
