/** Asking an address whether a host is there, with all that may answer instead. */

import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askInfo } from '../../src/discovery/ask.ts'
import { probe } from '../../src/discovery/probe.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { room } from './parties.ts'

const open: (Server | TcpServer)[] = []
const info = {
  ...{ product: 'romp', version: '0.1.0', protocol: protocolVersion, hostId: 'host-0001', rooms: [room] },
}

async function listen(server: Server | TcpServer): Promise<number> {
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}
const serve = (answer: RequestListener) => listen(createServer(answer))
const json = (body: unknown) => serve((_request, response) => response.end(JSON.stringify(body)))
const ask = (port: number, patience = 1000) =>
  askInfo({ address: '127.0.0.1', port }, { patience, hold: true })

afterEach(() => {
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})

describe('a question', () => {
  it('brings the answer and the ping', async () => {
    const answer = await ask(await json(info))
    expect(answer).toMatchObject({ kind: 'romp', info: { hostId: 'host-0001' } })
    expect(answer.kind === 'romp' ? answer.ping : -1).toBeGreaterThan(0)
  })

  it('goes over one connection that stays, and survives its end', async () => {
    let connections = 0
    const server = createServer((_request, response) => response.end(JSON.stringify(info)))
    server.on('connection', () => connections++)
    const port = await listen(server)
    for (let i = 0; i < 5; i++) expect((await ask(port)).kind).toBe('romp')
    expect(connections).toBe(1)
    server.closeAllConnections()
    expect((await ask(port)).kind).toBe('romp')
  })

  it('counts as unanswered when the answer does not come in time, or never ends', async () => {
    const mute = await serve(() => {})
    const drip = await serve((_request, response) => {
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    })
    const began = performance.now()
    expect((await ask(mute, 200)).kind).toBe('silent')
    expect((await ask(drip, 200)).kind).toBe('silent')
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('takes no more than 64 KiB', async () => {
    const rooms = Array.from({ length: 200 }, (_, i) => ({ ...room, room: `r${i}`, name: 'x'.repeat(400) }))
    expect((await ask(await json({ ...info, rooms }))).kind).toBe('other')
    const flood = await serve((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', pour)
      response.on('error', () => {})
      pour()
    })
    expect((await ask(flood)).kind).toBe('other')
  })

  it.each([
    ['not JSON', 'hello'],
    ['JSON of something else', '{"product":"toaster"}'],
    ['a host id that is none', JSON.stringify({ ...info, hostId: '../..' })],
    ['rooms that are none', JSON.stringify({ ...info, rooms: [{ room: 7 }] })],
    ['null', 'null'],
  ])('is not satisfied with %s', async (_what, body) => {
    expect((await ask(await serve((_request, response) => response.end(body)))).kind).toBe('other')
  })

  it('follows nobody elsewhere', async () => {
    const there = await json(info)
    const port = await serve((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${there}/api/info` }).end()
    })
    expect((await ask(port)).kind).toBe('other')
  })
})

describe('an address typed by hand', () => {
  const typed = (port: number, host = '127.0.0.1') => probe({ host, port, room: null })

  it('is a host of our version', async () => {
    const value = { protocol: protocolVersion, version: '0.1.0', offers: false }
    expect(await typed(await json(info))).toEqual({ ok: true, value })
  })

  it('is a host of another version, whatever else it says, and whether it hands its own on', async () => {
    const newer = { ...info, protocol: 9, version: '9.9.9', rooms: 'elsewhere' }
    const value = { protocol: 9, version: '9.9.9', offers: false }
    expect(await typed(await json(newer))).toEqual({ ok: true, value })
    expect(await typed(await json({ ...newer, offers: true }))).toEqual({
      ok: true,
      value: { ...value, offers: true },
    })
    expect(await typed(await json({ ...newer, offers: 'what' }))).toEqual({ ok: true, value })
  })

  it('is something else', async () => {
    expect(await typed(await json({}))).toMatchObject({ ok: false, code: 'not-romp' })
    const ssh = await listen(createTcpServer((socket) => void socket.end('SSH-2.0-OpenSSH_9\r\n')))
    expect(await typed(ssh)).toMatchObject({ ok: false, code: 'not-romp' })
  })

  it('is nothing at all', async () => {
    const gone = createTcpServer()
    const port = await listen(gone)
    await new Promise((closed) => gone.close(closed))
    expect(await typed(port)).toMatchObject({ ok: false, code: 'unreachable' })
    expect(await typed(8765, 'no-such-name.invalid')).toMatchObject({ ok: false, code: 'unreachable' })
  })
})
