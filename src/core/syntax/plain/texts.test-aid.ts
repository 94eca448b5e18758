// Texts for the properties that hold quick ways and whole ones together.

import fc from 'fast-check'

const crumbs = [
  ...'*_`[]()!<>&;#-+.~|@:/\\"\'=^{}',
  ...[
    '**',
    '***',
    '``',
    '```',
    '~~~',
    '# ',
    '## ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '  ',
    '    ',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\n- ',
    '\n  - ',
    '\n1. ',
  ],
  ...[
    'a',
    'b1',
    'word',
    'é',
    '漢',
    '🎉',
    '\u00a0',
    '“',
    '[a](b)',
    '![a](b)',
    '`c`',
    '**d**',
    '*e*',
    'www.',
    'https://',
    'a@b.c',
    '&amp;',
    '\n---\n',
    '\n```\n',
    '\n```js\n',
  ],
  ...[
    '[x] ',
    '[ ] ',
    '[^1]',
    ': ',
    '\n:-',
    '\n| a |',
    '{step}',
    '<b>',
    '<!--',
    '$x$',
    '(c "t")',
    '](u)',
    '\\*',
  ],
]

/** Any text at all. */
export const anyText = fc.array(fc.constantFrom(...crumbs), { maxLength: 14 }).map(parts => parts.join(''))

const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'a',
      'Some words',
      'x1',
      '`c`',
      '**d e**',
      '*f*',
      '[g](h)',
      '![i](j.png)',
      'K&L',
      'm_n',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...crumbs) },
)
const run = fc
  .array(fc.tuple(inline, fc.constantFrom('', ' ', ' ', ', ')), { minLength: 1, maxLength: 5 })
  .map(parts => parts.flat().join('').trim())
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '# ',
      '### ',
      '- ',
      '- ',
      '  - ',
      '    - ',
      '* ',
      '1. ',
      '2. ',
      '   - ',
      '> ',
      '```\n',
      ' ',
    ),
    run,
  )
  .map(parts => parts.join(''))
/** Texts that are plain but for little. */
export const nearlyPlain = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', ' \n')), { maxLength: 8 })
  .map(parts => parts.flat().join(''))
