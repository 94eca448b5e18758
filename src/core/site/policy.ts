// The content security policy of a page: nothing but what the page is made of.

import type { Page } from '../render/page.ts'

/** What a policy must let through, beyond the site's own files. */
export interface Allowed {
  /** Inline scripts and styles, as `sha256-…`. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  readonly sources: Page['sources']
  /** Whether the page's script may speak with its server. */
  readonly connect?: boolean
}

/**
 * The policy for a page, as the content of its `<meta>`.
 *
 * Pictures may be data, for themes have them in their rules; another origin is allowed only where the deck
 * asks for it. Nothing may be embedded but the deck's frames, nothing submitted, no base be set.
 */
export function policyFor({ scripts, styles, sources, connect }: Allowed): string {
  const hashes = (all: readonly string[]) => all.map(hash => `'${hash}'`)
  const directives: [name: string, ...values: string[]][] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...hashes(scripts)],
    ['style-src', "'self'", ...hashes(styles)],
    ['img-src', "'self'", 'data:', ...sources.image],
    ['font-src', "'self'"],
    ['media-src', "'self'", ...sources.media],
    ...(sources.frame.length > 0 ? ([['frame-src', ...sources.frame]] as [string, ...string[]][]) : []),
    ...(connect ? ([['connect-src', "'self'"]] as [string, ...string[]][]) : []),
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ]
  return directives.map(directive => directive.join(' ')).join('; ')
}

/** The policy of a page whose HTML is trusted: what its author wrote may run and load, from https only. */
export const trustedPolicy = [
  "default-src 'self' https: data: blob:",
  "script-src 'self' https: 'unsafe-inline'",
  "style-src 'self' https: 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')
