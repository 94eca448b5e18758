// Opens a place of a file in the author's editor, and a page in the browser.

import { spawn } from 'node:child_process'
import launch from 'launch-editor'

/**
 * Opens a file in the editor that runs, or the one that `LAUNCH_EDITOR`, `VISUAL` or `EDITOR` names.
 *
 * @param failed told why it did not work
 */
export function openInEditor(
  path: string,
  line: number,
  column: number,
  failed: (why: string) => void,
): void {
  launch(`${path}:${line}:${column}`, (_file, why) => {
    failed(why ?? 'No editor was found; name yours in the variable LAUNCH_EDITOR.')
  })
}

/** Opens an address in the browser that the system prefers; a system without one is no fault. */
export function openInBrowser(url: string): void {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', url]
        : ['xdg-open', url]
  const child = spawn(command ?? 'open', words, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
