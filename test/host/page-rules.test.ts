/** What the host's page may do in a guest's browser, and what other pages may do with what the host answers. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { startTestHost } from '../support/real-host.ts'

const pages = mkdtempSync(join(tmpdir(), 'romp-pages-'))
let host: RunningHost

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Romp</title>')
  writeFileSync(join(pages, 'page.js'), 'console.log("Romp")')
  host = await startTestHost({ pages })
})

afterAll(async () => {
  await host.stop()
  rmSync(pages, { recursive: true, force: true })
})

const headers = async (path: string) => (await fetch(`http://127.0.0.1:${host.port}${path}`)).headers

describe('the page that a host serves', () => {
  it('may load its own files and reach its own host, and nothing else', async () => {
    for (const path of ['/', '/r/den', '/index.html']) {
      const policy = (await headers(path)).get('content-security-policy') ?? ''
      const rules = Object.fromEntries(
        policy.split('; ').map((rule): [string, string] => {
          const [name = '', ...sources] = rule.split(' ')
          return [name, sources.join(' ')]
        }),
      )
      expect(rules).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' data: blob:",
        'font-src': "'self'",
        'manifest-src': "'self'",
        'connect-src': `'self' ws://127.0.0.1:${host.port}`,
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      })
    }
  })

  it('may ask for no camera, microphone or place', async () => {
    const rules = (await headers('/')).get('permissions-policy') ?? ''
    for (const power of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
      expect(rules).toContain(`${power}=()`)
  })
})

describe('every answer', () => {
  it.each(['/', '/page.js', '/api/info', '/api/nearby', '/metrics', '/health', '/nothing'])(
    '%s is taken for what it says it is, by no other page, and tells nobody where its reader was',
    async (path) => {
      const given = await headers(path)
      expect(given.get('x-content-type-options')).toBe('nosniff')
      expect(given.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(given.get('referrer-policy')).toBe('no-referrer')
      expect(given.get('access-control-allow-origin')).toBeNull()
    },
  )
})
