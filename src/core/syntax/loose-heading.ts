// A micromark construct: `####docker run` is a heading in a deck, though CommonMark wants a blank behind the hashes.

import { headingAtx } from 'micromark-core-commonmark'
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types'

const hash = 35
const bracket = 91
const isEnd = (code: Code): boolean => code === null || code < -2
const isBlank = (code: Code): boolean => code === 32 || code === -1 || code === -2
// What may follow two hashes or more: `##+begin`, `##!`, `##|`, `##---`, `##:` are something else.
const opensText = (code: Code): boolean =>
  code !== null && code > 32 && !'#+|!=-/:;,)]}>~%^\\'.includes(String.fromCharCode(code))

/** Tried before `headingAtx`; declines where a blank follows the hashes, so that CommonMark's own rules hold there. */
export const looseHeading: Construct = {
  name: 'looseHeading',
  tokenize: ((effects, ok, nok) => {
    let size = 0
    let fit = ''

    return start

    function start(code: Code): State | undefined {
      effects.enter('atxHeading')
      effects.enter('atxHeadingSequence')
      return hashes(code)
    }

    function hashes(code: Code): State | undefined {
      if (code === hash && size < 6) {
        size += 1
        effects.consume(code)
        return hashes
      }
      effects.exit('atxHeadingSequence')
      if (size === 1 ? code !== bracket : !opensText(code)) return nok(code)
      effects.enter('atxHeadingText')
      // One hash opens a heading only before `[fit]`: `#hi` is a tag, `#+begin_src` is Org.
      return size === 1 ? fitWord(code) : text(code)
    }

    function fitWord(code: Code): State | undefined {
      if (isEnd(code)) return nok(code)
      fit += String.fromCharCode(code ?? 0).toLowerCase()
      if (!'[fit]'.startsWith(fit)) return nok(code)
      effects.consume(code)
      return fit === '[fit]' ? text : fitWord
    }

    function text(code: Code): State | undefined {
      if (isEnd(code) || isBlank(code) || code === hash) {
        effects.exit('atxHeadingText')
        return between(code)
      }
      effects.consume(code)
      return text
    }

    function between(code: Code): State | undefined {
      if (isEnd(code)) {
        effects.exit('atxHeading')
        return ok(code)
      }
      if (code === hash) {
        effects.enter('atxHeadingSequence')
        return sequence(code)
      }
      if (isBlank(code)) {
        effects.enter('whitespace')
        return whitespace(code)
      }
      effects.enter('atxHeadingText')
      return text(code)
    }

    function sequence(code: Code): State | undefined {
      if (code === hash) {
        effects.consume(code)
        return sequence
      }
      effects.exit('atxHeadingSequence')
      return between(code)
    }

    function whitespace(code: Code): State | undefined {
      if (isBlank(code)) {
        effects.consume(code)
        return whitespace
      }
      effects.exit('whitespace')
      return between(code)
    }
  }) satisfies Tokenizer,
  ...(headingAtx.resolve ? { resolve: headingAtx.resolve } : {}),
}
