// Finds out which files have changed: whoever watches only wakes it, and the files themselves are the judge.

import { doubt, type Look, look } from './stamps.ts'

/** Keeps an eye on files and folders. */
export interface Watch {
  /** Says what is to be watched from now on; what is new is taken as it is now. */
  cover(paths: ReadonlySet<string>): void
  /** Something may have happened. */
  wake(): void
  close(): void
}

/**
 * Looks again after a wake, milliseconds: a watcher tells of the first of two writes within 50 ms and keeps the second
 * to itself, and some tell before the bytes are there.
 */
const again = [75, 250]

/** How often it looks while a state is in doubt. */
const inDoubt = 25

/**
 * @param changed told which of the paths have changed; called while nothing is in doubt
 * @param poll milliseconds between looks on a file system that does not tell
 */
export function createWatch(changed: (paths: ReadonlySet<string>) => void, poll?: number): Watch {
  const seen = new Map<string, Look>()
  const doubts = new Map<string, { readonly stamp: string; readonly since: number }>()
  const timers = new Set<NodeJS.Timeout>()
  const beat = poll === undefined ? undefined : setInterval(check, poll)
  let soon: NodeJS.Immediate | undefined

  function later(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      check()
    }, ms)
    timers.add(timer)
  }

  function check(): void {
    const news = new Set<string>()
    const now = performance.now()
    let open = false
    for (const [path, before] of seen) {
      const state = look(path)
      if (state.stamp === before.stamp) {
        doubts.delete(path)
        continue
      }
      const wait = doubt(before, state)
      if (wait > 0) {
        const known = doubts.get(path)
        if (known?.stamp !== state.stamp) doubts.set(path, { stamp: state.stamp, since: now })
        if (known?.stamp !== state.stamp || now - known.since < wait) {
          open = true
          continue
        }
      }
      doubts.delete(path)
      seen.set(path, state)
      news.add(path)
    }
    if (open) later(inDoubt)
    if (news.size > 0) changed(news)
  }

  return {
    cover(paths) {
      for (const path of seen.keys()) if (!paths.has(path)) seen.delete(path)
      for (const path of paths) if (!seen.has(path)) seen.set(path, look(path))
    },
    wake() {
      soon ??= setImmediate(() => {
        soon = undefined
        check()
      })
      // A burst of events is one reason to look again, not many.
      if (timers.size < 2 * again.length) for (const ms of again) later(ms)
    },
    close() {
      clearInterval(beat)
      if (soon) clearImmediate(soon)
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
