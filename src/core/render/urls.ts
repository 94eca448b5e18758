// Which addresses may stand in a page: by scheme, after what browsers themselves strip and swap.

/** What an address is for; each admits other schemes. */
export type UrlUse = 'link' | 'image' | 'media' | 'frame'

const schemes: Readonly<Record<UrlUse, readonly string[]>> = {
  link: ['http', 'https', 'mailto', 'tel'],
  image: ['http', 'https'],
  media: ['http', 'https'],
  frame: ['https'],
}

/** Pictures that may be written into the page; SVG runs no script as an `<img>`, and is allowed only there. */
export const dataImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]/i

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/**
 * The address as it may be published, or undefined where it may not.
 *
 * Tabs and line ends are removed and the rest is trimmed, as browsers do before they look at the scheme
 * (URL standard, "basic URL parser"). What still holds control, zero-width or direction characters, an
 * unlisted scheme, or begins with two slashes of either kind is refused.
 */
export function safeUrl(value: string, use: UrlUse): string | undefined {
  const url = value.replace(/[\t\n\r]/g, '').trim()
  if (invisible.test(url)) return undefined
  if (/^[\\/]{2}/.test(url)) return undefined
  const scheme = /^([^/?#\\]*?):/.exec(url)?.[1]
  if (scheme === undefined) return use === 'frame' ? undefined : url
  if (use === 'image' && dataImage.test(url)) return url
  return schemes[use].includes(scheme.toLowerCase()) ? url : undefined
}

/** The origin an address asks for, or undefined where it stays on the site. */
export function originOf(url: string): string | undefined {
  return /^(https?:\/\/[^/?#\\\s;,'"]+)/i.exec(url)?.[1]?.toLowerCase()
}

/** What every safe address looks like, for the schema: the last net under `safeUrl`. */
export const urlPatterns: Readonly<Record<UrlUse, RegExp>> = {
  link: /^(?:(?:https?|mailto|tel):|(?![\\/]{2})[^:?#/\\]*(?:[?#/\\]|$))/i,
  image:
    /^(?:https?:|data:image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]|(?![\\/]{2})[^:?#/\\]*(?:[?#/\\]|$))/i,
  media: /^(?:https?:|(?![\\/]{2})[^:?#/\\]*(?:[?#/\\]|$))/i,
  frame: /^https:/i,
}

/** Percent-encodes what may not stand in an address (spaces, quotes, letters beyond ASCII stay readable). */
export function encodeUrl(url: string): string {
  return url.replace(/[\s"<>`{}|^]/g, character => encodeURIComponent(character))
}
