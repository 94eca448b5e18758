// Copy buttons on code: in a session they take the commands, and they say what they took.

import type { Say } from './status.ts'
import type { Words } from './words.ts'

/** What there is to take from a code block, and how many of what. */
export interface Take {
  readonly text: string
  readonly count: number
  readonly kind: 'lines' | 'commands'
}

/**
 * What Copy takes from a block: the commands of a session, else the text without prompts and numbers, and of a change
 * what is new.
 *
 * @param pre the block; `data-copy` holds a session's commands
 */
export function takeFrom(pre: HTMLElement): Take {
  const commands = pre.dataset.copy
  if (commands !== undefined) {
    const starts = pre.querySelectorAll('.line.command:not(.continued)').length
    return { text: commands, count: starts || countLines(commands), kind: 'commands' }
  }
  const gone = pre.querySelector('.line.deleted')
  const text = gone
    ? [...pre.querySelectorAll('.line:not(.deleted)')].map(line => line.textContent ?? '').join('\n')
    : (pre.textContent ?? '').replace(/\n$/, '')
  return { text, count: countLines(text), kind: 'lines' }
}

const countLines = (text: string): number => (text === '' ? 0 : text.split('\n').length)

/**
 * Writes to the clipboard, also from `file://` where there is no clipboard object.
 *
 * @returns whether it worked
 */
async function write(text: string): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (done) return true
  }
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  const before = document.activeElement
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}

/** Puts a Copy button on every code block in a part of the page that has none yet. */
export function putCopyButtons(part: HTMLElement, words: Words): void {
  for (const pre of part.querySelectorAll<HTMLElement>('.code > pre')) {
    if (takeFrom(pre).text === '') continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = words.copy
    pre.after(button)
  }
}

/** Puts a Copy button on every code block under `root`; clicks are caught once, at the root. */
export function addCopyButtons(root: HTMLElement, words: Words, say: Say): void {
  putCopyButtons(root, words)
  root.addEventListener('click', async event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.copy') : null
    const pre = button?.parentElement?.querySelector<HTMLElement>('pre')
    if (!button || !pre) return
    const take = takeFrom(pre)
    const done = await write(take.text)
    const told = done ? words[take.kind](take.count) : words.copyFailed
    say(told)
    button.textContent = told
    button.dataset.done = ''
    setTimeout(() => {
      button.textContent = words.copy
      delete button.dataset.done
    }, 2500)
  })
}
