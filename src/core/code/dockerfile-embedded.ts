// Where another language stands in a Dockerfile: the shell behind `RUN` and `CMD`, and here-documents.

import { paintValue, paintVariables, type Scene, stroke, type Word } from './dockerfile-words.ts'
import { languageOf, languageOfFile } from './language.ts'
import { shebangLanguage } from './shebang.ts'

/** `COPY src dest`, and `COPY <<EOF dest`, whose body is in the language of the file it becomes. */
export function paintCopy(scene: Scene, words: readonly Word[]): void {
  for (const word of words) {
    if (word.text.startsWith('<<')) paintDelimiter(scene, word)
    else if (/^(?:https?|git):\/\//.test(word.text)) stroke(scene, word, 'link')
    else paintValue(scene, word)
  }
  const target = words.filter(word => !word.text.startsWith('<<')).at(-1)?.text ?? ''
  const named = words.filter(word => word.text.startsWith('<<'))
  scene.block.here.forEach((_, at) => {
    const written = target.endsWith('/')
      ? (named[at]?.text.replace(/^<<-?|["']/g, '') ?? '')
      : target.replace(/["']/g, '')
    paintBody(scene, at, languageOfFile(written))
  })
}

function paintDelimiter(scene: Scene, word: Word): void {
  const operator = /^<<-?/.exec(word.text)?.[0].length ?? 0
  stroke(scene, word, 'operator', 0, operator)
  stroke(scene, word, 'constant', operator)
}

/** The body of a here-document in its language, or as a string; then the line that ends it. */
function paintBody(scene: Scene, index: number, language: string | undefined): void {
  const { lines, paint, embedded } = scene
  const here = scene.block.here[index]
  if (!here) return
  paint.stroke(here.to + 1, 0, lines[here.to + 1]?.length ?? 0, 'constant')
  const stretches: { line: number; from: number; text: string }[] = []
  for (let line = here.from; line <= here.to; line++) {
    const text = lines[line] ?? ''
    stretches.push({ line, from: 0, text })
    if (language) continue
    paint.stroke(line, 0, text.length, 'string')
    if (!here.document.quoted) paintVariables(paint, line, 0, text)
  }
  if (language && stretches.length) embedded.push({ language, stretches })
}

/** The shell form, to the end of the instruction, comments inside it left out. */
export function paintShell(scene: Scene, words: readonly Word[]): void {
  const { lines, block, embedded, escapeSign, shell } = scene
  const [first] = words
  if (!first) return
  const last = block.here[0] ? block.here[0].from - 1 : block.to
  if (block.here.length && words.every(word => word.text.startsWith('<<'))) {
    for (const word of words) paintDelimiter(scene, word)
    block.here.forEach((here, at) => {
      paintBody(scene, at, shebangLanguage(lines[here.from] ?? '') ?? shell)
    })
    return
  }
  const stretches: { line: number; from: number; text: string }[] = []
  for (let line = first.line; line <= last; line++) {
    if (block.asides.has(line)) continue
    const from = line === first.line ? first.from : 0
    stretches.push({ line, from, text: (lines[line] ?? '').slice(from) })
  }
  // The shell would wait for the body; it is coloured apart, so the announcement must not reach the grammar.
  const blank = (found: string) => ' '.repeat(found.length)
  for (const stretch of stretches) {
    if (block.here.length) stretch.text = stretch.text.replace(/<<-?(["']?)[\w.-]+\1/g, blank)
    if (escapeSign === '`') stretch.text = stretch.text.replace(/`\s*$/, blank)
  }
  embedded.push({ language: shell, stretches })
  for (const word of words) if (block.here.length && word.text.startsWith('<<')) paintDelimiter(scene, word)
  const program = /(?:^|\/)(python|node|ruby|perl|php|psql|mysql|bash|sh)[\d.]*$/.exec(first.text)?.[1]
  const language = program && (/^(?:psql|mysql)$/.test(program) ? 'sql' : languageOf(program).name)
  block.here.forEach((_, at) => {
    paintBody(scene, at, language || undefined)
  })
}
