// Everything that is looked for in a talk when it is checked, beyond what reading and rendering it report.

import type { Diagnostic } from '../deck/diagnostic.ts'
import { checkAnchors } from './anchors.ts'
import { checkDescriptions } from './descriptions.ts'
import { checkHeadings } from './headings.ts'
import type { Check, Talk } from './talk.ts'
import { checkTime } from './time.ts'

/** Each is blind to the others. */
const checks: readonly Check[] = [checkHeadings, checkTime, checkAnchors, checkDescriptions]

/**
 * Looks for what would embarrass the speaker, as far as the deck itself tells. Pure, as all of the core is.
 */
export function checkTalk(talk: Talk): Diagnostic[] {
  return checks.flatMap(check => check(talk))
}
