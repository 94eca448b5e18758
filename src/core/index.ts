// The face of the library: four verbs, pure and synchronous, and the types between them.

export { type CodeBlock, codeIn } from './check/code-blocks.ts'
export { checkTalk } from './check/index.ts'
export { type FileLink, fileLinksIn, linksIn, type WrittenLink } from './check/links.ts'
export { happensWith, worstFirst } from './check/rank.ts'
export type { Talk } from './check/talk.ts'
export { type Colouring, colouringsOf } from './code/colour.ts'
export { colouringsOfDeck, languagesOf } from './code/colourings.ts'
export { parseSession } from './code/session.ts'
export {
  type Config,
  type ConfigMaker,
  type Defaults,
  defineConfig,
  type RuleSetting,
  type Settings,
} from './config/config.ts'
export { fromData } from './config/plain.ts'
export { noSettings, type ReadConfig, readConfig, readJsonConfig } from './config/read-config.ts'
export type * from './deck/deck.ts'
export { type Diagnostic, diagnostic, inOrder, ruleUrl, type Severity } from './deck/diagnostic.ts'
export { unignored } from './deck/ignore.ts'
export { placeOfKey } from './deck/key-place.ts'
export type { SlideMeasure } from './deck/measure.ts'
export { nearest } from './deck/nearest.ts'
export type * from './deck/nodes.ts'
export { plainSlide } from './deck/plain-slide.ts'
export { canBeQuieted, isRule, type RuleId, rules } from './deck/rules.ts'
export type { Faint, Sight, SightFault, Spot } from './deck/sight.ts'
export { dialectNames } from './dialects/names.ts'
export { publish } from './publish.ts'
export { type ReadAsk, read } from './read.ts'
export type { Page, PageFace, RenderedSlide } from './render/page.ts'
export type { KeptSlide, RememberSlide } from './render/remember.ts'
export { type RenderAsk, render } from './render/render.ts'
export { assemble } from './site/assemble.ts'
export { writeDeckPage } from './site/deck-page.ts'
export type { Frame, Preload, Site, SiteDeck, SiteFile } from './site/frame.ts'
export { writeFront } from './site/front.ts'
export { type Placed, writeHome } from './site/home.ts'
export type * from './site/live.ts'
export { writeNotFound } from './site/not-found.ts'
export { type Places, placePages, slugsFor } from './site/place.ts'
export { type ParseMarkdown, parseMarkdown, parseWhole } from './syntax/markdown.ts'
export { readPlain } from './syntax/plain/index.ts'
export type { YamlValue } from './syntax/yaml.ts'
export { type TransformAsk, transform } from './transform.ts'
export { rebase } from './transforms/rebase.ts'
