// What the client says in each language it speaks; one list a language, all of the same shape.

/** Everything the client says that no author wrote. */
export interface Phrases {
  readonly present: string
  readonly read: string
  readonly contents: string
  readonly next: string
  readonly previous: string
  readonly overview: string
  readonly fullscreen: string
  readonly help: string
  readonly close: string
  readonly tools: string
  readonly copy: string
  readonly copyFailed: string
  readonly lines: (count: number) => string
  readonly commands: (count: number) => string
  readonly unknownKey: (key: string, title: string) => string
  readonly singleKeys: string
  readonly paused: string
}

export const en: Phrases = {
  present: 'Present',
  read: 'Read',
  contents: 'Contents',
  next: 'Next',
  previous: 'Back',
  overview: 'Overview',
  fullscreen: 'Full screen',
  help: 'Keys and help',
  close: 'Close',
  tools: 'Talk',
  copy: 'Copy',
  copyFailed: 'The browser does not allow copying here',
  lines: count => `${count} ${count === 1 ? 'line' : 'lines'} copied`,
  commands: count => `${count} ${count === 1 ? 'command' : 'commands'} copied`,
  unknownKey: (key, title) => `There is no slide “${key}”. This is “${title}”.`,
  singleKeys: 'Single-letter keys',
  paused: 'Paused: press B to go on',
}

export const de: Phrases = {
  present: 'Vorführen',
  read: 'Lesen',
  contents: 'Inhalt',
  next: 'Weiter',
  previous: 'Zurück',
  overview: 'Übersicht',
  fullscreen: 'Vollbild',
  help: 'Tasten und Hilfe',
  close: 'Schließen',
  tools: 'Vortrag',
  copy: 'Kopieren',
  copyFailed: 'Der Browser erlaubt hier kein Kopieren',
  lines: count => `${count} ${count === 1 ? 'Zeile' : 'Zeilen'} kopiert`,
  commands: count => `${count} ${count === 1 ? 'Befehl' : 'Befehle'} kopiert`,
  unknownKey: (key, title) => `Eine Folie „${key}“ gibt es nicht. Dies ist „${title}“.`,
  singleKeys: 'Tasten mit einem Buchstaben',
  paused: 'Pause: weiter mit B',
}

export const fr: Phrases = {
  present: 'Présenter',
  read: 'Lire',
  contents: 'Sommaire',
  next: 'Suivant',
  previous: 'Précédent',
  overview: 'Vue d’ensemble',
  fullscreen: 'Plein écran',
  help: 'Touches et aide',
  close: 'Fermer',
  tools: 'Présentation',
  copy: 'Copier',
  copyFailed: 'Le navigateur ne permet pas de copier ici',
  lines: count => (count <= 1 ? `${count} ligne copiée` : `${count} lignes copiées`),
  commands: count => (count <= 1 ? `${count} commande copiée` : `${count} commandes copiées`),
  unknownKey: (key, title) => `Il n’y a pas de diapositive « ${key} ». Voici « ${title} ».`,
  singleKeys: 'Touches à une seule lettre',
  paused: 'Pause : B pour reprendre',
}

export const es: Phrases = {
  present: 'Presentar',
  read: 'Leer',
  contents: 'Contenido',
  next: 'Siguiente',
  previous: 'Anterior',
  overview: 'Vista general',
  fullscreen: 'Pantalla completa',
  help: 'Teclas y ayuda',
  close: 'Cerrar',
  tools: 'Charla',
  copy: 'Copiar',
  copyFailed: 'El navegador no permite copiar aquí',
  lines: count => (count === 1 ? '1 línea copiada' : `${count} líneas copiadas`),
  commands: count => (count === 1 ? '1 orden copiada' : `${count} órdenes copiadas`),
  unknownKey: (key, title) => `No hay ninguna diapositiva «${key}». Esta es «${title}».`,
  singleKeys: 'Teclas de una sola letra',
  paused: 'En pausa: pulse B para seguir',
}

export const it: Phrases = {
  present: 'Presenta',
  read: 'Leggi',
  contents: 'Indice',
  next: 'Avanti',
  previous: 'Indietro',
  overview: 'Panoramica',
  fullscreen: 'Schermo intero',
  help: 'Tasti e aiuto',
  close: 'Chiudi',
  tools: 'Presentazione',
  copy: 'Copia',
  copyFailed: 'Il browser non permette di copiare qui',
  lines: count => (count === 1 ? '1 riga copiata' : `${count} righe copiate`),
  commands: count => (count === 1 ? '1 comando copiato' : `${count} comandi copiati`),
  unknownKey: (key, title) => `Non c’è nessuna diapositiva «${key}». Questa è «${title}».`,
  singleKeys: 'Tasti di una sola lettera',
  paused: 'In pausa: premere B per continuare',
}

export const pt: Phrases = {
  present: 'Apresentar',
  read: 'Ler',
  contents: 'Índice',
  next: 'Seguinte',
  previous: 'Anterior',
  overview: 'Vista geral',
  fullscreen: 'Ecrã inteiro',
  help: 'Teclas e ajuda',
  close: 'Fechar',
  tools: 'Palestra',
  copy: 'Copiar',
  copyFailed: 'O navegador não permite copiar aqui',
  lines: count => (count === 1 ? '1 linha copiada' : `${count} linhas copiadas`),
  commands: count => (count === 1 ? '1 comando copiado' : `${count} comandos copiados`),
  unknownKey: (key, title) => `Não existe nenhum slide «${key}». Este é «${title}».`,
  singleKeys: 'Teclas de uma só letra',
  paused: 'Em pausa: prima B para continuar',
}

export const nl: Phrases = {
  present: 'Presenteren',
  read: 'Lezen',
  contents: 'Inhoud',
  next: 'Volgende',
  previous: 'Terug',
  overview: 'Overzicht',
  fullscreen: 'Volledig scherm',
  help: 'Toetsen en hulp',
  close: 'Sluiten',
  tools: 'Presentatie',
  copy: 'Kopiëren',
  copyFailed: 'De browser staat kopiëren hier niet toe',
  lines: count => `${count} ${count === 1 ? 'regel' : 'regels'} gekopieerd`,
  commands: count => `${count} ${count === 1 ? 'opdracht' : 'opdrachten'} gekopieerd`,
  unknownKey: (key, title) => `Er is geen dia ‘${key}’. Dit is ‘${title}’.`,
  singleKeys: 'Toetsen met één letter',
  paused: 'Pauze: druk op B om verder te gaan',
}

export const pl: Phrases = {
  present: 'Prezentuj',
  read: 'Czytaj',
  contents: 'Spis treści',
  next: 'Dalej',
  previous: 'Wstecz',
  overview: 'Przegląd',
  fullscreen: 'Pełny ekran',
  help: 'Klawisze i pomoc',
  close: 'Zamknij',
  tools: 'Prezentacja',
  copy: 'Kopiuj',
  copyFailed: 'Przeglądarka nie pozwala tu kopiować',
  lines: count => `Skopiowane wiersze: ${count}`,
  commands: count => `Skopiowane polecenia: ${count}`,
  unknownKey: (key, title) => `Nie ma slajdu „${key}”. To jest „${title}”.`,
  singleKeys: 'Klawisze jednoliterowe',
  paused: 'Pauza: naciśnij B, aby kontynuować',
}

export const ja: Phrases = {
  present: '発表する',
  read: '読む',
  contents: '目次',
  next: '次へ',
  previous: '戻る',
  overview: '一覧',
  fullscreen: '全画面',
  help: 'キーとヘルプ',
  close: '閉じる',
  tools: '発表',
  copy: 'コピー',
  copyFailed: 'このブラウザーではコピーできません',
  lines: count => `${count}行をコピーしました`,
  commands: count => `コマンドを${count}個コピーしました`,
  unknownKey: (key, title) => `スライド「${key}」はありません。これは「${title}」です。`,
  singleKeys: '1文字のキー',
  paused: '一時停止中：Bキーで再開',
}

export const zh: Phrases = {
  present: '演示',
  read: '阅读',
  contents: '目录',
  next: '下一步',
  previous: '返回',
  overview: '总览',
  fullscreen: '全屏',
  help: '按键与帮助',
  close: '关闭',
  tools: '演讲',
  copy: '复制',
  copyFailed: '浏览器不允许在此复制',
  lines: count => `已复制 ${count} 行`,
  commands: count => `已复制 ${count} 条命令`,
  unknownKey: (key, title) => `没有名为“${key}”的幻灯片。当前是“${title}”。`,
  singleKeys: '单字母按键',
  paused: '已暂停：按 B 继续',
}
