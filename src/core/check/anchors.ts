// Links inside the talk that reading lets pass: to a step that its slide has not, and those in raw HTML.

import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import { resolverFor } from '../transforms/links.ts'
import { linksIn } from './links.ts'
import type { Check } from './talk.ts'

/** Every `#…` leads to a slide that there is, and to a step that it has (`link-broken`). */
export const checkAnchors: Check = ({ meant }) => {
  const resolve = resolverFor(meant.slides)
  const steps = new Map(meant.slides.map(({ key, steps }) => [key, steps.length]))
  const found: Diagnostic[] = []
  for (const { url, file, position, raw } of linksIn(meant)) {
    if (!url.startsWith('#') || /^#\/?$/.test(url)) continue
    const broken = (message: string, note?: string) =>
      found.push(diagnostic(file, 'link-broken', message, { position, note }))
    const target = resolve(url)
    if (target === undefined) {
      if (raw) broken(`No slide of this deck is called \`${url.replace(/^#\/?/, '')}\``)
      continue
    }
    const [, key = '', step] = /^#\/(.*?)(?:\/(\d+))?$/.exec(target) ?? []
    const count = steps.get(key) ?? 0
    if (step === undefined || Number(step) <= count) continue
    const has = count === 0 ? 'no steps' : count === 1 ? '1 step' : `${count} steps`
    broken(`\`#/${key}\` has ${has}, and the link asks for step ${step}`, `Link to \`#/${key}\`.`)
  }
  return found
}
