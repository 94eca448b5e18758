import { bundledLanguagesInfo } from 'shiki/langs'
import { expect, test } from 'vitest'
import { languageOf, languageOfFile, shikiIdOf } from './language.ts'
import { shikiLanguages } from './shiki-languages.ts'

test('the names we hold are the names Shiki has', () => {
  const theirs = bundledLanguagesInfo.map(info => [info.id, ...(info.aliases ?? [])].join('|'))
  expect(shikiLanguages.map(language => language.names.join('|'))).toEqual(theirs)
})

test.each([
  ['console', 'console'],
  ['shellsession', 'console'],
  ['sh-session', 'console'],
  ['Shell-Session', 'console'],
  ['terminal', 'console'],
  ['session', 'console'],
  ['Dockerfile', 'dockerfile'],
  ['docker', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['bash', 'sh'],
  ['shell', 'sh'],
  ['PowerShell', 'powershell'],
  ['ps1', 'powershell'],
  ['pwsh', 'powershell'],
  ['cmd', 'bat'],
  ['yml', 'yaml'],
  ['compose', 'yaml'],
  ['JS', 'javascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
  ['golang', 'go'],
  ['rs', 'rust'],
  ['C++', 'cpp'],
  ['.python', 'python'],
  ['language-css', 'css'],
])('%s is %s', (written, name) => {
  expect(languageOf(written)).toEqual({ name, known: true })
})

test.each(['text', 'txt', 'plain', 'plaintext', 'none', ''])('%j is plain and no mistake', written => {
  expect(languageOf(written)).toEqual({ known: true })
})

test('an unknown name is answered with the nearest known one', () => {
  expect(languageOf('dockefile')).toEqual({ known: false, nearest: 'dockerfile' })
  expect(languageOf('pyhton')).toEqual({ known: false, nearest: 'python' })
  expect(languageOf('qwertzuiop')).toEqual({ known: false })
})

test('every canonical name has a grammar under the id Shiki gives it', () => {
  const ids = new Set(shikiLanguages.map(language => language.id))
  for (const { names } of shikiLanguages) {
    for (const name of names) {
      const canonical = languageOf(name).name
      expect(canonical, name).toBeDefined()
      expect(ids, name).toContain(shikiIdOf(canonical ?? ''))
    }
  }
})

test.each([
  ['./Dockerfile', 'dockerfile'],
  ['build/web.Dockerfile', 'dockerfile'],
  ['Dockerfile.dev', 'dockerfile'],
  ['compose.yaml', 'yaml'],
  ['src/main.go', 'go'],
  ['Makefile', 'make'],
  ['.env.local', 'dotenv'],
  ['LICENSE', undefined],
  ['notes.unknown', undefined],
])('the file %s is %s', (path, language) => {
  expect(languageOfFile(path)).toBe(language)
})
