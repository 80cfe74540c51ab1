import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchElectron } from '../../src/cli/electron-fetch.ts'

const patienceMs = 1500
let mirror: Server
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'romp-fetch-'))
  // Neither a real binary nor a real cache may answer for the mirror.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  vi.stubEnv('ELECTRON_EXEC_PATH', '')
  vi.stubEnv('electron_config_cache', join(folder, 'cache'))
})

afterEach(() => {
  mirror?.closeAllConnections()
  mirror?.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function fetchFrom(answer: RequestListener) {
  mirror = createServer(answer)
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`)
  let shown = ''
  const out = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk)
      done()
    },
  })
  const began = performance.now()
  const fetched = await fetchElectron(out as unknown as NodeJS.WriteStream, patienceMs)
  return { fetched, shown, took: performance.now() - began }
}

describe('getting Electron at the first start', () => {
  it('gives up when no byte comes', async () => {
    const { fetched, took } = await fetchFrom(() => {})
    expect(fetched).toEqual({ ok: false, why: 'nothing came for 1.5 seconds', silent: true })
    expect(took).toBeLessThan(patienceMs + 1500)
  })

  it('says what the server said', async () => {
    const { fetched } = await fetchFrom((_request, response) => response.writeHead(404).end())
    expect(fetched.ok ? '' : fetched.why).toContain('404')
  })

  it('shows progress, and takes nothing that is not Electron', async () => {
    const { fetched, shown } = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-length': 4_000_000 })
      let sent = 0
      const drip = setInterval(() => {
        if (sent++ < 4) return response.write(Buffer.alloc(1_000_000))
        clearInterval(drip)
        return response.end()
      }, 100)
    })
    expect(shown).toContain('50 % of 4 MB')
    expect(fetched.ok ? '' : fetched.why).toContain('checksum')
  })
})
