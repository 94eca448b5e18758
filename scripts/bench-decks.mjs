// The decks that the benchmark builds: a talk about containers, in the spelling of whoever reads it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The code blocks that take turns. */
const blocks = [
  '```dockerfile\nFROM node:24-slim AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\nCOPY . .\nRUN npm run build\nCMD ["node", "server.js"]\n```\n',
  '```bash\ndocker build --tag web:1.8.2 .\ndocker run --rm --publish 8080:80 web:1.8.2 | tee run.log\n```\n',
  '```json\n{ "builder": { "gc": { "enabled": true, "defaultKeepStorage": "20GB" } } }\n```\n',
]

/** How each reader wants a deck to begin, and its slides apart. */
const spellings = {
  deckhand: { head: '', separator: '--' },
  marp: { head: '---\nmarp: true\n---\n\n', separator: '---' },
  cleaver: { head: 'title: A talk\n\n--\n\n', separator: '--' },
  slidev: { head: '', separator: '---' },
  'reveal-md': { head: '', separator: '---' },
}

/** Sizes that the benchmark knows: decks of so many slides, or folders of decks. */
export const sizes = ['1', '50', '500', '2000', '100x30', '1000x30']

/** `100x30` is a hundred decks of thirty slides, `50` one of fifty. */
export function shapeOf(size) {
  const [first, second] = size.split('x').map(Number)
  return second === undefined ? { decks: 1, slides: first } : { decks: first, slides: second }
}

function write(deck, slides, { head, separator }) {
  const parts = Array.from({ length: slides }, (_, index) => {
    const number = index + 1
    const code = number % 3 === 0 ? `\n${blocks[(number / 3) % blocks.length]}` : ''
    return `## Slide ${number} of ${deck}: one thought\n\n- A first point with **weight**, number ${number}\n- A second with \`code\` and [a link](https://example.org/${number})\n- A third that is a little longer than the others are\n${code}`
  })
  return head + parts.join(`\n${separator}\n\n`)
}

/**
 * Writes the decks of a size for one reader into a folder of their own.
 *
 * @returns the folder
 */
export function writeDecks(room, size, reader) {
  const folder = join(room, 'decks', size, reader)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'decks'), { recursive: true })
  const { decks, slides } = shapeOf(size)
  for (let deck = 0; deck < decks; deck++) {
    writeFileSync(pathOf(folder, deck), write(deck, slides, spellings[reader]))
  }
  return folder
}

/** Changes one slide in the middle of one deck, another word each time. */
export function changeSlide(folder, size, round) {
  const { decks, slides } = shapeOf(size)
  const path = pathOf(folder, Math.floor(decks / 2))
  const number = Math.ceil(slides / 2)
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(new RegExp(`weight[a-z]*\\*\\*, number ${number}$`, 'm'), () => {
    return `weight${String.fromCharCode(97 + (round % 26))}**, number ${number}`
  })
  if (changed === text) throw new Error(`No slide of ${path} was changed`)
  writeFileSync(path, changed)
}

/** Where a deck of a size is. */
export function pathOf(folder, deck) {
  return join(folder, 'decks', `talk-${String(deck).padStart(4, '0')}.md`)
}
