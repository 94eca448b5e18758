// Finds the code fences of documents that stand beside the project on some machines and not on others.

import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../shared/seeds/', import.meta.url)

/** The fences of the document whose name begins so: language and code; undefined where it is not there. */
export function seedFences(start: string): { language: string; code: string }[] | undefined {
  if (!existsSync(folder)) return undefined
  const name = readdirSync(folder).find(file => file.startsWith(start))
  if (!name) return undefined
  const text = readFileSync(new URL(name, folder), 'utf8').replace(/\r\n?/g, '\n')
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)\n```/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}
