// How embarrassing a problem would be in front of an audience, so that a check can begin with the worst.

import type { Diagnostic, Severity } from '../deck/diagnostic.ts'
import type { RuleId } from '../deck/rules.ts'

/**
 * What happens when the talk is given, the worst first; a rule that stands in no line comes behind them all.
 * docs/command-line.md says the same to authors. Rules that only ever are errors need no line: errors come before all.
 */
export const ranks: readonly (readonly [happens: string, rules: readonly RuleId[]])[] = [
  [
    'Something is on the screen that nobody was to see',
    ['note-like', 'comment-unclosed', 'fence-unclosed', 'attribute-syntax', 'separator-like', 'slot-unknown'],
  ],
  [
    'Something is not on the screen that everybody was to see',
    [
      'image-missing',
      'image-outside',
      'image-size',
      'image-case',
      'image-remote',
      'request-remote',
      'browser-error',
      'code-missing',
      'code-region',
      'file-outside',
      'include-missing',
      'include-cycle',
      'html-dropped',
      'url-dropped',
      'math-unsupported',
      'diagram-unsupported',
      'deck-empty',
      'nesting-depth',
    ],
  ],
  ['It is there and cannot be read', ['slide-overflow', 'text-small', 'text-contrast', 'layout-slots']],
  [
    'It is there and wrong, and somebody in the third row says so',
    ['code-dockerfile', 'code-shell', 'code-yaml', 'code-json', 'code-lines', 'code-language'],
  ],
  ['A click leads nowhere', ['link-broken', 'link-unreachable', 'link-dead']],
  [
    'The speaker stumbles, or is still speaking when the time is up',
    [
      'planned-time',
      'schedule-contradiction',
      'notes-unplaced',
      'notes-number',
      'notes-title',
      'notes-range',
      'duplicate-key',
      'step-number',
      'buildup-duplicate',
    ],
  ],
  [
    'It looks otherwise than it was meant',
    [
      'html-unclosed',
      'style-dropped',
      'theme-unknown',
      'front-matter-unclosed',
      'front-matter-key',
      'front-matter-value',
      'attribute-unknown',
      'attribute-value',
      'definition-duplicate',
      'dialect-tie',
      'variant-unknown',
    ],
  ],
  ['Those who listen to it, or read it afterwards, miss something', ['image-alt', 'heading-order']],
]

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** What an error comes to: no page is written. */
const noTalk = 'There is no talk with this'
const others = 'Nobody will notice'

/** Errors come first, since with them there is no talk; then by what happens, and what is worse of that. */
function rankOf({ rule, severity }: Diagnostic): number {
  const at = ranks.findIndex(([, rules]) => rules.includes(rule))
  const happens = severity === 'error' ? -1 : at < 0 ? ranks.length : at
  return happens * severities.length + severities.indexOf(severity)
}

/** What happens with a problem in front of the audience, in words. */
export function happensWith({ rule, severity }: Diagnostic): string {
  if (severity === 'error') return noTalk
  return ranks.find(([, rules]) => rules.includes(rule))?.[0] ?? others
}

/** The same problems, the most embarrassing first, and those that are equally so from top to bottom. */
export function worstFirst(problems: readonly Diagnostic[]): Diagnostic[] {
  const at = ({ position }: Diagnostic) => position?.start
  return problems.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      (at(a)?.line ?? 0) - (at(b)?.line ?? 0) ||
      (at(a)?.column ?? 0) - (at(b)?.column ?? 0),
  )
}
