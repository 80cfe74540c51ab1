/** A host that hands its own file on, over real sockets. */

import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, open, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { get as httpGet, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { DownloadLimits } from '../../src/host/offers/downloads.ts'
import { findSingleFile, type SingleFile } from '../../src/host/offers/single-file.ts'
import type { RunningHost } from '../../src/host/server.ts'
import { hostInfo } from '../../src/protocol/info.ts'
import { type Offer, offerList, offerPath } from '../../src/protocol/offer.ts'
import { version } from '../../src/protocol/version.ts'
import { startTestHost } from '../support/real-host.ts'

const limits: DownloadLimits = { together: 3, ofOneAddress: 2, patience: 60_000, least: 512 * 1024 }
const MiB = 1024 * 1024
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A host that takes a file of random bytes for its own. */
async function hostWith(bytes = 2 * MiB, more: Partial<DownloadLimits> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'romp-offer-'))
  ends.push(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'the program')
  const content = randomBytes(bytes)
  await writeFile(path, content)
  const host = await startTestHost({
    singleFile: await asOwn(path),
    downloadLimits: { ...limits, ...more },
  })
  ends.push(() => host.stop())
  return { host, path, content, ...at(host) }
}

/** As the headless executable would be found. */
async function asOwn(path: string): Promise<SingleFile | null> {
  return findSingleFile({
    ...{ env: {}, platform: 'linux', execPath: path, isSingleExecutable: true },
    ...{ temporary: '', running: path, mounts: '' },
  })
}

function at(host: RunningHost) {
  const base = `http://127.0.0.1:${host.port}`
  const list = async () => offerList.parse(await (await fetch(`${base}/api/offer`)).json())
  return {
    base,
    list,
    info: async () => hostInfo.parse(await (await fetch(`${base}/api/info`)).json()),
    /** Once it is hashed. */
    async offer(): Promise<Offer> {
      for (;;) {
        const { offers, pending } = await list()
        if (offers[0]) return offers[0]
        if (!pending) throw new Error('nothing is offered')
        await new Promise((later) => setTimeout(later, 20))
      }
    },
  }
}

/** A reader that asks, and then takes nothing. */
async function stuck(host: RunningHost, path: string): Promise<Socket> {
  const socket = connect(host.port, '127.0.0.1')
  ends.push(() => socket.destroy())
  socket.on('error', () => {})
  socket.pause()
  await once(socket, 'connect')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`)
  // Its answer has begun, so that its place is taken.
  await once(socket, 'readable')
  return socket
}

function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((settle, fail) => {
    const answered = (response: IncomingMessage) => {
      response.resume()
      settle(response.statusCode ?? 0)
    }
    httpGet(url, { headers, agent: false }, answered).on('error', fail)
  })
}

describe('a host that is no single file', () => {
  it('offers nothing, and says so', async () => {
    const host = await startTestHost()
    ends.push(() => host.stop())
    const { list, info, base } = at(host)
    expect(await list()).toEqual({ product: 'romp', version, offers: [], pending: false })
    expect((await info()).offers).toBeUndefined()
    expect((await fetch(`${base}/offer/romp`)).status).toBe(404)
    expect((await fetch(`${base}/offer/`)).status).toBe(404)
  })
})

describe('OFFER-1 what is offered', () => {
  it('is named, measured and hashed; until then it is said to come', async () => {
    const { list, offer, info, content } = await hostWith()
    expect(await list()).toMatchObject({ offers: [], pending: true })
    expect((await info()).offers).toBe(true)
    const { file, ...rest } = await offer()
    expect(rest).toEqual({
      ...{ kind: 'headless', version, system: process.platform, arch: process.arch },
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(file).toMatch(/^romp-serve-\d+\.\d+\.\d+-[a-z0-9]+-[a-z0-9]+(\.exe)?$/)
    expect((await list()).pending).toBe(false)
  })
})

describe('OFFER-2 the file', () => {
  it('comes whole, as an attachment of its name and size', async () => {
    const { base, offer, content } = await hostWith()
    const { file, sha256 } = await offer()
    const answer = await fetch(base + offerPath(file))
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${file}"`,
      'content-length': String(content.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      etag: `"${sha256}"`,
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  })

  it('tells a HEAD the same, without a byte of it', async () => {
    const { base, offer, content } = await hostWith()
    const answer = await fetch(base + offerPath((await offer()).file), { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe(String(content.length))
    expect((await answer.arrayBuffer()).byteLength).toBe(0)
    // However many ask what it is, no place is taken from who wants it.
    const url = base + offerPath((await offer()).file)
    const many = await Promise.all(Array.from({ length: 8 }, () => fetch(url, { method: 'HEAD' })))
    expect(many.map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

  it('comes in parts, so that a broken download goes on where it broke', async () => {
    const { base, offer, content } = await hostWith()
    const { file, sha256 } = await offer()
    const part = (headers: Record<string, string>) => fetch(base + offerPath(file), { headers })
    const middle = await part({ range: 'bytes=1000-70999', 'if-range': `"${sha256}"` })
    expect(middle.status).toBe(206)
    expect(middle.headers.get('content-range')).toBe(`bytes 1000-70999/${content.length}`)
    expect(Buffer.from(await middle.arrayBuffer()).equals(content.subarray(1000, 71_000))).toBe(true)
    const end = await part({ range: 'bytes=-5' })
    expect(Buffer.from(await end.arrayBuffer()).equals(content.subarray(-5))).toBe(true)
    const beyond = await part({ range: `bytes=${content.length}-` })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${content.length}`)
    // The rest of another file would not fit to what is there.
    const other = await part({ range: 'bytes=1000-', 'if-range': '"another"' })
    expect(other.status).toBe(200)
    await other.body?.cancel()
    expect((await part({ 'if-none-match': `W/"${sha256}"` })).status).toBe(304)
  })

  it('is the only one: no other path under /offer/ means anything', async () => {
    const { host, offer, base } = await hostWith()
    const { file } = await offer()
    const paths = [
      `/offer/${file}x`,
      `/offer/x/../${file}`,
      `/offer//${file}`,
      `/offer/%72${file.slice(1)}`,
      '/offer/../package.json',
      '/offer/%2e%2e/package.json',
      '/offer/the%20program',
      '/offer/',
    ]
    for (const path of paths) {
      // `fetch` would straighten the path out first.
      const status = await new Promise((settle) => {
        const options = { port: host.port, host: '127.0.0.1', path, agent: false }
        httpRequest(options, (response) => settle(response.resume().statusCode)).end()
      })
      expect([path, status]).toEqual([path, 404])
    }
    expect((await fetch(base + offerPath(file), { method: 'POST' })).status).toBe(405)
  })

  it('is for nobody elsewhere: foreign pages and foreign names are refused', async () => {
    const { host, offer, base } = await hostWith()
    const path = offerPath((await offer()).file)
    const own = `127.0.0.1:${host.port}`
    for (const url of [base + path, `${base}/api/offer`]) {
      expect(await statusOf(url, { host: own, origin: 'http://evil.example' })).toBe(403)
      expect(await statusOf(url, { host: 'evil.example', origin: 'http://evil.example' })).toBe(421)
      expect(await statusOf(url, { host: own, origin: `http://${own}` })).toBe(200)
    }
  })
})

describe('OFFER-3 a file that is another one by now', () => {
  it.each([
    [
      'replaced',
      async (path: string) => {
        await writeFile(`${path}.new`, randomBytes(2 * MiB))
        await rename(`${path}.new`, path)
      },
    ],
    ['gone', (path: string) => rm(path)],
    ['cut short', (path: string) => truncate(path, 1.5 * MiB)],
  ])('%s: is offered no more, and says so to who asks for it', async (_, change) => {
    const { path, base, offer, list, info } = await hostWith()
    const { file } = await offer()
    await change(path)
    const answer = await fetch(base + offerPath(file))
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('has changed or gone')
    expect(await list()).toMatchObject({ offers: [], pending: false })
    expect((await info()).offers).toBeUndefined()
  })

  it('while it is on its way: the download breaks, and does not end as if it were whole', async () => {
    const { host, path, offer } = await hostWith(8 * MiB)
    const { file } = await offer()
    const socket = await stuck(host, offerPath(file))
    const handle = await open(path, 'r+')
    await handle.write('another', 7 * MiB)
    await handle.close()
    let bytes = 0
    socket.on('data', (chunk: Buffer) => (bytes += chunk.length))
    socket.resume()
    await once(socket, 'close')
    expect(bytes).toBeLessThan(8 * MiB)
  })
})

describe('OFFER-4 downloads', () => {
  it('are few at once; who comes too many is told when to come again, and may when one is done', async () => {
    const { host, offer, base } = await hostWith(8 * MiB)
    const url = base + offerPath((await offer()).file)
    const first = await stuck(host, new URL(url).pathname)
    await stuck(host, new URL(url).pathname)
    const third = await fetch(url)
    expect(third.status).toBe(503)
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await third.text()).toMatch(/Try again/)
    // Everyone else is served all the same.
    expect((await fetch(`${base}/api/info`)).status).toBe(200)
    first.destroy()
    const status = async () => (await fetch(url, { method: 'HEAD' })).status
    await expect.poll(status, { timeout: 30_000 }).toBe(200)
  })

  it('of a reader who takes nothing end, and its place is free again', async () => {
    const { host, offer, base } = await hostWith(8 * MiB, { ofOneAddress: 1, patience: 300 })
    const url = base + offerPath((await offer()).file)
    const socket = await stuck(host, new URL(url).pathname)
    const status = async () => (await fetch(url, { method: 'HEAD' })).status
    expect(await status()).toBe(503)
    await expect.poll(status, { timeout: 30_000 }).toBe(200)
    socket.resume()
    await once(socket, 'close')
  })

  it('do not keep a host that stops', async () => {
    const { host, offer } = await hostWith(8 * MiB)
    const socket = await stuck(host, offerPath((await offer()).file))
    await host.stop()
    socket.resume()
    await once(socket, 'close')
  })
})
