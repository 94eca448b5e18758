// The face of the library: four verbs, pure and synchronous, and the types between them.

export type * from './deck/deck.ts'
export { type Diagnostic, diagnostic, ruleUrl, type Severity } from './deck/diagnostic.ts'
export type * from './deck/nodes.ts'
export { type RuleId, rules } from './deck/rules.ts'
export { publish } from './publish.ts'
export { type ReadAsk, read } from './read.ts'
export type { Page, RenderedSlide } from './render/page.ts'
export { type RenderAsk, render } from './render/render.ts'
export { assemble } from './site/assemble.ts'
export type { Frame, Preload, Site, SiteDeck, SiteFile } from './site/frame.ts'
export { type ParseMarkdown, parseMarkdown } from './syntax/markdown.ts'
export { type TransformAsk, transform } from './transform.ts'
