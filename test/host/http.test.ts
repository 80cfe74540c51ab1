/** What the host answers over HTTP. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { nearby } from '../../src/protocol/advert.ts'
import { hostInfo } from '../../src/protocol/info.ts'
import { RawSocket, startTestHost } from '../support/real-host.ts'

let host: RunningHost
const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${host.port}${path}`, init)

beforeAll(async () => {
  host = await startTestHost({ bots: 2 })
})
afterAll(() => host.stop())

describe('HTTP', () => {
  it('/api/info tells what is going on, and changes with it', async () => {
    const info = hostInfo.parse(await (await get('/api/info')).json())
    expect(info.rooms).toEqual([
      {
        room: 'party',
        name: 'Test party',
        game: 'meadow',
        phase: 'meadow',
        players: 0,
        bots: 2,
        spectators: 0,
        max: 32,
        locked: false,
      },
    ])
    const guest = new RawSocket(host.port)
    await guest.join()
    expect(hostInfo.parse(await (await get('/api/info')).json()).rooms[0]?.players).toBe(1)
    host.rename('Another name')
    expect(hostInfo.parse(await (await get('/api/info')).json()).rooms[0]?.name).toBe('Another name')
    guest.socket.close()
  })

  it('/api/nearby, /health and /metrics answer in their forms', async () => {
    expect(nearby.parse(await (await get('/api/nearby')).json()).adverts).toEqual([])
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' })
    const metrics = await get('/metrics')
    expect(metrics.headers.get('content-type')).toMatch(/^application\/openmetrics-text/)
    const text = await metrics.text()
    expect(text.endsWith('# EOF\n')).toBe(true)
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (TYPE|HELP) romp_\w+ .+|# EOF|romp_\w+(\{\w+="[^"]+"\})? [\d.e+-]+)$/)
    }
  })

  it('the page comes with a policy that lets it reach this host alone; nothing outside its folder is served', async () => {
    const page = await get('/r/party')
    expect([200, 503]).toContain(page.status)
    if (page.status === 200) {
      const policy = page.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port}`)
      expect(policy).not.toContain('unsafe-eval')
    }
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../main/index.js',
      '/nothing',
    ]) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await get('/api/info', { method: 'POST' })).status).toBe(405)
  })

  it('a port that is taken is said in one sentence, or passed over', async () => {
    const settings = { port: host.port, portsTried: 1 }
    await expect(startTestHost(settings)).rejects.toThrow(`Port ${host.port} is in use by another program.`)
    const next = await startTestHost({ ...settings, portsTried: 8 })
    expect(next.port).toBeGreaterThan(host.port)
    expect(next.port).toBeLessThan(host.port + 8)
    await next.stop()
    await expect(startTestHost({ game: 'chess' })).rejects.toThrow('no game called "chess"')
  })
})
