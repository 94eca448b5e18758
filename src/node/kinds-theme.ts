// A theme for Shiki whose colours are not colours: each stands for a kind of token.

import type { TokenKind } from '../core/code/tokens.ts'
import { tokenKinds } from '../core/code/tokens.ts'

/** TextMate scopes by kind. Longer scopes win over shorter ones, deeper over outer, as in any theme. */
const scopes: Readonly<Record<TokenKind, string>> = {
  comment: 'comment, punctuation.definition.comment, string.comment',
  keyword:
    'keyword, keyword.control, keyword.other, storage, storage.type, storage.modifier, variable.language, support.type.property-name.css.at, keyword.operator.expression, keyword.operator.new, keyword.operator.logical.python, keyword.operator.word, punctuation.definition.directive, entity.name.function.preprocessor',
  operator:
    'keyword.operator, punctuation.separator.statement, punctuation.accessor.optional, storage.type.function.arrow, keyword.operator.redirect, punctuation.separator.key-value.toml',
  string:
    'string, punctuation.definition.string, string.unquoted, markup.inline.raw, markup.fenced_code.block, meta.embedded.assembly',
  escape:
    'constant.character.escape, constant.other.placeholder, string.regexp, keyword.operator.regexp, constant.character.format, punctuation.section.embedded',
  number: 'constant.numeric, keyword.other.unit',
  constant:
    'constant, constant.language, constant.other, support.constant, variable.other.constant, variable.other.enummember, entity.name.constant',
  variable:
    'variable, variable.other, variable.other.normal.shell, punctuation.definition.variable, variable.other.readwrite, variable.language.special, variable.parameter.positional, source.shell variable.language',
  parameter:
    'variable.parameter, constant.other.option, string.unquoted.argument constant.other.option, meta.function.parameters variable',
  function:
    'entity.name.function, support.function, meta.function-call entity.name.function, entity.name.command, support.function.builtin, variable.function, entity.name.operator',
  type: 'entity.name.type, entity.name.class, entity.other.inherited-class, support.type, support.class, entity.name.namespace, storage.type.primitive, storage.type.java, storage.type.generic.java, storage.type.object.array.java, storage.type.numeric.go, storage.type.string.go, storage.type.boolean.go, storage.type.error.go, support.type.primitive',
  tag: 'entity.name.tag, meta.tag.sgml',
  attribute:
    'entity.other.attribute-name, meta.decorator, meta.annotation, entity.name.function.decorator, punctuation.definition.annotation, storage.type.annotation',
  property:
    'support.type.property-name, variable.other.property, variable.object.property, meta.object-literal.key, support.variable.property, entity.name.tag.yaml, variable.other.key, entity.other.attribute-name.multipart.nginx, keyword.other.definition.ini, support.type.property-name.json, punctuation.support.type.property-name, entity.name.tag.systemd, constant.other.database-name, constant.other.table-name, string.json support.type.property-name, meta.mapping.key string',
  punctuation:
    'punctuation, meta.brace, punctuation.separator, punctuation.terminator, punctuation.section, punctuation.definition.parameters, punctuation.definition.block, punctuation.definition.tag, keyword.operator.assignment.yaml, punctuation.definition.dictionary, keyword.other.interpolation, constant.character.escape.line-continuation, punctuation.separator.continuation',
  inserted: 'markup.inserted, punctuation.definition.inserted',
  deleted: 'markup.deleted, punctuation.definition.deleted',
  changed:
    'markup.changed, punctuation.definition.from-file, punctuation.definition.to-file, punctuation.definition.range, meta.diff.header, meta.diff.range, meta.separator.diff, punctuation.definition.changed',
  heading: 'markup.heading, entity.name.section, punctuation.definition.heading',
  strong: 'markup.bold, punctuation.definition.bold',
  emphasis: 'markup.italic, punctuation.definition.italic',
  link: 'markup.underline.link, string.other.link, constant.other.reference.link',
}

/** Scopes that have no colour although a shorter scope of theirs has. */
const plain =
  'string.unquoted.argument.shell, meta.argument.shell, meta.embedded, source, text, meta.template.expression, variable.other.readwrite.js.plain, string.unquoted.plain.out.yaml.none'

/** The kind that a colour of the theme stands for; absent is plain. */
export function kindOf(color: string | undefined): TokenKind | undefined {
  return color ? tokenKinds[Number.parseInt(color.slice(1), 16) - 1] : undefined
}

/** Shiki's name for the theme. */
export const kindsThemeName = 'kinds'

/** The theme, as Shiki registers it. */
export function kindsTheme() {
  return {
    name: kindsThemeName,
    type: 'light' as const,
    fg: '#000000',
    bg: '#ffffff',
    settings: [
      { settings: { foreground: '#000000', background: '#ffffff' } },
      { scope: plain.split(', '), settings: { foreground: '#000000' } },
      ...tokenKinds.map((kind, at) => ({
        scope: scopes[kind].split(', '),
        settings: { foreground: `#${(at + 1).toString(16).padStart(6, '0')}` },
      })),
    ],
  }
}
