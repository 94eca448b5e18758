// What the agenda says that no author wrote, by language.

interface AgendaWords {
  readonly agenda: string
  readonly time: string
  readonly part: string
  readonly length: string
  readonly minutes: (count: number) => string
}

const words = (agenda: string, time: string, part: string, length: string, unit = ' min'): AgendaWords => ({
  agenda,
  time,
  part,
  length,
  minutes: count => `${count}${unit}`,
})

const en = words('Agenda', 'Time', 'Part', 'Length')

const byLanguage: Readonly<Record<string, AgendaWords>> = {
  en,
  de: words('Ablauf', 'Zeit', 'Teil', 'Dauer', ' Min.'),
  fr: words('Programme', 'Heure', 'Partie', 'Durée'),
  es: words('Agenda', 'Hora', 'Parte', 'Duración'),
  it: words('Programma', 'Ora', 'Parte', 'Durata'),
  pt: words('Agenda', 'Hora', 'Parte', 'Duração'),
  nl: words('Agenda', 'Tijd', 'Onderdeel', 'Duur'),
  pl: words('Plan', 'Godzina', 'Część', 'Czas'),
  ja: words('予定', '時刻', '内容', '時間', '分'),
  zh: words('日程', '时间', '内容', '时长', ' 分钟'),
}

/** The words of a language; English where it has none. */
export function wordsOfAgenda(lang: string): AgendaWords {
  const primary = lang.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(byLanguage, primary) ? (byLanguage[primary] ?? en) : en
}
