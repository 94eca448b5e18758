import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, serve } from './serve.ts'

let top = ''
let serving: Serving
let port = 0

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'deckhand-'))
  const site = join(top, 'site')
  mkdirSync(join(site, 'talk'), { recursive: true })
  mkdirSync(join(site, '.git'))
  writeFileSync(join(top, 'secret.txt'), 'SENTINEL')
  writeFileSync(join(site, '.git', 'config'), 'SENTINEL')
  writeFileSync(join(site, '.deckhand.json'), 'SENTINEL')
  writeFileSync(join(site, 'index.html'), '<h1>Talks</h1>')
  writeFileSync(join(site, 'talk', 'index.html'), '<h1>Talk</h1>')
  writeFileSync(join(site, 'a b.svg'), '<svg/>')
  writeFileSync(join(site, 'digits.txt'), '0123456789')
  symlinkSync(join(top, 'secret.txt'), join(site, 'link.txt'))
  serving = await serve(site, { host: '127.0.0.1', port: 0 })
  port = Number(new URL(serving.url).port)
})
afterAll(async () => {
  await serving.close()
  rmSync(top, { recursive: true })
})

/** Sends a path as it is; `fetch` would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; type: string; body: string; location: string }>((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers }, response => {
      let body = ''
      response.on('data', part => {
        body += part
      })
      response.on('end', () => {
        const { 'content-type': type = '', location = '' } = response.headers
        resolve({ status: response.statusCode ?? 0, type, body, location })
      })
    })
    asking.on('error', reject).end()
  })
}

describe('serve', () => {
  it('serves pages and files with their types', async () => {
    expect(await get('/')).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<h1>Talks</h1>',
    })
    expect(await get('/talk/?view=read')).toMatchObject({ status: 200, body: '<h1>Talk</h1>' })
    expect(await get('/a%20b.svg')).toMatchObject({ status: 200, type: 'image/svg+xml; charset=utf-8' })
    expect(await get('/digits.txt', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it('leads a folder to its slash, and never to another host', async () => {
    expect(await get('/talk?a=b')).toMatchObject({ status: 301, location: '/talk/?a=b' })
    expect(await get('//talk')).toMatchObject({ status: 301, location: '/talk/' })
    expect((await get('//evil.example/%2e%2e')).status).toBe(404)
  })

  it('has a page for what is not there', async () => {
    expect(await get('/nowhere')).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' })
    expect((await get('/%')).status).toBe(404)
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/talk/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/link.txt',
    '/.git/config',
    '/.deckhand.json',
    '/.git%2fconfig',
    '/%00',
    '/talk/%00/../../secret.txt',
  ])('gives nothing away for %s', async path => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('SENTINEL')
  })

  it('answers to localhost and addresses, not to names that somebody else owns', async () => {
    const status = async (host: string) => (await get('/', { host })).status
    for (const host of ['localhost', `localhost:${port}`, '127.0.0.1:1', '[::1]:80'])
      expect(await status(host)).toBe(200)
    for (const host of ['evil.example', 'localhost.evil.example', `evil.example:${port}`]) {
      expect(await status(host)).toBe(403)
    }
  })

  it('sends parts of a file', async () => {
    const part = async (range: string) => get('/digits.txt', { range })
    expect(await part('bytes=2-4')).toMatchObject({ status: 206, body: '234' })
    expect(await part('bytes=7-')).toMatchObject({ status: 206, body: '789' })
    expect(await part('bytes=-2')).toMatchObject({ status: 206, body: '89' })
    expect(await part('bytes=10-')).toMatchObject({ status: 416 })
    expect(await part('bytes=4-2')).toMatchObject({ status: 200, body: '0123456789' })
    expect(await part('bytes=0-1,3-4')).toMatchObject({ status: 200 })
  })

  it('outlives a caller that hangs up', async () => {
    await new Promise<void>(resolve => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n')
        socket.resetAndDestroy()
        socket.on('close', () => resolve())
      })
    })
    expect((await get('/')).status).toBe(200)
  })

  it('takes the next port where one is taken', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const taken = (other.address() as AddressInfo).port
    const second = await serve(join(top, 'site'), { host: '127.0.0.1', port: taken })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken)
    await second.close()
    await new Promise(resolve => other.close(resolve))
  })
})
