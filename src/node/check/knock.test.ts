import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen } from '../serve.ts'
import { deadLinks } from './dead-links.ts'
import { knock, type Network } from './knock.ts'
import { isPublicAddress } from './private-address.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

/** A server on this machine; what it was asked is written down. */
async function serving(
  answer: RequestListener,
): Promise<{ url: string; heard: string[]; agents: Set<string> }> {
  const heard: string[] = []
  const agents = new Set<string>()
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    agents.add(`${request.headers['user-agent']} ${request.headers.cookie ?? ''}`.trim())
    answer(request, response)
  })
  servers.push(server)
  await listen(server, '127.0.0.1', 0)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, agents }
}

/** This machine stands for the whole network. */
const here: Network = {
  allows: () => true,
  isThere: () => true,
  lookup: ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as Network['lookup'],
}

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', false],
  ['64:ff9b::a9fe:a9fe', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
  ['93.184.216.34', true],
  ['172.32.0.1', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
])('%s is public: %s', (address, is) => expect(isPublicAddress(address)).toBe(is))

test('asks with HEAD, and with GET where that is not answered well', async () => {
  const { url, heard, agents } = await serving((request, response) => {
    const isLost = request.url === '/lost' || (request.url === '/get' && request.method === 'HEAD')
    response.writeHead(isLost ? 404 : 200, { 'Set-Cookie': 'a=b' }).end('x')
  })
  expect(await knock(`${url}/there`)).toEqual({ is: 'private' })
  expect(heard).toEqual([])
  expect(await knock(`${url}/there`, here)).toEqual({ is: 'alive' })
  expect(await knock(`${url}/get`, here)).toEqual({ is: 'alive' })
  expect(await knock(`${url}/lost`, here)).toEqual({ is: 'dead', why: 'status 404' })
  expect(heard).toEqual(['HEAD /there', 'HEAD /get', 'GET /get', 'HEAD /lost', 'GET /lost'])
  expect([...agents]).toEqual([expect.stringMatching(/^Deckhand\/\S+ \(link check\)$/)])
})

test.each([
  [403, 'refused'],
  [429, 'refused'],
  [410, 'dead'],
  [500, 'dead'],
] as const)('takes %s for %s', async (status, is) => {
  const { url } = await serving((_, response) => response.writeHead(status).end())
  expect(await knock(url, here)).toMatchObject({ is, why: `status ${status}` })
})

test('follows redirects, but not for ever, and not to what is no page', async () => {
  const { url } = await serving((request, response) => {
    const left = Number(request.url?.slice(1))
    const to = request.url === '/odd' ? 'file:///etc/passwd' : `/${left - 1}`
    response.writeHead(left === 0 ? 200 : 302, { Location: to }).end()
  })
  expect(await knock(`${url}/5`, here)).toEqual({ is: 'alive' })
  expect(await knock(`${url}/6`, here)).toMatchObject({ is: 'dead', why: expect.stringContaining('5 times') })
  expect(await knock(`${url}/odd`, here)).toMatchObject({ is: 'dead', why: 'it leads on to `file:`' })
})

test('never asks this machine or its network: not by address, by name, nor by a redirect', async () => {
  const { url, heard } = await serving((_, response) => response.end())
  const { port } = new URL(url)
  const outer = await serving((_, response) =>
    response.writeHead(302, { Location: `http://localhost:${port}/` }).end(),
  )
  const names: Network = { ...here, allows: isPublicAddress }
  const hosts = [
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'inside.example.com',
  ]
  for (const host of hosts) expect(await knock(`http://${host}:${port}/`, names)).toEqual({ is: 'private' })
  // Only the first address is taken for public.
  const { port: first } = new URL(outer.url)
  const once: Network = {
    lookup: ((host: string, _: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: host === 'outer.example.com' ? '127.0.0.1' : '10.0.0.1', family: 4 }])) as never,
    allows: address => address === '127.0.0.1',
    isThere: () => true,
  }
  expect(await knock(`http://outer.example.com:${first}/`, once)).toEqual({ is: 'private' })
  expect(outer.heard).toHaveLength(1)
  expect(heard).toEqual([])
})

test('asks for each address once, and says of every link that it is dead', async () => {
  const { url, heard } = await serving((request, response) =>
    response.writeHead(request.url === '/dead' ? 404 : 200).end(),
  )
  const link = (to: string) => ({ url: to, file: 'talk.md', position: undefined, raw: false })
  const links = ['/ok', '/ok#part', '/dead', '/dead'].map(path => link(`${url}${path}`))
  const more = ['#/key', 'mailto:a@b.example', 'other.md', 'https://['].map(link)
  const { problems, asked } = await deadLinks([...links, ...more], () => undefined, here)
  expect(asked).toBe(true)
  expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
    ['link-dead', `\`${url}/dead\` is dead: status 404`],
    ['link-dead', `\`${url}/dead\` is dead: status 404`],
  ])
  expect(heard.toSorted()).toEqual(['GET /dead', 'HEAD /dead', 'HEAD /ok'])
})

test('tells a machine without a network from dead links', async () => {
  const none: Network = {
    ...here,
    lookup: ((_host: string, _options: object, done: (error: object) => void) =>
      done(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }))) as never,
  }
  const links = [{ url: 'https://example.org/', file: 'talk.md', position: undefined, raw: false }]
  expect(await deadLinks(links, () => undefined, none)).toEqual({ problems: [], asked: false })
  const alone: Network = { ...here, isThere: () => false }
  expect(await deadLinks(links, () => undefined, alone)).toEqual({ problems: [], asked: false })
})
