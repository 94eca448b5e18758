// The help: what the keys do, and the switch that turns single letters off.

import { lettersOn, setLetters } from './keys.ts'
import type { Words } from './words.ts'

/**
 * Makes the help dialog and returns what opens and closes it.
 *
 * @param more keys of this page alone
 */
export function createHelp(words: Words, more: Words['keys'] = []): () => void {
  const dialog = document.createElement('dialog')
  dialog.className = 'help'
  dialog.setAttribute('aria-label', words.help)

  const title = document.createElement('h2')
  title.textContent = words.help
  const list = document.createElement('dl')
  for (const [keys = '', meaning = ''] of [...words.keys, ...more]) {
    const term = document.createElement('dt')
    for (const key of keys.split(' ')) {
      const cap = document.createElement('kbd')
      cap.textContent = key.replace(/,$/, '')
      term.append(cap, ' ')
    }
    const text = document.createElement('dd')
    text.textContent = meaning
    list.append(term, text)
  }
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = lettersOn()
  box.addEventListener('change', () => setLetters(box.checked))
  label.append(box, words.singleKeys)

  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = words.close
  close.addEventListener('click', () => dialog.close())

  dialog.append(title, list, label, close)
  document.body.append(dialog)
  return () => (dialog.open ? dialog.close() : dialog.showModal())
}
