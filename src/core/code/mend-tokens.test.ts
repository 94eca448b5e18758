import { expect, test } from 'vitest'
import { mendTokens } from './mend-tokens.ts'
import { mergeTokens } from './tokens.ts'

test('the first word of a Windows command is run, its options are options', () => {
  const bat = [{ text: 'docker run -v ' }, { text: '%CD%', kind: 'variable' }, { text: ':/x --rm alpine' }]
  expect(mergeTokens(mendTokens(bat, 'bat'))).toEqual([
    { text: 'docker', kind: 'function' },
    { text: ' run ' },
    { text: '-v', kind: 'parameter' },
    { text: ' ' },
    { text: '%CD%', kind: 'variable' },
    { text: ':/x ' },
    { text: '--rm', kind: 'parameter' },
    { text: ' alpine' },
  ])
})

test('the dash of a PowerShell option belongs to it, a minus does not', () => {
  const get = [
    { text: 'Get-Item', kind: 'function' },
    { text: ' ' },
    { text: '-', kind: 'operator' },
    { text: 'Path C:\\' },
  ]
  expect(mergeTokens(mendTokens(get, 'powershell')).map(token => token.kind)).toEqual([
    'function',
    undefined,
    'parameter',
    undefined,
  ])
  const minus = [
    { text: '1', kind: 'number' },
    { text: ' - ', kind: 'operator' },
    { text: '2', kind: 'number' },
  ]
  expect(mendTokens(minus, 'powershell')).toEqual(minus)
})
