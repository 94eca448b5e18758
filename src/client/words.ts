// The words the client says, by language; English where a language is not here.

const english = {
  present: 'Present',
  read: 'Read',
  allTalks: 'All talks',
  contents: 'Contents',
  next: 'Next',
  previous: 'Back',
  overview: 'Overview',
  fullscreen: 'Full screen',
  help: 'Keys and help',
  close: 'Close',
  tools: 'Talk',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying here',
  lines: (n: number): string => `${n} ${n === 1 ? 'line' : 'lines'} copied`,
  commands: (n: number): string => `${n} ${n === 1 ? 'command' : 'commands'} copied`,
  slideOf: (n: number, all: number): string => `Slide ${n} of ${all}`,
  unknownKey: (key: string, title: string): string => `There is no slide “${key}”. This is “${title}”.`,
  singleKeys: 'Single-letter keys',
  paused: 'Paused: press B to go on',
  keys: [
    ['→ Space PgDn', 'next step or slide'],
    ['← PgUp', 'back'],
    ['↑ ↓', 'up and down in a stack'],
    ['Home End', 'first and last slide'],
    ['Esc, O', 'all slides'],
    ['F', 'full screen'],
    ['B, .', 'black screen'],
    ['R', 'read as an article'],
    ['?', 'this help'],
  ],
}

export type Words = typeof english

const german: Words = {
  present: 'Vorführen',
  read: 'Lesen',
  allTalks: 'Alle Vorträge',
  contents: 'Inhalt',
  next: 'Weiter',
  previous: 'Zurück',
  overview: 'Übersicht',
  fullscreen: 'Vollbild',
  help: 'Tasten und Hilfe',
  close: 'Schließen',
  tools: 'Vortrag',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Der Browser erlaubt hier kein Kopieren',
  lines: n => `${n} ${n === 1 ? 'Zeile' : 'Zeilen'} kopiert`,
  commands: n => `${n} ${n === 1 ? 'Befehl' : 'Befehle'} kopiert`,
  slideOf: (n, all) => `Folie ${n} von ${all}`,
  unknownKey: (key, title) => `Eine Folie „${key}“ gibt es nicht. Dies ist „${title}“.`,
  singleKeys: 'Tasten mit einem Buchstaben',
  paused: 'Pause: weiter mit B',
  keys: [
    ['→ Leer Bild↓', 'nächster Schritt oder nächste Folie'],
    ['← Bild↑', 'zurück'],
    ['↑ ↓', 'im Stapel auf und ab'],
    ['Pos1 Ende', 'erste und letzte Folie'],
    ['Esc, O', 'alle Folien'],
    ['F', 'Vollbild'],
    ['B, .', 'schwarzer Schirm'],
    ['R', 'als Text lesen'],
    ['?', 'diese Hilfe'],
  ],
}

/**
 * The words for a page.
 *
 * @param lang the page's language, a BCP 47 tag
 */
export function wordsFor(lang: string): Words {
  return lang.toLowerCase().split('-')[0] === 'de' ? german : english
}
