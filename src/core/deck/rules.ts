// Every rule by its id: how bad it is and what to do about it; docs/diagnostics.md has a section for each.

/** What is known of a rule before any case of it. */
interface Rule {
  readonly severity: 'error' | 'warning' | 'info'
  /** The way out, said with every diagnostic of the rule unless the case knows a better one. */
  readonly remedy: string
  /** What it tells of leaves nothing to show or would not be safe, so that nobody may quiet it. */
  readonly firm?: true
}

const define = <Id extends string>(all: Record<Id, Rule>): Readonly<Record<Id, Rule>> => Object.freeze(all)

export const rules = define({
  // Bytes and limits
  encoding: { severity: 'error', firm: true, remedy: 'Save the file as UTF-8.' },
  'file-missing': { severity: 'error', firm: true, remedy: 'Check the spelling of the path.' },
  'nesting-depth': { severity: 'warning', remedy: 'Nest lists and quotes less deeply.' },
  fault: {
    severity: 'error',
    firm: true,
    remedy: 'This is a fault of Deckhand’s; please report it with the deck.',
  },
  'time-limit': { severity: 'error', firm: true, remedy: 'Simplify or split the slide named here.' },
  'deck-empty': { severity: 'warning', remedy: 'Write a slide: a heading is enough.' },
  // Front matter
  'front-matter-syntax': {
    severity: 'error',
    firm: true,
    remedy: 'Write the front matter as `key: value` lines of YAML.',
  },
  'front-matter-size': { severity: 'error', firm: true, remedy: 'Keep the front matter under 64 KB.' },
  'front-matter-unclosed': { severity: 'warning', remedy: 'Close the front matter with a line `---`.' },
  'front-matter-key': { severity: 'warning', remedy: 'Remove the key or correct its spelling.' },
  'front-matter-value': { severity: 'warning', remedy: 'Use one of the values the format document names.' },
  'option-ignored': { severity: 'info', remedy: 'The option has no meaning here and can be removed.' },
  // The configuration
  'config-syntax': {
    severity: 'error',
    firm: true,
    remedy: 'Correct the file; nothing is done until it can be read.',
  },
  'config-key': { severity: 'error', firm: true, remedy: 'Remove the key or correct its spelling.' },
  'config-value': {
    severity: 'error',
    firm: true,
    remedy: 'Use one of the values that the configuration document names.',
  },
  'rule-unknown': { severity: 'warning', remedy: 'Name a rule as its problems do.' },
  // Dialects
  'dialect-unknown': { severity: 'error', remedy: 'Name one of the dialects that Deckhand reads.' },
  'dialect-tie': { severity: 'warning', remedy: 'Say which it is with `dialect:` in the front matter.' },
  // Cutting
  'separator-like': {
    severity: 'info',
    remedy: 'A separator is a line `--`, alone or with words that look like classes.',
  },
  'attribute-syntax': { severity: 'warning', remedy: 'Write attributes as `{#key .class name=value}`.' },
  'attribute-unknown': { severity: 'warning', remedy: 'Remove the attribute or correct its spelling.' },
  'attribute-value': { severity: 'warning', remedy: 'Use a value that the format document names.' },
  'fence-unclosed': {
    severity: 'warning',
    remedy: 'Close the code block with as many backticks as opened it.',
  },
  'comment-unclosed': { severity: 'warning', remedy: 'Close the comment with `-->`.' },
  'html-unclosed': { severity: 'warning', remedy: 'Close the tag.' },
  'note-like': {
    severity: 'warning',
    remedy: 'Begin speaker notes with `Note:`; anything else is shown on the slide.',
  },
  'notes-number': {
    severity: 'warning',
    remedy: 'Number each note as its slide is numbered, as in `## 12 - Title`.',
  },
  'notes-title': { severity: 'warning', remedy: 'Give the note the title of its slide.' },
  'notes-range': {
    severity: 'info',
    remedy: 'Put what is said of the other slides into notes of their own.',
  },
  'notes-unplaced': {
    severity: 'warning',
    remedy: 'Give the note the number and the title of a slide; `deckhand notes` prints it at the end.',
  },
  'slot-unknown': { severity: 'warning', remedy: 'Use `::left::` and `::right::`.' },
  'duplicate-key': { severity: 'warning', remedy: 'Give each slide a key of its own.' },
  'definition-duplicate': {
    severity: 'warning',
    remedy: 'Definitions count for the whole deck; keep one of the two.',
  },
  // Meaning
  'buildup-duplicate': { severity: 'info', remedy: 'The two slides are shown as one; remove one of them.' },
  'include-missing': { severity: 'warning', remedy: 'Check the path and the key after `#`.' },
  'include-cycle': { severity: 'warning', remedy: 'Break the circle of decks that include each other.' },
  'variant-unknown': {
    severity: 'warning',
    remedy: 'Name a variant that a slide of the deck is `only` for.',
  },
  'code-missing': { severity: 'warning', remedy: 'Check the path of the code file.' },
  'code-region': { severity: 'warning', remedy: 'Check the region or the line range after `#`.' },
  'code-language': { severity: 'warning', remedy: 'Use a language that Shiki knows, or none.' },
  'code-lines': { severity: 'warning', remedy: 'Name lines that the code has, such as `{1,3-5}`.' },
  'image-missing': { severity: 'warning', remedy: 'Check the path; it is relative to the deck.' },
  'image-remote': {
    severity: 'warning',
    remedy: 'Save the picture beside the deck, so that the talk works offline.',
  },
  'image-case': {
    severity: 'warning',
    remedy: 'Spell the path as the file is named; servers tell capitals apart.',
  },
  'image-outside': { severity: 'error', firm: true, remedy: 'Keep pictures inside the folder of the decks.' },
  'image-alt': { severity: 'info', remedy: 'Say in the brackets what the picture shows.' },
  'image-size': { severity: 'warning', remedy: 'Save the picture again in a common format.' },
  'link-broken': { severity: 'warning', remedy: 'Link to the key of a slide of this deck, as `#/key`.' },
  'layout-slots': { severity: 'warning', remedy: 'Give the layout its slots, or choose another.' },
  'step-number': { severity: 'warning', remedy: 'Number steps from 1, without gaps.' },
  'schedule-contradiction': {
    severity: 'warning',
    remedy: 'Correct one of the two times; the clock time counts.',
  },
  'math-unsupported': { severity: 'info', remedy: 'Formulas are shown as their source for now.' },
  'diagram-unsupported': {
    severity: 'info',
    remedy: 'Diagrams are shown as their source for now; use an SVG picture.',
  },
  // Before the talk
  'heading-order': { severity: 'info', remedy: 'Go down one level at a time.' },
  'planned-time': { severity: 'warning', remedy: 'Make the times of the slides add up to `duration:`.' },
  'code-dockerfile': { severity: 'warning', remedy: 'Write what Docker would build.' },
  'code-json': { severity: 'warning', remedy: 'Write JSON, or label the block `jsonc`, `json5` or `text`.' },
  'code-yaml': { severity: 'warning', remedy: 'Write YAML, or label the block `text`.' },
  'code-shell': {
    severity: 'warning',
    remedy: 'Write what a shell would run; label what was printed `console` or `text`.',
  },
  // Rendering
  'html-dropped': { severity: 'warning', remedy: 'Write it in Markdown; only safe HTML is published.' },
  'url-dropped': { severity: 'warning', remedy: 'Link by http, https, mailto or a relative path.' },
  'style-dropped': { severity: 'warning', remedy: 'Use a class; only harmless style properties are kept.' },
  'slide-overflow': {
    severity: 'info',
    remedy:
      'Split the slide or shorten it; `fit: warn` or `fit: error` in the front matter makes this count.',
  },
  // What only a browser can tell
  'text-small': {
    severity: 'warning',
    remedy: 'Say less on the slide, or split it, so that its type need not be set down.',
  },
  'text-contrast': {
    severity: 'warning',
    remedy: 'Choose a darker or lighter colour, or let a quieter background stand behind the words.',
  },
  'link-unreachable': {
    severity: 'warning',
    remedy: 'Move the link or what covers it, so that a click gets there.',
  },
  'link-dead': { severity: 'warning', remedy: 'Correct the address, or remove the link.' },
  'request-remote': {
    severity: 'warning',
    remedy: 'Save it beside the deck; where the venue has no network it will be missing.',
  },
  'browser-error': { severity: 'warning', remedy: 'Mend what the slide shows or loads there.' },
  // The site
  'slug-collision': { severity: 'error', firm: true, remedy: 'Rename one of the two decks.' },
  'out-not-ours': {
    severity: 'error',
    firm: true,
    remedy: 'Choose an empty folder, or one that an earlier build wrote.',
  },
  'theme-unknown': { severity: 'warning', remedy: 'Use a theme that is installed.' },
  'file-outside': { severity: 'error', firm: true, remedy: 'Keep the file inside the folder of the decks.' },
  'file-write': {
    severity: 'error',
    firm: true,
    remedy: 'Check that the folder can be written and the disk has room.',
  },
})

/** The id of a rule, as `outline --json` and the documentation name it. */
export type RuleId = keyof typeof rules

/** Whether a word is the id of a rule. */
export function isRule(word: string): word is RuleId {
  return Object.hasOwn(rules, word)
}

/** Whether an author may have problems of a rule left out or taken more lightly. */
export function canBeQuieted(rule: RuleId): boolean {
  return rules[rule].firm !== true
}
