// What the pages say in each language they speak; one list a language, all of the same shape.

import type { Callout } from '../deck/nodes.ts'

/** Everything the pages say that no author wrote. */
export interface Words {
  readonly skip: string
  readonly allTalks: string
  readonly talks: string
  readonly noTalks: string
  readonly minutes: (count: number) => string
  readonly slides: (count: number) => string
  /** Of a slide that is one of several for a long part. */
  readonly partOf: (number: number, of: number) => string
  readonly footnotes: string
  readonly backToReference: (name: string) => string
  readonly callouts: Readonly<Record<Callout['kind'], string>>
  readonly table: string
  readonly embedded: string
  readonly pictureMissing: string
  readonly done: string
  readonly toDo: string
  readonly notFound: string
  readonly notFoundText: string
}

export const en: Words = {
  skip: 'Skip to the slides',
  allTalks: 'All talks',
  talks: 'Talks',
  noTalks: 'No talk has been published here yet.',
  minutes: count => `${count} min`,
  slides: count => (count === 1 ? '1 slide' : `${count} slides`),
  partOf: (number, of) => `part ${number} of ${of}`,
  footnotes: 'Footnotes',
  backToReference: name => `Back to reference ${name}`,
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  table: 'Table',
  embedded: 'Embedded page',
  pictureMissing: 'picture missing',
  done: 'Done',
  toDo: 'To do',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address.',
}

export const de: Words = {
  skip: 'Zu den Folien springen',
  allTalks: 'Alle Vorträge',
  talks: 'Vorträge',
  noTalks: 'Hier ist noch kein Vortrag veröffentlicht.',
  minutes: count => `${count} Min.`,
  slides: count => (count === 1 ? '1 Folie' : `${count} Folien`),
  partOf: (number, of) => `Teil ${number} von ${of}`,
  footnotes: 'Fußnoten',
  backToReference: name => `Zurück zum Verweis ${name}`,
  callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  table: 'Tabelle',
  embedded: 'Eingebettete Seite',
  pictureMissing: 'Bild fehlt',
  done: 'Erledigt',
  toDo: 'Offen',
  notFound: 'Seite nicht gefunden',
  notFoundText: 'Unter dieser Adresse gibt es keine Seite.',
}

export const fr: Words = {
  skip: 'Aller aux diapositives',
  allTalks: 'Toutes les présentations',
  talks: 'Présentations',
  noTalks: 'Aucune présentation n’est encore publiée ici.',
  minutes: count => `${count} min`,
  slides: count => (count <= 1 ? `${count} diapositive` : `${count} diapositives`),
  partOf: (number, of) => `partie ${number} sur ${of}`,
  footnotes: 'Notes de bas de page',
  backToReference: name => `Retour à l’appel de note ${name}`,
  callouts: {
    note: 'Remarque',
    tip: 'Astuce',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
  },
  table: 'Tableau',
  embedded: 'Page intégrée',
  pictureMissing: 'image manquante',
  done: 'Fait',
  toDo: 'À faire',
  notFound: 'Page introuvable',
  notFoundText: 'Il n’y a pas de page à cette adresse.',
}

export const es: Words = {
  skip: 'Ir a las diapositivas',
  allTalks: 'Todas las charlas',
  talks: 'Charlas',
  noTalks: 'Aquí aún no se ha publicado ninguna charla.',
  minutes: count => `${count} min`,
  slides: count => (count === 1 ? '1 diapositiva' : `${count} diapositivas`),
  partOf: (number, of) => `parte ${number} de ${of}`,
  footnotes: 'Notas al pie',
  backToReference: name => `Volver a la referencia ${name}`,
  callouts: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
  },
  table: 'Tabla',
  embedded: 'Página incrustada',
  pictureMissing: 'falta la imagen',
  done: 'Hecho',
  toDo: 'Pendiente',
  notFound: 'Página no encontrada',
  notFoundText: 'No hay ninguna página en esta dirección.',
}

export const it: Words = {
  skip: 'Vai alle diapositive',
  allTalks: 'Tutte le presentazioni',
  talks: 'Presentazioni',
  noTalks: 'Qui non è ancora pubblicata alcuna presentazione.',
  minutes: count => `${count} min`,
  slides: count => (count === 1 ? '1 diapositiva' : `${count} diapositive`),
  partOf: (number, of) => `parte ${number} di ${of}`,
  footnotes: 'Note a piè di pagina',
  backToReference: name => `Torna al riferimento ${name}`,
  callouts: {
    note: 'Nota',
    tip: 'Suggerimento',
    important: 'Importante',
    warning: 'Avvertenza',
    caution: 'Attenzione',
  },
  table: 'Tabella',
  embedded: 'Pagina incorporata',
  pictureMissing: 'immagine mancante',
  done: 'Fatto',
  toDo: 'Da fare',
  notFound: 'Pagina non trovata',
  notFoundText: 'A questo indirizzo non c’è alcuna pagina.',
}

export const pt: Words = {
  skip: 'Ir para os slides',
  allTalks: 'Todas as palestras',
  talks: 'Palestras',
  noTalks: 'Ainda não há palestras publicadas aqui.',
  minutes: count => `${count} min`,
  slides: count => (count === 1 ? '1 slide' : `${count} slides`),
  partOf: (number, of) => `parte ${number} de ${of}`,
  footnotes: 'Notas de rodapé',
  backToReference: name => `Voltar à referência ${name}`,
  callouts: { note: 'Nota', tip: 'Dica', important: 'Importante', warning: 'Aviso', caution: 'Cuidado' },
  table: 'Tabela',
  embedded: 'Página incorporada',
  pictureMissing: 'imagem em falta',
  done: 'Feito',
  toDo: 'Por fazer',
  notFound: 'Página não encontrada',
  notFoundText: 'Não existe nenhuma página neste endereço.',
}

export const nl: Words = {
  skip: 'Naar de dia’s',
  allTalks: 'Alle presentaties',
  talks: 'Presentaties',
  noTalks: 'Hier is nog geen presentatie gepubliceerd.',
  minutes: count => `${count} min.`,
  slides: count => (count === 1 ? '1 dia' : `${count} dia’s`),
  partOf: (number, of) => `deel ${number} van ${of}`,
  footnotes: 'Voetnoten',
  backToReference: name => `Terug naar verwijzing ${name}`,
  callouts: {
    note: 'Opmerking',
    tip: 'Tip',
    important: 'Belangrijk',
    warning: 'Waarschuwing',
    caution: 'Let op',
  },
  table: 'Tabel',
  embedded: 'Ingesloten pagina',
  pictureMissing: 'afbeelding ontbreekt',
  done: 'Gedaan',
  toDo: 'Te doen',
  notFound: 'Pagina niet gevonden',
  notFoundText: 'Op dit adres is geen pagina.',
}

export const pl: Words = {
  skip: 'Przejdź do slajdów',
  allTalks: 'Wszystkie prezentacje',
  talks: 'Prezentacje',
  noTalks: 'Nie opublikowano tu jeszcze żadnej prezentacji.',
  minutes: count => `${count} min`,
  slides: count => `Slajdy: ${count}`,
  partOf: (number, of) => `część ${number} z ${of}`,
  footnotes: 'Przypisy',
  backToReference: name => `Wróć do odsyłacza ${name}`,
  callouts: {
    note: 'Uwaga',
    tip: 'Wskazówka',
    important: 'Ważne',
    warning: 'Ostrzeżenie',
    caution: 'Przestroga',
  },
  table: 'Tabela',
  embedded: 'Osadzona strona',
  pictureMissing: 'brak obrazu',
  done: 'Zrobione',
  toDo: 'Do zrobienia',
  notFound: 'Nie znaleziono strony',
  notFoundText: 'Pod tym adresem nie ma strony.',
}

export const ja: Words = {
  skip: 'スライドへ移動',
  allTalks: 'すべての発表',
  talks: '発表',
  noTalks: '公開された発表はまだありません。',
  minutes: count => `${count}分`,
  slides: count => `スライド${count}枚`,
  partOf: (number, of) => `${of}の${number}`,
  footnotes: '脚注',
  backToReference: name => `参照${name}に戻る`,
  callouts: { note: 'メモ', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
  table: '表',
  embedded: '埋め込みページ',
  pictureMissing: '画像がありません',
  done: '完了',
  toDo: '未完了',
  notFound: 'ページが見つかりません',
  notFoundText: 'このアドレスにページはありません。',
}

export const zh: Words = {
  skip: '跳到幻灯片',
  allTalks: '全部演讲',
  talks: '演讲',
  noTalks: '这里尚未发布演讲。',
  minutes: count => `${count} 分钟`,
  slides: count => `${count} 张幻灯片`,
  partOf: (number, of) => `第 ${number} 部分，共 ${of} 部分`,
  footnotes: '脚注',
  backToReference: name => `返回引用 ${name}`,
  callouts: { note: '注意', tip: '提示', important: '重要', warning: '警告', caution: '小心' },
  table: '表格',
  embedded: '嵌入页面',
  pictureMissing: '图片缺失',
  done: '已完成',
  toDo: '待办',
  notFound: '找不到页面',
  notFoundText: '此地址没有页面。',
}
