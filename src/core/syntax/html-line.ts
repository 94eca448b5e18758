// A micromark construct around htmlFlow: lines of inline tags open no HTML block, and a raw heading is one by itself.

import { htmlFlow } from 'micromark-core-commonmark'
import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types'

const inlineNames =
  'a abbr b bdi bdo big br cite code del dfn em font i img ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr'
const attribute = String.raw`\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>${'`'}]+))?`
const inlineTags = new RegExp(
  `^(?:<(?:/(?:${inlineNames.replaceAll(' ', '|')})\\s*|(?:${inlineNames.replaceAll(' ', '|')})(?:${attribute})*\\s*/?)>\\s*)+$`,
  'i',
)
const wholeHeading = /^<h([1-6])(?=[\s>])[^>]*>(?:(?!<\/?h[1-6][\s>]).)*<\/h\1\s*>\s*$/i

/** Whether a line is nothing but tags that live inside of text: `<br>`, `<img …></img>`, `<span>`. */
export function isInlineTagLine(text: string): boolean {
  return inlineTags.test(text)
}

const lineThat = (name: string, fits: (text: string) => boolean): Construct => ({
  partial: true,
  tokenize(effects, ok, nok) {
    let text = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('data')
      return inside(code)
    }
    function inside(code: Code): State | undefined {
      if (code === null || code < -2) {
        effects.exit('data')
        return fits(text) ? ok(code) : nok(code)
      }
      // Tabs come as -2 and filling blanks of -1.
      text += code > 0 ? String.fromCharCode(code) : ' '
      effects.consume(code)
      return inside
    }
  },
  name,
})

const inlineTagLine = lineThat('inlineTagLine', isInlineTagLine)
const headingLine = lineThat('headingLine', text => wholeHeading.test(text))

/** Takes the place of `htmlFlow`, which the extension turns off. */
export const htmlLine: Construct = {
  ...htmlFlow,
  name: 'htmlLine',
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const block = htmlFlow.tokenize.call(this, effects, ok, nok)
    return effects.check(headingLine, heading, effects.check(inlineTagLine, nok, block))

    function heading(code: Code): State | undefined {
      effects.enter('htmlFlow')
      effects.enter('htmlFlowData')
      return inHeading(code)
    }
    function inHeading(code: Code): State | undefined {
      if (code === null || code < -2) {
        effects.exit('htmlFlowData')
        effects.exit('htmlFlow')
        return ok(code)
      }
      effects.consume(code)
      return inHeading
    }
  },
}
