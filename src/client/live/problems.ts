// The problems of a deck on its page: what broke it lies over the slides, the rest is a list that opens.

import type { LiveNews, LivePlace, LiveProblem } from '../../core/site/live.ts'

/** Shows problems. */
export interface Problems {
  readonly show: (author: NonNullable<LiveNews['author']>) => void
  readonly toggleList: () => void
}

/** @param open opens a place in the editor */
export function createProblems(open: (place: LivePlace) => void): Problems {
  const overlay = panel('author-overlay', 'alert')
  const list = panel('author-list', 'region')
  list.setAttribute('aria-label', 'Problems')
  document.body.append(overlay, list)
  document.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape' || list.hidden) return
      list.hidden = true
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )

  function write(into: HTMLElement, title: string, problems: readonly LiveProblem[]): void {
    const head = document.createElement('p')
    head.className = 'author-head'
    head.textContent = title
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'author-close'
    close.textContent = 'Hide'
    close.addEventListener('click', () => {
      into.hidden = true
    })
    head.append(close)
    into.replaceChildren(head, ...problems.map(problem => entry(problem, open)))
  }

  return {
    show({ file, problems, broken, head }) {
      const errors = problems.filter(({ severity }) => severity === 'error')
      if (broken)
        write(overlay, head ?? `${file} cannot be shown as it is; these are its last good slides.`, errors)
      else overlay.replaceChildren()
      overlay.hidden = !broken
      write(list, countOf(problems), problems)
      if (problems.length === 0) list.hidden = true
    },
    toggleList() {
      list.hidden = !list.hidden
    },
  }
}

/** How many problems there are, and remarks. */
export function countOf(problems: readonly LiveProblem[]): string {
  const remarks = problems.filter(({ severity }) => severity === 'info').length
  const rest = problems.length - remarks
  return [
    rest > 0 ? `${rest} ${rest === 1 ? 'problem' : 'problems'}` : '',
    remarks > 0 ? `${remarks} ${remarks === 1 ? 'remark' : 'remarks'}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function panel(name: string, role: string): HTMLElement {
  const element = document.createElement('section')
  element.className = name
  element.setAttribute('role', role)
  element.hidden = true
  return element
}

function entry(problem: LiveProblem, open: (place: LivePlace) => void): HTMLElement {
  const { file, line, column, severity, rule, message, note, frame } = problem
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'author-problem'
  button.dataset.severity = severity
  button.title = 'Open in the editor'
  const add = (name: string, text: string): void => {
    if (text === '') return
    const span = document.createElement('span')
    span.className = name
    span.textContent = text
    button.append(span)
  }
  add('author-place', line === null ? file : `${file}:${line}:${column ?? 1}`)
  add('author-rule', `${severity} ${rule}`)
  add('author-message', message)
  add('author-frame', frame.replace(/\n$/, ''))
  add('author-note', note ?? '')
  button.addEventListener('click', () => open({ file, line: line ?? 1, column: column ?? 1 }))
  return button
}
