/** What strangers send to a real host: each is told why it ends, and nobody else notices. */

import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { RawSocket, startTestHost } from '../support/real-host.ts'

let host: RunningHost
let witness: RawSocket

beforeEach(async () => {
  host = await startTestHost()
  witness = new RawSocket(host.port)
  await witness.join({ name: 'Witness', token: 'witness-0000000000000' })
})

afterEach(() => host.stop())

const metrics = async () => (await fetch(`http://127.0.0.1:${host.port}/metrics`)).text()

async function undisturbed() {
  const before = witness.frames
  await witness.until(() => witness.frames > before + 3)
  expect(witness.socket.readyState).toBe(witness.socket.OPEN)
}

describe('MSG-3 a bad frame ends that session with its reason, is counted, and disturbs nobody else', () => {
  const random = randomStream(4)
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const cases: [string, string | Uint8Array, string][] = [
    ['text that is not JSON', '{"type":', 'bad-json'],
    ['JSON that is no envelope', '[1,2,3]', 'bad-message'],
    ['an unknown type', '{"type":"teleport","content":{}}', 'bad-message'],
    ['a type from the prototype', '{"type":"constructor","content":{}}', 'bad-message'],
    ['a field out of range', '{"type":"bots","content":{"count":-1}}', 'bad-message'],
    ['a field of another type', '{"type":"say","content":{"text":7}}', 'bad-message'],
    [
      'a second join',
      JSON.stringify({
        type: 'join',
        content: { name: 'X', colour: 'sky', shape: 'star', token: 'x'.repeat(20), as: 'player' },
      }),
      'out-of-turn',
    ],
    ['an empty frame', new Uint8Array(0), 'bad-frame'],
    ['an unknown kind of frame', Uint8Array.of(77, 1, 2, 3), 'bad-frame'],
    ['a truncated input', Uint8Array.of(1, 0, 0, 0), 'bad-frame'],
    ['an input with bytes too many', Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0), 'bad-frame'],
    ['an input out of range', Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0xff, 0xff), 'bad-frame'],
    ['an input from the far future', Uint8Array.of(1, 0, 0x7f, 0, 0, 0, 0, 0x84, 0x00), 'bad-frame'],
    ['random bytes', noise(300), 'bad-frame'],
    ['64 KiB', new Uint8Array(64 * 1024), 'too-big'],
    ['a megabyte of text', 'x'.repeat(1024 * 1024), 'too-big'],
  ]

  it.each(cases)('%s', async (_name, frame, reason) => {
    const stranger = new RawSocket(host.port)
    await stranger.join()
    stranger.socket.send(frame)
    expect(await stranger.ended()).toBe(reason)
    expect(await metrics()).toContain(`romp_refusals_total{reason="${reason}"} 1`)
    await undisturbed()
  })

  it('bytes that break WebSocket itself', async () => {
    for (const breach of [
      Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]),
      Buffer.from([0xff, 0xff, 0xff, 0xff]),
    ]) {
      const stranger = new RawSocket(host.port)
      await stranger.join()
      ;(stranger.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(breach)
      await stranger.ended()
      await witness.until(() => witness.messages.some(({ type }) => type === 'left'))
    }
    expect(await metrics()).toContain('romp_refusals_total{reason="bad-frame"} 2')
  })

  it('a thousand frames of noise, from many', async () => {
    for (let i = 0; i < 40; i++) {
      const stranger = new RawSocket(host.port)
      await stranger.join({ token: `noise-${String(i).padStart(16, '0')}` })
      for (let n = 0; n < 25; n++) stranger.socket.send(noise(1 + Math.floor(random() * 60)))
      expect(['bad-frame', 'out-of-turn']).toContain(await stranger.ended())
    }
    await undisturbed()
  })
})

describe('joins that are not', () => {
  it('MSG-2 anything before the join is out of turn', async () => {
    for (const frame of ['{"type":"leave","content":{}}', Uint8Array.of(2, 0, 0, 0, 0)]) {
      const stranger = new RawSocket(host.port)
      await stranger.until(() => stranger.heard('hello') !== undefined)
      stranger.socket.send(frame)
      expect(await stranger.ended()).toBe('out-of-turn')
    }
  })

  it('CON-4 another version is told both versions', async () => {
    const stranger = new RawSocket(host.port, { protocol: 'romp.99' })
    expect(await stranger.ended()).toBe('wrong-version')
    expect(stranger.heard('hello')).toMatchObject({ protocol: protocolVersion, version: '0.1.0' })
    expect(stranger.heard('refused')).toMatchObject({ reason: 'wrong-version' })
  })

  it('ROOM-2 a room that is not there, or has no possible name', async () => {
    for (const path of ['/play/den', '/play/..%2f..', `/play/${'x'.repeat(500)}`]) {
      expect(await new RawSocket(host.port, { path }).ended()).toBe('room-unknown')
    }
  })

  it('MSG-4 a flood ends', async () => {
    const stranger = new RawSocket(host.port)
    await stranger.join()
    for (let i = 0; i < 100; i++) stranger.socket.send('{"type":"away","content":{"away":true}}')
    expect(await stranger.ended()).toBe('too-fast')
    await undisturbed()
  })
})

describe('CON-2 pages and names of elsewhere', () => {
  const status = (headers: Record<string, string>, path = '/api/info') =>
    new Promise<number>((settle, fail) => {
      const asked = request({ host: '127.0.0.1', port: host.port, path, headers }, (response) => {
        response.resume()
        settle(response.statusCode ?? 0)
      })
      asked.on('error', fail)
      asked.end()
    })

  it('a name that somebody pointed at this machine is not answered', async () => {
    expect(await status({ host: 'evil.example' })).toBe(421)
    expect(await status({ host: `localhost.evil.example:${host.port}` })).toBe(421)
    expect(await status({ host: '8.8.8.8' })).toBe(421)
    expect(await status({ host: `127.0.0.1:${host.port}` })).toBe(200)
    expect(await status({ host: `localhost:${host.port}` })).toBe(200)
    expect(await status({ host: `[::1]:${host.port}` })).toBe(200)
  })

  it('a page of elsewhere may neither ask nor open a socket; the own page and the desktop app may', async () => {
    expect(await status({ origin: 'http://evil.example' })).toBe(403)
    const open = async (origin: string, headers: Record<string, string> = {}) => {
      const socket = new RawSocket(host.port, { headers: { origin, ...headers } })
      await socket.until(
        () => socket.heard('hello') !== undefined || socket.socket.readyState === socket.socket.CLOSED,
      )
      return socket.heard('hello') !== undefined
    }
    expect(await open('http://evil.example')).toBe(false)
    expect(await open('null')).toBe(false)
    expect(await open('http://evil.example', { host: 'evil.example' })).toBe(false)
    expect(await open('http://127.0.0.1:1')).toBe(false)
    expect(await open(`http://127.0.0.1:${host.port}`)).toBe(true)
    expect(await open('app://romp')).toBe(true)
    expect(await metrics()).toContain('romp_refusals_total{reason="foreign-page"} 4')
  })

  it('a refused peer that never closes its end is let go', async () => {
    const socket = connect({ port: host.port, host: '127.0.0.1', allowHalfOpen: true })
    socket.write(
      'GET /play/ HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    )
    socket.on('error', () => {})
    await new Promise((ended) => socket.on('end', ended).resume())
    // Whoever writes to a socket that is gone hears so.
    const gone = new Promise((closed) => socket.on('close', closed))
    const nagging = setInterval(() => socket.write('x'), 50)
    await gone
    clearInterval(nagging)
  })

  it('a request that never ends is let go', async () => {
    const socket = connect(host.port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
    const began = performance.now()
    socket.on('error', () => {})
    await new Promise((closed) => socket.on('close', closed))
    expect(performance.now() - began).toBeLessThan(4500)
  })
})

describe('BIN-5 a reader that stops', () => {
  it('costs the others nothing, and is in step again when it reads on', async () => {
    const stuck = new RawSocket(host.port)
    await stuck.join()
    // Its kernel still buffers for it, so that little is seen here but that nobody waits.
    stuck.socket.pause()
    await undisturbed()
    const before = stuck.frames
    stuck.socket.resume()
    await stuck.until(() => stuck.frames > before + 3)
    expect(stuck.socket.readyState).toBe(stuck.socket.OPEN)
  })
})

describe('the end', () => {
  it('a stop says goodbye to everyone, within a second', async () => {
    const began = performance.now()
    await host.stop()
    expect(await witness.ended()).toBe('host-stopped')
    expect(witness.heard('bye')).toEqual({ reason: 'host-stopped' })
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
