// What a project may say of all its talks: the type of `deckhand.config.ts`.

import type { Author, DeckMeta, Scheme, Transition } from '../deck/deck.ts'
import type { RuleId } from '../deck/rules.ts'

/** What becomes of the problems of a rule. */
export type RuleSetting = 'off' | 'info' | 'warning' | 'error'

/** A person as front matter has one: a name, `Ada <ada@example.org> (https://example.org)`, or entries. */
export type AuthorEntry =
  | string
  | {
      readonly name?: string
      readonly url?: string
      readonly email?: string
      readonly [network: string]: string | undefined
    }

/** What decks are where their front matter says nothing. */
export interface Defaults {
  readonly author?: AuthorEntry | readonly AuthorEntry[]
  readonly authors?: AuthorEntry | readonly AuthorEntry[]
  /** As it is to be shown: `2026-11-20`, `November 2026`. */
  readonly date?: string
  readonly lang?: string
  readonly theme?: string
  readonly scheme?: Scheme
  readonly transition?: Transition
  readonly fit?: DeckMeta['fit'] | boolean
  readonly reveal?: DeckMeta['reveal'] | boolean
  readonly buildups?: DeckMeta['buildups'] | boolean
  readonly continuation?: DeckMeta['continuation'] | boolean
  readonly guess?: boolean
  readonly math?: boolean
  readonly agenda?: boolean
  readonly closing?: DeckMeta['closing']
  readonly progress?: boolean
  readonly controls?: boolean
  readonly slideNumber?: boolean
  readonly footer?: string
  readonly aspect?: DeckMeta['aspect']
  /** Planned length: `35min`, or minutes. */
  readonly duration?: string | number
}

/** A project's configuration. A flag and a deck's front matter stand above it. Paths are relative to its file. */
export interface Config {
  /** For editors, where the configuration is JSON. */
  readonly $schema?: string
  /** Decks and folders of decks, where the call names none. */
  readonly decks?: string | readonly string[]
  /** Where `build` writes the site, and `preview` looks for it. */
  readonly out?: string
  /** The title of the page that lists the talks. */
  readonly title?: string
  /** The language of that page, and of decks that do not say theirs. */
  readonly lang?: string
  /** The theme of decks that name none. */
  readonly theme?: string
  /** The dialect of decks that do not say theirs; without it, each is found out. */
  readonly dialect?: 'native' | 'cleaver' | 'deckset' | 'numbered-notes' | 'outline'
  /** Leaves out slides that are only for other variants. */
  readonly variant?: string
  /**
   * `trusted` publishes the HTML of decks as it is, scripts too. Only for decks as trustworthy as the site itself; no
   * deck can ask for it.
   */
  readonly html?: 'safe' | 'trusted'
  /** Lets warnings fail a call too. */
  readonly strict?: boolean
  /** How much work a deck may be, milliseconds. */
  readonly timeLimit?: number
  /** The address that `dev` and `preview` listen on; `true` is all of them. */
  readonly host?: string | true
  /** The first port that `dev` and `preview` try; 0 is any. */
  readonly port?: number
  /** Lets a port that is taken end `dev`. */
  readonly strictPort?: boolean
  /** Names other than `localhost` that `dev` and `preview` answer to: a proxy's, a container's. */
  readonly allowedHosts?: readonly string[]
  /** Lets `dev` open the browser. */
  readonly open?: boolean
  /** Lets `dev` keep the slide on screen when another one is edited. */
  readonly stay?: boolean
  /** Lets `dev` look for changes where the file system does not tell of them. */
  readonly poll?: boolean
  /** What decks are where their front matter says nothing. */
  readonly defaults?: Defaults
  /** What becomes of problems, by rule. */
  readonly rules?: Readonly<Partial<Record<RuleId, RuleSetting>>>
}

/** A configuration that is worked out. */
export type ConfigMaker = () => Config | Promise<Config>

/** A configuration once it was read: valid, and in one form. */
export interface Settings
  extends Omit<Config, '$schema' | 'decks' | 'theme' | 'lang' | 'defaults' | 'rules'> {
  readonly decks?: readonly string[]
  readonly lang?: string
  /** With `theme` and `lang`. */
  readonly defaults: Partial<Omit<DeckMeta, 'title' | 'authors'>> & { readonly authors?: readonly Author[] }
  readonly rules: Readonly<Partial<Record<RuleId, RuleSetting>>>
}

/** Gives an editor the type of a configuration, and hands it back as it is. */
export function defineConfig<Given extends Config | Promise<Config> | ConfigMaker>(config: Given): Given {
  return config
}
