// Keys: one table of what they do, and the rules that keep them out of the way.

/** What a key may ask of the talk. */
export interface Actions {
  readonly next: () => void
  readonly previous: () => void
  readonly left: () => void
  readonly right: () => void
  readonly up: () => void
  readonly down: () => void
  readonly first: () => void
  readonly last: () => void
  readonly overview: () => void
  readonly fullscreen: () => void
  readonly pause: () => void
  readonly read: () => void
  readonly help: () => void
}

const plain: Readonly<Record<string, keyof Actions>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageDown: 'next',
  PageUp: 'previous',
  ' ': 'next',
  Home: 'first',
  End: 'last',
  Escape: 'overview',
  F1: 'help',
}

/** Single characters can be turned off (WCAG 2.1.4), because speech input may type them. */
const single: Readonly<Record<string, keyof Actions>> = {
  n: 'next',
  p: 'previous',
  h: 'left',
  l: 'right',
  k: 'up',
  j: 'down',
  o: 'overview',
  f: 'fullscreen',
  b: 'pause',
  '.': 'pause',
  r: 'read',
  '?': 'help',
}

/**
 * What a key does.
 *
 * @param event a key press
 * @param letters whether single characters count
 * @returns undefined where the key is not ours
 */
export function actionFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
  letters: boolean,
): keyof Actions | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  if (event.key === ' ' && event.shiftKey) return 'previous'
  if (Object.hasOwn(plain, event.key)) return plain[event.key]
  const letter = event.key.toLowerCase()
  return letters && Object.hasOwn(single, letter) ? single[letter] : undefined
}

/** For a moment after it was closed, keys still go to where the focus was in a dialog. */
export function inClosedDialog(target: Element): boolean {
  return target.closest('dialog')?.open === false
}

/** Whether the focused element wants this key for itself. */
function taken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || inClosedDialog(target)) return false
  if (target.isContentEditable || target.closest('input, textarea, select, dialog, video, audio')) return true
  const presses = key === ' ' || key === 'Enter'
  if (presses && target.closest('a[href], button, summary, [role="button"]')) return true
  // A block that scrolls sideways keeps the keys that scroll it.
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  const scrolls = target.closest<HTMLElement>('pre, .table-scroll')
  return sideways && scrolls !== null && getComputedStyle(scrolls).overflowX !== 'hidden'
    ? scrolls.scrollWidth > scrolls.clientWidth
    : false
}

const STORED = 'deckhand-keys'

/** Whether single-character keys count on this machine. */
export function lettersOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    // Storage may be forbidden; then the default holds.
    return true
  }
}

/** Remembers whether single-character keys count. */
export function setLetters(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
  } catch {
    // Storage may be forbidden; then it holds until the page is left.
    document.documentElement.toggleAttribute('data-letters-off', !on)
  }
}

/** Listens for keys and does what they ask. */
export function bindKeys(actions: Actions): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || taken(event.target, event.key)) return
    const letters = lettersOn() && !document.documentElement.hasAttribute('data-letters-off')
    const action = actionFor(event, letters)
    if (!action) return
    event.preventDefault()
    actions[action]()
  })
}
