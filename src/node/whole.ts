// What plain decks do without, as a script of its own: the whole parser, and the pipeline behind it.

export { parseStandard, parseWhole, toCleanWhole, writeWhole, writeWholeDocument } from '../core/index.ts'
