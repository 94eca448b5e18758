// Says in an author's words what the YAML parser says in its own.

/**
 * @param code of the parser's error
 * @param message the parser's own
 * @param text what was parsed, and where in it the error is
 */
export function explainYaml(
  code: string,
  message: string,
  text: string,
  at: number,
): { message: string; note?: string } {
  const quotes = 'Put the value in quotes.'
  const sign = text.charAt(at)
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'A tab indents the line; YAML takes blanks only', note: 'Indent with two blanks.' }
    case 'BAD_SCALAR_START':
      return {
        message: `A value cannot begin with ${sign === '`' ? 'a backtick' : `\`${sign}\``}`,
        note: quotes,
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: 'A value holds a colon and a blank, which makes it a key', note: quotes }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return {
        message: 'The line is no `key: value`',
        note: 'Indent what continues the line above, or remove it.',
      }
    case 'BAD_ALIAS':
      return { message: 'A value that begins with `*` or `&` refers to another', note: quotes }
    case 'MULTIPLE_DOCS':
      return { message: 'A second document begins', note: 'Remove the line that separates them.' }
    default:
      if (/^Missing closing ["']/.test(message)) return { message: 'A quote is not closed' }
      if (/^Flow .* must be|^Expected flow/.test(message)) return { message: 'A bracket is not closed' }
      // The parser's own words, without the place it adds.
      return {
        message: message.replace(/\s*\n[\s\S]*$/, '').replace(/\.+$/, ''),
      }
  }
}
