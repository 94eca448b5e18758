// The one list of what HTML a slide may hold: elements, attributes, and the values these may have.

import type { Schema } from 'hast-util-sanitize'
import { codePlaceholder } from './code-placeholder.ts'
import { classPattern } from './section.ts'
import { urlPatterns } from './urls.ts'

const words = (list: string) => list.trim().split(/\s+/)

const number = /^\d{1,5}$/
const ownId = /^user-content-\S{1,200}$/
const language = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i
const roles = words(`img presentation none note list listitem group region separator status
  doc-subtitle doc-noteref doc-backlink doc-tip doc-pullquote`)

/**
 * What is published of a slide. Runs after every plugin; code comes in behind it.
 *
 * Addresses are checked by `links.ts` and `pictures.ts` before and once more here; ids are ours by prefix;
 * there is no `style`, no handler, no form, no foreign content (SVG, MathML), nothing that is parsed
 * otherwise than as markup but `<iframe>`, which is empty.
 */
export const schema: Schema = {
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
  clobberPrefix: '',
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    colgroup: ['table'],
    col: ['table'],
  },
  protocols: {},
  required: { input: { type: 'checkbox', disabled: true } },
  strip: words(`script style svg math object embed applet template noscript noembed noframes frameset frame
    iframe xmp plaintext title textarea select canvas portal fencedframe link meta base`),
  tagNames: [
    ...words(`a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div
      dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd li mark meter ol p picture pre
      progress q rp rt ruby s samp small source span strong sub summary sup table tbody td tfoot th thead time
      tr track u ul var video wbr`),
    codePlaceholder,
  ],
  attributes: {
    '*': [
      ['className', classPattern],
      ['id', ownId],
      ['lang', language],
      ['dir', 'ltr', 'rtl', 'auto'],
      ['role', ...roles],
      'title',
      'ariaLabel',
      ['ariaHidden', 'true', true],
      ['ariaDescribedBy', ownId],
      ['ariaLabelledBy', ownId],
      ['dataFragmentIndex', number],
      ['dataAutoplay', ''],
      ['translate', 'yes', 'no'],
      ['hidden', true],
    ],
    a: [
      ['href', urlPatterns.link],
      ['target', '_blank'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    audio: [
      ['src', urlPatterns.media],
      ['controls', true],
      ['loop', true],
      ['muted', true],
      ['preload', 'none', 'metadata', 'auto'],
    ],
    blockquote: [['cite', urlPatterns.link]],
    [codePlaceholder]: [['dataBlock', number]],
    col: [['span', number]],
    colgroup: [['span', number]],
    data: ['value'],
    del: [['cite', urlPatterns.link], 'dateTime'],
    details: [['open', true]],
    div: [
      ['dataFrom', number],
      ['dataUntil', number],
      ['dataKeep', ''],
      ['tabIndex', 0],
    ],
    iframe: [
      ['src', urlPatterns.frame],
      ['sandbox', ...words('allow-scripts allow-same-origin allow-popups allow-forms allow-presentation')],
      ['width', number],
      ['height', number],
      ['loading', 'lazy'],
      ['referrerPolicy', 'strict-origin-when-cross-origin'],
      ['allowFullScreen', true],
    ],
    img: [
      ['src', urlPatterns.image],
      'alt',
      ['width', number],
      ['height', number],
      ['decoding', 'async'],
      ['loading', 'lazy', 'eager'],
    ],
    input: [
      ['type', 'checkbox'],
      ['checked', true],
      ['disabled', true],
    ],
    ins: [['cite', urlPatterns.link], 'dateTime'],
    li: [['value', /^-?\d{1,5}$/]],
    meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
    ol: [
      ['start', /^-?\d{1,9}$/],
      ['reversed', true],
      ['type', '1', 'a', 'A', 'i', 'I'],
    ],
    pre: [['tabIndex', 0]],
    progress: ['value', 'max'],
    q: [['cite', urlPatterns.link]],
    source: [['src', urlPatterns.media], 'type'],
    td: [
      ['colSpan', number],
      ['rowSpan', number],
      ['headers', ownId],
    ],
    th: [
      ['colSpan', number],
      ['rowSpan', number],
      ['headers', ownId],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
      'abbr',
    ],
    time: ['dateTime'],
    track: [['src', urlPatterns.media], 'kind', 'label', 'srcLang', ['default', true]],
    video: [
      ['src', urlPatterns.media],
      ['poster', urlPatterns.image],
      ['width', number],
      ['height', number],
      ['controls', true],
      ['loop', true],
      ['muted', true],
      ['playsInline', true],
      ['preload', 'none', 'metadata', 'auto'],
    ],
  },
}
