// The next site while it is being written: begun while decks are still at work, put in place whole or dropped.

import { readRecord, recordFile, type SiteFile, type SiteRecord } from './site-record.ts'
import { type Staging, stage } from './swap.ts'
import { isSystemError } from './system-error.ts'

/** A site in the making. Whoever opens one drops it, unless it was finished. */
export interface Draft {
  /** The file that is being written, of the site; '' for the site itself. */
  readonly at: string
  /** Writes some files that the site will have; what cannot be written now is tried again by `finish`. */
  begin(files: Iterable<SiteFile>): void
  /** Writes all that is not written yet; what stands there then is these files and no others. */
  write(files: readonly SiteFile[]): void
  /** Exchanges the sites. */
  swap(): Promise<SiteRecord | undefined>
  /** Leaves no trace, and the old site as it is. */
  drop(): void
}

/**
 * Opens a draft. Nothing is written yet; whoever interrupts the program from now on finds it dropped.
 *
 * @param out the folder of the site
 * @param cache the folder of the cache, where what is known of the old site is
 */
export function openDraft(out: string, cache: string | undefined): Draft {
  let staging: Staging | undefined
  let at = ''
  /** What is written so far, by path. */
  const sums = new Map<string, string | undefined>()
  const begun = (): Staging => {
    staging ??= stage(out, cache === undefined ? undefined : readRecord(recordFile(cache, out)))
    return staging
  }
  const put = (file: SiteFile): void => {
    at = file.path
    begun().write(file)
    sums.set(file.path, file.sum)
    at = ''
  }
  const restart = (): void => {
    staging?.drop()
    staging = undefined
    sums.clear()
  }
  const interrupted = (signal: NodeJS.Signals): void => {
    restart()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  const close = (): void => {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
  }
  return {
    get at() {
      return at
    },
    begin(files) {
      try {
        for (const file of files) put(file)
      } catch (error) {
        if (!isSystemError(error)) throw error
        restart()
      }
    },
    write(files) {
      const wanted = new Map(files.map(file => [file.path, file.sum]))
      for (const [path, sum] of sums) {
        if (sum === undefined || wanted.get(path) !== sum) {
          restart()
          break
        }
      }
      begun()
      for (const file of files) if (!sums.has(file.path)) put(file)
    },
    async swap() {
      const record = await begun().swap()
      staging = undefined
      close()
      return record
    },
    drop() {
      restart()
      close()
    },
  }
}
