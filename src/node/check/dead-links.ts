// Links to other servers that lead nowhere: each address is asked for once, a few at a time.

import { type Diagnostic, diagnostic, type WrittenLink } from '../../core/index.ts'
import { type Answer, internet, knock, type Network, noServer } from './knock.ts'

/** What was found. */
export interface DeadLinks {
  readonly problems: readonly Diagnostic[]
  /** Whether any address could be asked for; without a network none can. */
  readonly asked: boolean
}

/** Addresses that are asked for at once. */
const crew = 6

/**
 * Asks for all addresses that links lead to.
 *
 * @param links of any kind; those that stay on the site are passed over
 * @param progress is told how many of how many are done
 */
export async function deadLinks(
  links: readonly WrittenLink[],
  progress: (done: number, of: number) => void,
  network: Network = internet,
): Promise<DeadLinks> {
  if (!network.isThere()) return { problems: [], asked: false }
  const addresses = new Set(links.flatMap(link => addressOf(link) ?? []))
  const answers = new Map<string, Answer>()
  const queue = [...addresses]
  const work = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      answers.set(address, await knock(address, network))
      progress(answers.size, addresses.size)
    }
  }
  await Promise.all(Array.from({ length: crew }, work))
  if (isOffline(answers)) return { problems: [], asked: false }
  return { problems: links.flatMap(link => sayLink(link, answers.get(addressOf(link) ?? ''))), asked: true }
}

/** Three servers without one that is known: it is the network that is not there. */
const few = 3

function isOffline(answers: ReadonlyMap<string, Answer>): boolean {
  const all = [...answers.values()]
  const hosts = new Set([...answers.keys()].map(address => new URL(address).hostname))
  const unknown = (answer: Answer): boolean => answer.is === 'dead' && answer.why === noServer
  if (all.length === 0 || !all.every(answer => answer.is === 'offline' || unknown(answer))) return false
  return hosts.size >= few || !all.some(unknown)
}

/** What is asked for; a name and a password in an address are never sent. */
function addressOf({ url }: WrittenLink): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(url) || !URL.canParse(url, 'https://localhost')) return undefined
  const address = new URL(url, 'https://localhost')
  address.hash = ''
  address.username = ''
  address.password = ''
  return address.href
}

function sayLink({ url, file, position }: WrittenLink, answer: Answer | undefined): Diagnostic[] {
  if (answer?.is === 'dead')
    return [diagnostic(file, 'link-dead', `\`${url}\` is dead: ${answer.why}`, { position })]
  if (answer?.is === 'offline')
    return [diagnostic(file, 'link-dead', `\`${url}\` is dead: there is no way to it`, { position })]
  if (answer?.is !== 'refused') return []
  const message = `\`${url}\` does not answer programs (${answer.why})`
  return [
    diagnostic(file, 'link-dead', message, {
      position,
      severity: 'info',
      note: 'Open it in a browser to see whether it is there.',
    }),
  ]
}
