// What others can get from a live server: the slides, where the author lets them in, and nothing else.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Live, open, startLive } from './live.ts'
import { deck, files } from './live-deck.ts'
import { deckhand } from './site.ts'

const secret = 'SENTINEL-of-the-host'
const canary = 'CANARY-of-the-notes'
const source = 'CANARY-of-the-source'

let live: Live
test.beforeAll(async () => {
  const top = await startLive(
    {
      ...files,
      'decks/talk.md': deck
        .replace('Say hello to everybody.', canary)
        .replace('A ship is', `<!-- ${source} -->\n\nA ship is`),
      'decks/talk.notes.md': `## 3 - Cargo\n\n${canary}\n`,
      'decks/.env': secret,
      'decks/.git/config': secret,
      'decks/key.pem': secret,
      '.env': secret,
      'secret.txt': secret,
      'package.json': `{ "description": "${secret}" }`,
      'public/open.txt': 'open',
    },
    ['--host', '0.0.0.0'],
  )
  live = top
  symlinkSync(live.path('secret.txt'), live.path('public/link.txt'))
  symlinkSync(live.folder, live.path('public/folder'))
  symlinkSync(live.path('secret.txt'), live.path('decks/link.md'))
})
test.afterAll(() => live.stop())

/** Sends a request just as it is; `fetch` would tidy it up first. */
function raw(lines: readonly string[], method = 'GET'): Promise<string> {
  const { port } = new URL(live.url())
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const [path = '/', ...headers] = lines
      const own = headers.some(header => /^host:/i.test(header)) ? [] : [`Host: 127.0.0.1:${port}`]
      const close = headers.some(header => /^connection:/i.test(header)) ? [] : ['Connection: close']
      socket.write(`${[`${method} ${path} HTTP/1.1`, ...own, ...close, ...headers].join('\r\n')}\r\n\r\n`)
    })
    let answer = ''
    const timer = setTimeout(() => socket.destroy(), 1500)
    socket.on('data', data => {
      answer += data.toString('latin1')
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.on('error', reject)
  })
}
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

/** After published attacks on development servers. */
const hostile = (folder: string): string[] => [
  `/@fs${folder}/secret.txt`,
  `/@fs${folder}/secret.txt?import&raw??`,
  `/@fs${folder}/secret.txt?raw`,
  `/@fs${folder}/secret.txt?inline&import`,
  `/@fs${folder}/secret.txt?import&?inline=1.wasm?init`,
  `/@fs${folder}/secret.txt?.svg?.wasm?init`,
  `/@fs/x/x/x/decks/?/../../../../..${folder}/secret.txt?import&?raw`,
  `/@fs${folder}/#/../../../../../../..${folder}/secret.txt`,
  '/.env',
  '/.env/.',
  '/.env\\',
  '/.env?raw',
  '/.env?url',
  '/.env?inline',
  '/.env::$DATA?raw',
  '/.EnV',
  '//.env',
  '/decks/.env',
  '/decks/.git/config',
  '/.git/config',
  '/../secret.txt',
  '/../../secret.txt',
  `/../../../../../..${folder}/secret.txt`,
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%2e%2e/%2e%2e/secret.txt',
  '/talk/..%2F..%2Fsecret.txt',
  '/talk/..\\..\\secret.txt',
  '/assets/../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/node_modules/.vite/deps/../../../secret.txt',
  '/secret.txt',
  '/secret.txt?import&raw',
  '/package.json',
  '/link.txt',
  '/folder/secret.txt',
  '/decks/key.pem',
  '/open.txt/../../secret.txt',
  '/__open-in-editor?file=secret.txt',
  '/@vite/client',
  '/@id/__x00__secret.txt',
  'http://evil.example/secret.txt',
  '/%00secret.txt',
  '/secret%00.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/%',
]

test('hostile requests read nothing', async () => {
  const requests = hostile(live.folder)
  expect(requests.length).toBeGreaterThanOrEqual(39)
  for (const request of requests) {
    const answer = await raw([request])
    expect(answer, request).not.toContain(secret)
    expect([400, 403, 404], request).toContain(status(answer))
  }
  expect(await raw(['/open.txt'])).toContain('open')
})

test('no request gets a deck’s source or its notes', async () => {
  for (const path of [
    '/talk.md',
    '/decks/talk.md',
    '/talk/talk.md',
    '/talk.md?raw',
    '/decks/talk.notes.md',
  ]) {
    expect(status(await raw([path])), path).toBe(404)
  }
  for (const path of ['/', '/talk/', '/talk/index.html', '/404.html']) {
    const answer = await raw([path])
    expect(answer, path).not.toContain(canary)
    expect(answer, path).not.toContain(source)
  }
})

test('requests by foreign names, from foreign pages and by other methods are refused', async () => {
  const { port, host } = new URL(live.url())
  const refused: readonly (readonly string[])[] = [
    ['/talk/', 'Host: evil.example'],
    ['/talk/', 'Host: localhost.evil.com'],
    ['/talk/', 'Host: evil.example:80'],
    ['/talk/', 'Host: '],
    ['/talk/', 'Origin: http://evil.example'],
    ['/talk/', 'Origin: http://localhost:3000'],
    ['/talk/', 'Origin: null'],
    ['/talk/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'],
    ['/talk/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'],
  ]
  for (const lines of refused) {
    const answer = await raw(lines)
    expect([400, 403], lines.join(' ')).toContain(status(answer))
    expect(answer, lines.join(' ')).not.toContain('Harbours')
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    expect(status(await raw(['/talk/'], method)), method).toBe(405)
  }
  const fine = await raw(['/talk/', `Origin: http://${host.replace('0.0.0.0', '127.0.0.1')}`])
  expect(status(fine)).toBe(200)
  expect(fine).not.toMatch(/^access-control-/im)
  expect(fine).toMatch(/^cross-origin-resource-policy: same-origin/im)
  expect(status(await raw(['/talk/', `Host: localhost:${port}`]))).toBe(200)
  // A link from elsewhere leads here as any link does.
  const led = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']
  expect(status(await raw(['/talk/', ...led]))).toBe(200)
})

/** What a page of this role carries. */
async function tokenOf(role: 'author' | 'audience'): Promise<string> {
  const answer = await raw(['/talk/', ...(role === 'audience' ? ['X-Forwarded-For: 10.0.0.9'] : [])])
  const text = /name="deckhand-live" content="([^"]*)"/.exec(answer)?.[1] ?? ''
  const ticket = JSON.parse(text.replace(/&#x22;|&#34;/g, '"').replace(/&#x26;|&#38;/g, '&'))
  expect(ticket.role).toBe(role)
  return ticket.token
}

const handshake = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: vite-hmr',
]

test('the channel opens to its own pages only', async () => {
  const { port } = new URL(live.url())
  const own = `Origin: http://127.0.0.1:${port}`
  const author = await tokenOf('author')
  const audience = await tokenOf('audience')
  const at = (token: string): string => `/@deckhand/live?token=${token}`
  const refused: readonly (readonly string[])[] = [
    [at(author)],
    [at('wrong'), own],
    [at(''), own],
    ['/@deckhand/live', own],
    [`/?token=${author}`, own],
    ['/', own],
    [at(author), 'Origin: http://evil.example'],
    [at(author), 'Origin: null'],
    [at(author), `Origin: http://localhost:${port}`],
    [at(author), own, `Host: evil.example:${port}`],
    // The author's word from somebody else's machine.
    [at(author), own, 'X-Forwarded-For: 10.0.0.9'],
  ]
  for (const lines of refused) {
    expect(status(await raw([...lines, ...handshake])), lines.join(' ')).toBe(403)
  }
  expect(status(await raw([at(author), own, ...handshake]))).toBe(101)
  expect(status(await raw([at(audience), own, ...handshake]))).toBe(101)
})

test('the audience sees each change, and nothing that is the author’s', async ({ browser }) => {
  const context = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': '10.0.0.9' } })
  const page = await context.newPage()
  const frames: string[] = []
  page.on('websocket', socket => socket.on('framereceived', frame => frames.push(String(frame.payload))))
  await page.goto(`${live.url()}talk/`)
  await expect(page.locator('.reveal.ready')).toBeVisible()
  await expect.poll(() => frames.length).toBeGreaterThan(1)
  live.edit('decks/talk.md', text => text.replace('house that swims', 'house that sails'))
  await expect(page.locator('#ships')).toContainText('sails')
  // Whoever looks on is not led about by the author's work.
  await expect(page.locator('section.present')).toHaveId('harbours')
  await expect(page.locator('.author-bar')).toHaveCount(0)
  for (const frame of frames) {
    expect(frame).not.toContain(canary)
    expect(frame).not.toContain(source)
    expect(frame).not.toContain('"author"')
    expect(frame).not.toContain('talk.md')
  }
  await context.close()
})

test('a page from elsewhere can neither read nor embed a live talk', async ({ page }) => {
  await page.route('http://evil.example/', route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>evil</p>' }),
  )
  await page.goto('http://evil.example/')
  const tried = await page.evaluate(async url => {
    const read = await fetch(`${url}talk/`).then(
      response => response.text(),
      () => 'refused',
    )
    const socket = await new Promise<string>(resolve => {
      const one = new WebSocket(`${url.replace('http', 'ws')}@deckhand/live?token=x`, 'vite-hmr')
      one.onopen = () => resolve('open')
      one.onerror = () => resolve('refused')
    })
    return { read, socket }
  }, live.url())
  expect(tried).toEqual({ read: 'refused', socket: 'refused' })
  await page.evaluate(url => {
    const frame = document.createElement('iframe')
    frame.src = `${url}talk/`
    document.body.append(frame)
    return new Promise(resolve => frame.addEventListener('load', resolve))
  }, live.url())
  expect(page.frames().some(frame => frame.url().startsWith(live.url()))).toBe(false)
})

test('six kinds of link out of the folder are refused by dev and by build', async ({ page }) => {
  const room = await startLive({ 'decks/talk.md': '# Links\n' })
  try {
    const outside = join(room.folder, 'outside')
    mkdirSync(join(outside, 'deep'), { recursive: true })
    writeFileSync(
      join(outside, 'secret.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg"><title>${secret}</title></svg>`,
    )
    writeFileSync(join(outside, 'secret.md'), `# ${secret}\n`)
    writeFileSync(join(outside, 'secret.txt'), secret)
    const link = (to: string, at: string): void => symlinkSync(to, room.path(at))
    link(join(outside, 'secret.svg'), 'decks/picture.svg')
    link('../outside/secret.md', 'decks/part.md')
    link(join(outside, 'secret.txt'), 'decks/code.txt')
    link(outside, 'decks/folder')
    link('picture.svg', 'decks/link-to-a-link.svg')
    mkdirSync(room.path('public'))
    link(join(outside, 'secret.txt'), 'public/file.txt')
    room.write({
      'decks/talk.md': [
        '# Links',
        '![a](picture.svg)',
        '![b](folder/secret.svg)',
        '![c](link-to-a-link.svg)',
        '<<< ./code.txt',
        '-- {include=folder/secret.md}',
        '',
      ].join('\n\n'),
    })
    await open(page, `${room.url()}talk/`)
    await expect(page.getByRole('alert')).toContainText('outside')
    for (const path of ['talk/', 'part/', 'file.txt', 'folder/secret.txt', '']) {
      const response = await page.request.get(`${room.url()}${path}`)
      expect(await response.text(), path).not.toContain(secret)
    }
    const built = deckhand('build', room.path('decks'), '--out', room.path('site'))
    expect(built.status).toBe(1)
    expect(built.stderr).toMatch(/file-outside|image-outside/)
    expect(built.stdout + built.stderr).not.toContain(secret)
  } finally {
    await room.stop()
  }
})
