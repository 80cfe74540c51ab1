/** Asks one address `GET /api/info`, without trusting what answers. */

import type { IncomingMessage } from 'node:http'
import type { Reachable } from '../protocol/advert.ts'
import { type HostInfo, hostInfo } from '../protocol/info.ts'
import { authority } from '../protocol/link.ts'
import { protocolVersion } from '../protocol/version.ts'
import { askPatience } from './liveness.ts'

/** Importing `node:http` would load all of Node's fetch with it: 13 MB that nothing here uses. */
const { Agent, get } = process.getBuiltinModule('node:http')

const mostBodyBytes = 64 * 1024

/** What every version of Romp says of itself, however else its answer has changed. */
const greeting = hostInfo
  .pick({ product: true, version: true, protocol: true, hostId: true })
  .extend({ offers: hostInfo.shape.offers.catch(undefined) })
export type Greeting = Omit<HostInfo, 'rooms'>

export type Answer =
  /** `info` is null where a host of another version describes its rooms in another way. `ping` in milliseconds. */
  | { kind: 'romp'; greeting: Greeting; info: HostInfo | null; ping: number }
  /** Something answers there, but it is not a Romp host. */
  | { kind: 'other' }
  | { kind: 'silent' }

export type Ask = (at: Reachable) => Promise<Answer>

/** One line to each host is kept open, so that the time of an answer is a round trip, not a handshake as well. */
const lines = new Agent({ keepAlive: true, keepAliveMsecs: 5000, maxSockets: 2, maxFreeSockets: 1 })

/** Settles within `patience` milliseconds, and never rejects. Holds the process meanwhile only where `hold` says so. */
export async function askInfo(
  at: Reachable,
  { patience, hold } = { patience: askPatience, hold: false },
): Promise<Answer> {
  const until = performance.now() + patience
  const first = await request(at, patience, hold)
  // A kept line that the host closed in this very moment says nothing about the host.
  const last = first === 'stale' ? await request(at, until - performance.now(), hold) : first
  if (last === 'stale' || last === 'silent') return { kind: 'silent' }
  return last === 'other' ? { kind: 'other' } : read(last.body, last.ping)
}

type Raw = { body: string; ping: number } | 'stale' | 'silent' | 'other'

function request(at: Reachable, patience: number, hold: boolean): Promise<Raw> {
  return new Promise((settle) => {
    let asked = performance.now()
    const request = get({
      ...{ host: at.address, port: at.port, path: '/api/info', agent: lines },
      headers: { host: authority({ host: at.address, port: at.port }), accept: 'application/json' },
    })
    const end = (raw: Raw) => {
      clearTimeout(timer)
      if (typeof raw === 'string') request.destroy()
      settle(raw)
    }
    const timer = setTimeout(() => end('silent'), Math.max(0, patience))
    if (!hold) timer.unref()
    request.on('socket', (socket) => {
      if (socket.connecting) {
        socket.once('connect', () => {
          asked = performance.now()
        })
      }
      if (!hold) socket.unref()
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      const parser = error.code?.startsWith('HPE_') ?? false
      end(parser ? 'other' : request.reusedSocket ? 'stale' : 'silent')
    })
    request.on('response', (response) => {
      const ping = performance.now() - asked
      if (response.statusCode !== 200) return end('other')
      collect(response, (body) => end(typeof body === 'string' ? body : { body: body.text, ping }))
    })
  })
}

function collect(
  response: IncomingMessage,
  done: (body: { text: string } | 'other' | 'silent') => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > mostBodyBytes) done('other')
    else chunks.push(chunk)
  })
  response.on('end', () => done({ text: Buffer.concat(chunks).toString('utf8') }))
  response.on('error', () => done('silent'))
}

function read(body: string, ping: number): Answer {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { kind: 'other' }
  }
  const basics = greeting.safeParse(json)
  if (!basics.success) return { kind: 'other' }
  const whole = hostInfo.safeParse(json)
  if (!whole.success && basics.data.protocol === protocolVersion) return { kind: 'other' }
  return { kind: 'romp', greeting: basics.data, info: whole.success ? whole.data : null, ping }
}
