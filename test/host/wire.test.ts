/** What really goes over the wire between a host and its guests, byte for byte. */

import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { RunningHost } from '../../src/host/server.ts'
import { passwordKey } from '../../src/protocol/password.ts'
import { tokenAt } from '../../src/protocol/token.ts'
import { subprotocol } from '../../src/protocol/version.ts'
import { startTestHost } from '../support/real-host.ts'

/** For a machine that is busy. */
const patient = { timeout: 20_000 }

const password = 'Sésame öpen 7'
const deviceSecret = 'c2VjcmV0LW9mLWEtZGV2aWNl'

let host: RunningHost
let tap: Server
let port: number
/** Everything that went to the host, and everything that came from it. */
let there: Buffer[] = []
let back: Buffer[] = []
const parties: Party[] = []

beforeAll(async () => {
  host = await startTestHost({ password })
  tap = createServer((near) => {
    const far = connect(host.port, '127.0.0.1')
    near.on('data', (bytes) => there.push(bytes)).pipe(far)
    far.on('data', (bytes) => back.push(bytes)).pipe(near)
    for (const side of [near, far]) side.on('error', () => {})
  })
  await new Promise<void>((open) => tap.listen(0, '127.0.0.1', open))
  port = (tap.address() as AddressInfo).port
})

afterEach(() => {
  for (const party of parties.splice(0)) party.leave()
  there = []
  back = []
})

afterAll(async () => {
  await host.stop()
  tap.close()
})

async function joined(token: string): Promise<Party> {
  const party = new Party({
    ...{ url: `ws://127.0.0.1:${port}/play/`, dial, token, as: 'player', resume: null },
    appearance: { name: 'Anna', colour: 'teal', shape: 'star' },
    keepResume: () => {},
    random: Math.random,
    now: () => performance.now(),
  })
  parties.push(party)
  const phase = async () => {
    party.advance(performance.now())
    return party.state.status.phase
  }
  await expect.poll(phase, patient).toBe('asking')
  party.answerPassword(password)
  await expect.poll(phase, patient).toBe('joined')
  return party
}

/** What clients sent, with the mask that browsers put over their frames taken off. */
function unmasked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    if (bytes.subarray(at, at + 4).toString('latin1') === 'GET ') {
      const end = bytes.indexOf('\r\n\r\n', at) + 4
      parts.push(bytes.subarray(at, end))
      at = end
      continue
    }
    const short = bytes[at + 1]! & 0x7f
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short
    const start = at + (short === 126 ? 4 : 2)
    const mask = bytes.subarray(start, start + 4)
    const masked = bytes.subarray(start + 4, start + 4 + length)
    parts.push(Buffer.from(masked.map((byte, i) => byte ^ mask[i % 4]!)))
    at = start + 4 + length
  }
  return Buffer.concat(parts)
}

describe('JOIN-2 a join with a password, read by everybody on the network', () => {
  it('holds neither the password nor what stands for it, in any form', async () => {
    await joined(tokenAt(deviceSecret, { host: '127.0.0.1', port }))
    const heard = Buffer.concat([unmasked(Buffer.concat(there)), Buffer.from('\n'), Buffer.concat(back)])
    const text = heard.toString('latin1').toLowerCase()
    expect(text).toContain('"proof"')
    expect(text).toContain('"welcome"')
    const key = Buffer.from(passwordKey(password, host.hostId))
    for (const form of ['utf8', 'utf16le', 'latin1'] as const) {
      const secret = Buffer.from(password, form)
      expect(heard.includes(secret)).toBe(false)
      for (const way of ['base64', 'base64url', 'hex'] as const) {
        expect(text).not.toContain(secret.toString(way).replaceAll('=', '').toLowerCase())
      }
    }
    expect(text).not.toContain(encodeURIComponent(password).toLowerCase())
    expect(heard.includes(key)).toBe(false)
    for (const way of ['base64', 'base64url', 'hex'] as const) {
      expect(text).not.toContain(key.toString(way).replaceAll('=', '').toLowerCase())
    }
  })

  it('JOIN-1 tells the host a token for its own address, not the secret of the device', async () => {
    await joined(tokenAt(deviceSecret, { host: '127.0.0.1', port }))
    const said = unmasked(Buffer.concat(there)).toString('latin1')
    expect(said).toContain(tokenAt(deviceSecret, { host: '127.0.0.1', port }))
    expect(said).not.toContain(deviceSecret)
  })

  it('JOIN-1 tells nobody the token of somebody else', async () => {
    const first = tokenAt(deviceSecret, { host: '127.0.0.1', port })
    await joined(first)
    back = []
    await joined(tokenAt('another-device-secret', { host: '127.0.0.1', port }))
    const told = Buffer.concat(back).toString('latin1')
    expect(told).toContain('"Anna"')
    expect(told).not.toContain(first)
  })
})

describe('CON-3 compression', () => {
  it('is not agreed to, however much a client wants it', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/play/`, subprotocol, { perMessageDeflate: true })
    await new Promise((greeted) => socket.once('message', greeted))
    expect(Buffer.concat(there).toString('latin1').toLowerCase()).toContain('permessage-deflate')
    expect(socket.extensions).toBe('')
    socket.terminate()
  })
})
