// Stepped line focus: which lines of a block stand out, by how many of its steps are shown.

/**
 * The state a block is in.
 *
 * @param pre a block with `.focus-step` marks, one for each state after the first
 * @returns 0 for the first state
 */
const stateOf = (pre: Element): number => pre.querySelectorAll('.focus-step.visible').length

/** Whether a line is in focus in a state; `states` is `data-states`, numbers with spaces between. */
export function inFocus(states: string | undefined, state: number): boolean {
  return states?.split(' ').includes(String(state)) ?? false
}

/** Sets focus and dimming on all stepped blocks of a slide by its shown steps. */
export function updateFocus(slide: Element): void {
  for (const pre of slide.querySelectorAll<HTMLElement>('pre[data-states]')) {
    const state = stateOf(pre)
    const lines = [...pre.querySelectorAll<HTMLElement>('.line')]
    const focused = lines.filter(line => inFocus(line.dataset.states, state))
    // A state that names no line, or every line, dims none.
    const whole = focused.length === 0 || focused.length === lines.length
    for (const line of lines) {
      const on = !whole && focused.includes(line)
      line.classList.toggle('focus', on)
      line.classList.toggle('dimmed', !whole && !on)
    }
    const first = focused[0]
    if (first && !whole && pre.scrollHeight > pre.clientHeight) {
      pre.scrollTop = first.offsetTop - pre.clientHeight / 3
    }
  }
}
