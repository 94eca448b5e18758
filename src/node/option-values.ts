// What stands behind an option on the command line, as a value or as a complaint.

import { InvalidArgumentError } from 'commander'

/** `--host` alone means every address of this machine. */
export function hostOf(host: string | boolean): string {
  return typeof host === 'string' ? host : '0.0.0.0'
}

/** More than none. */
export function milliseconds(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('It must be a number of milliseconds.')
  return value
}

/** A port; 0 lets the system choose. */
export function port(text: string): number {
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value > 65_535) {
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.')
  }
  return value
}

/** A folder; nothing at all would be the one the author stands in. */
export function folder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must be the name of a folder.')
  return text
}

/** Words, at least one letter or sign of them. */
export function someText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must be some text.')
  return text
}
