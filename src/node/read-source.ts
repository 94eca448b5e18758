// A deck's file to its text, or to what keeps it from being read.

import { type Diagnostic, diagnostic } from '../core/index.ts'
import { decode } from './decode.ts'
import type { Disk } from './disk.ts'
import { type DeckFile, within } from './files.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** Reports `file-outside`, `file-missing` and `encoding`. */
export function readSource(
  { file, path, root, named }: DeckFile,
  disk: Disk,
): { readonly text: string } | Diagnostic {
  let bytes: Uint8Array
  try {
    if (!named && !within(root, disk.real(path))) {
      return diagnostic(file, 'file-outside', `The link \`${file}\` leads out of the folder of the decks`)
    }
    bytes = disk.read(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return diagnostic(file, 'file-missing', `\`${file}\` cannot be read: ${reasonOf(error)}`)
  }
  const decoded = decode(bytes)
  if ('text' in decoded) return decoded
  const { point, message, note } = decoded.fault
  return diagnostic(file, 'encoding', message, { position: { start: point, end: point }, note })
}
