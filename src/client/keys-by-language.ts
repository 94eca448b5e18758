// What the help says of the keys, in each language the client speaks.

/** The keys of the talk in one language. */
export interface KeyWords {
  /** What stands on the keys for space, page down, page up, home and end. */
  readonly caps: readonly [string, string, string, string, string]
  /** What the keys do, in the order of the help. */
  readonly meanings: readonly [string, string, string, string, string, string, string, string, string]
}

const international = ['PgDn', 'PgUp', 'Home', 'End'] as const

export const en: KeyWords = {
  caps: ['Space', ...international],
  meanings: [
    'next step or slide',
    'back',
    'up and down in a stack',
    'first and last slide',
    'all slides',
    'full screen',
    'black screen',
    'read as an article',
    'this help',
  ],
}

export const de: KeyWords = {
  caps: ['Leer', 'Bild↓', 'Bild↑', 'Pos1', 'Ende'],
  meanings: [
    'nächster Schritt oder nächste Folie',
    'zurück',
    'im Stapel auf und ab',
    'erste und letzte Folie',
    'alle Folien',
    'Vollbild',
    'schwarzer Schirm',
    'als Text lesen',
    'diese Hilfe',
  ],
}

export const fr: KeyWords = {
  caps: ['Espace', 'Page↓', 'Page↑', 'Début', 'Fin'],
  meanings: [
    'étape ou diapositive suivante',
    'retour',
    'monter et descendre dans une pile',
    'première et dernière diapositive',
    'toutes les diapositives',
    'plein écran',
    'écran noir',
    'lire comme un article',
    'cette aide',
  ],
}

export const es: KeyWords = {
  caps: ['Espacio', 'AvPág', 'RePág', 'Inicio', 'Fin'],
  meanings: [
    'paso o diapositiva siguiente',
    'atrás',
    'subir y bajar en una pila',
    'primera y última diapositiva',
    'todas las diapositivas',
    'pantalla completa',
    'pantalla en negro',
    'leer como artículo',
    'esta ayuda',
  ],
}

export const it: KeyWords = {
  caps: ['Spazio', 'Pag↓', 'Pag↑', 'Inizio', 'Fine'],
  meanings: [
    'passo o diapositiva successiva',
    'indietro',
    'su e giù in una pila',
    'prima e ultima diapositiva',
    'tutte le diapositive',
    'schermo intero',
    'schermo nero',
    'leggi come articolo',
    'questo aiuto',
  ],
}

export const pt: KeyWords = {
  caps: ['Espaço', ...international],
  meanings: [
    'passo ou slide seguinte',
    'voltar',
    'subir e descer numa pilha',
    'primeiro e último slide',
    'todos os slides',
    'ecrã inteiro',
    'ecrã preto',
    'ler como artigo',
    'esta ajuda',
  ],
}

export const nl: KeyWords = {
  caps: ['Spatie', ...international],
  meanings: [
    'volgende stap of dia',
    'terug',
    'omhoog en omlaag in een stapel',
    'eerste en laatste dia',
    'alle dia’s',
    'volledig scherm',
    'zwart scherm',
    'lezen als artikel',
    'deze hulp',
  ],
}

export const pl: KeyWords = {
  caps: ['Spacja', ...international],
  meanings: [
    'następny krok lub slajd',
    'wstecz',
    'w górę i w dół w stosie',
    'pierwszy i ostatni slajd',
    'wszystkie slajdy',
    'pełny ekran',
    'czarny ekran',
    'czytaj jako artykuł',
    'ta pomoc',
  ],
}

export const ja: KeyWords = {
  caps: ['スペース', ...international],
  meanings: [
    '次のステップまたはスライド',
    '戻る',
    '重なりの中を上下に移動',
    '最初と最後のスライド',
    'すべてのスライド',
    '全画面',
    '黒い画面',
    '記事として読む',
    'このヘルプ',
  ],
}

export const zh: KeyWords = {
  caps: ['空格', ...international],
  meanings: [
    '下一步或下一张幻灯片',
    '返回',
    '在一叠中上下移动',
    '第一张和最后一张幻灯片',
    '所有幻灯片',
    '全屏',
    '黑屏',
    '作为文章阅读',
    '本帮助',
  ],
}
