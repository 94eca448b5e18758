// The name of a language as authors write it, and the one name the rest of the house knows it by.

import { nearest } from '../deck/nearest.ts'
import { shikiLanguages } from './shiki-languages.ts'

/** What a written name stands for. */
export interface Language {
  /** The canonical name; absent is plain text. */
  readonly name?: string
  /** False where nobody knows the name; `nearest` then is the known one that looks most like it. */
  readonly known: boolean
  readonly nearest?: string
}

/** Names of our own, and canonical names that differ from Shiki's ids. */
const ours: Readonly<Record<string, string>> = {
  console: 'console shellsession sh-session shell-session session terminal term tty doscon pycon ps1con',
  dockerfile: 'dockerfile docker containerfile',
  sh: 'sh shellscript bash shell zsh ksh ash dash rc bashrc zshrc bash-script shell-script unix',
  powershell: 'powershell ps1 pwsh ps posh psm1',
  bat: 'bat batch cmd dosbatch dos winbatch',
  yaml: 'yaml yml compose docker-compose k8s kubernetes kubectl-yaml',
  json: 'json jsonc-lite geojson webmanifest',
  javascript: 'javascript js cjs mjs node nodejs ecmascript',
  typescript: 'typescript ts cts mts deno',
  python: 'python py py3 python3 python2 gyp',
  go: 'go golang',
  make: 'make makefile mk bsdmake gnumake',
  ini: 'ini properties cfg conf dosini editorconfig npmrc',
  html: 'html htm xhtml',
  xml: 'xml svg xsd rss atom plist',
  csharp: 'csharp c# cs dotnet',
  cpp: 'cpp c++ cc cxx hpp',
  ruby: 'ruby rb rake gemfile vagrantfile podspec',
  groovy: 'groovy jenkinsfile gradle',
  markdown: 'markdown md gfm mkd',
  terraform: 'terraform tf tfvars opentofu',
  nginx: 'nginx nginxconf',
  dotenv: 'dotenv env',
  diff: 'diff patch udiff',
  sql: 'sql mysql postgres postgresql pgsql sqlite psql mariadb',
  http: 'http https',
  systemd: 'systemd unit',
  rust: 'rust rs',
  math: 'math',
  apache: 'apache apacheconf htaccess httpd',
}

/** Words that say: no language. */
const plain = new Set(
  'text txt plain plaintext plain-text none no nohighlight no-highlight output out raw ascii log-plain verbatim literal tree'.split(
    ' ',
  ),
)

const byName: ReadonlyMap<string, string> = new Map([
  ...shikiLanguages.flatMap(({ id, names }) => names.map(name => [name.toLowerCase(), id] as const)),
  ...Object.entries(ours).flatMap(([id, names]) => names.split(' ').map(name => [name, id] as const)),
])

/** Names long enough for a slip in them to be told from another name. */
const spelled = [...byName.keys()].filter(name => name.length > 1)

/** Canonical names where Shiki calls the grammar by another. */
const shikiIds: Readonly<Record<string, string>> = {
  sh: 'shellscript',
  dockerfile: 'docker',
  console: 'shellsession',
}

/**
 * Finds out what language a name stands for. Capitals do not count.
 *
 * @param written the first word of a fence, or any name an author gave
 */
export function languageOf(written: string): Language {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/^\.|^language-|^lang-/, '')
  if (word === '' || plain.has(word)) return { known: true }
  const name =
    byName.get(word) ?? byName.get(word.replace(/_/g, '-')) ?? byName.get(word.replace(/[-_\s]/g, ''))
  if (name) return { name, known: true }
  const meant = nearest(word, spelled)
  return { known: false, ...(meant ? { nearest: meant } : {}) }
}

/** The id under which Shiki has the grammar of a canonical language; absent where it has none. */
export function shikiIdOf(language: string): string | undefined {
  const id = shikiIds[language] ?? language
  return byName.has(id) && id !== 'math' ? id : undefined
}

/** Files known by their whole name. */
const fileNames: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/, 'dockerfile'],
  [/^(?:gnu)?makefile$/, 'make'],
  [/^(?:docker-)?compose(?:\..+)?\.ya?ml$/, 'yaml'],
  [/^\.env(?:\..+)?$/, 'dotenv'],
  [/^(?:jenkinsfile)$/, 'groovy'],
  [/^(?:gemfile|rakefile|vagrantfile)$/, 'ruby'],
  [/^nginx(?:\..+)?\.conf$/, 'nginx'],
  [/^(?:\.bashrc|\.zshrc|\.profile|entrypoint)$/, 'sh'],
  [/\.(?:service|socket|timer|mount|target)$/, 'systemd'],
  [/^\.(?:docker|git)ignore$/, ''],
]

/** The language of a file by its name; absent where the name does not tell. */
export function languageOfFile(path: string): string | undefined {
  const name = path.replace(/^.*\//, '').toLowerCase()
  for (const [pattern, language] of fileNames) if (pattern.test(name)) return language || undefined
  const extension = /\.([^.]+)$/.exec(name)?.[1]
  return extension ? languageOf(extension).name : undefined
}
