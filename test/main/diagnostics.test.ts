/** What a person copies to explain a problem: all that helps, nothing that is secret, and never too much. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Hosting } from '../../src/main/hosting.ts'
import { openLog } from '../../src/main/log.ts'
import { keepSecret } from '../../src/main/secrets.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import { version } from '../../src/protocol/version.ts'
import { startTestHost } from '../support/real-host.ts'

const switches = new Set<string>()
const userData = mkdtempSync(join(tmpdir(), 'romp-diagnosed-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

vi.mock('electron', () => ({
  app: {
    isPackaged: false,
    getPath: () => userData,
    commandLine: { hasSwitch: (name: string) => switches.has(name) },
    getGPUFeatureStatus: () => ({ '2d_canvas': 'enabled', webgl: 'disabled_software' }),
  },
  screen: {
    getAllDisplays: () => [{ size: { width: 2560, height: 1440 }, scaleFactor: 1.5, displayFrequency: 144 }],
  },
}))
const { diagnosticsOf } = await import('../../src/main/diagnostics.ts')

const log = openLog(join(userData, 'logs'))
const given = {
  log,
  hosting: { party: () => null } as unknown as Hosting,
  lobby: {
    watch: () => given.lobby.current(),
    current: () => ({ discovery: 'blocked' as const, trouble: 'Port 5353 is taken.', adverts: [] }),
    wake: () => {},
    close: async () => {},
  },
  updates: { state: () => ({ version: '1.2.3', automatic: true, stage: { at: 'newest' as const } }) },
} as unknown as Parameters<typeof diagnosticsOf>[0]

describe('diagnostics', () => {
  it('say at the top that they name addresses, and hold what explains most problems', async () => {
    log.write('error', `ENOENT: no such file ${homedir()}/Pictures/a.png`)
    const text = await diagnosticsOf(given)
    expect(text.split('\n').slice(0, 4).join('\n')).toContain('names addresses of this computer')
    for (const fact of [
      `Romp ${version}, run from its sources`,
      `Node ${process.versions.node}`,
      'screen 2560×1440, scale 1.5, 144 Hz',
      'webgl: disabled_software',
      'discovery is blocked: Port 5353 is taken.',
      'looks for releases by itself: yes',
      'ENOENT: no such file ~/Pictures/a.png',
    ])
      expect(text).toContain(fact)
    expect(text).not.toContain(homedir())
  })

  it('say whether there is a sandbox, which an AppImage goes without where the system forbids it', async () => {
    expect(await diagnosticsOf(given)).toContain('Chromium’s sandbox is on')
    switches.add('no-sandbox')
    expect(await diagnosticsOf(given)).toContain('Chromium’s sandbox is off (--no-sandbox)')
    switches.clear()
  })

  it('hold what the own host counts, and neither its password nor the token of its controls', async () => {
    keepSecret('Sesame 12')
    const host = await startTestHost({ password: 'Sesame 12', bots: 2 })
    const party: HostedParty = {
      ...{ hostId: 'h', room: 'party', name: 'Sesame 12', locked: true, port: host.port, players: 1 },
      ...{ operatorToken: 'Zk3-hd_82KdmQ0pl_V7xYw', own: { host: '127.0.0.1', port: host.port, room: null } },
      invitations: [],
      guests: [],
    }
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ automatic: true, token: 'Zk3-hd_82KdmQ' }),
    )
    try {
      const hosting = { ...given.hosting, party: () => party }
      const text = await diagnosticsOf({ ...given, hosting })
      expect(text).toContain(`port ${host.port}, with a password, players: 1`)
      expect(text).toMatch(/romp_players 2\b/)
      expect(text).toContain('settings.json: {"automatic":true,')
      expect(text).not.toContain('Sesame')
      expect(text).not.toContain('Zk3-hd')
    } finally {
      await host.stop()
    }
  })

  it('stay below 20 kB, with the newest lines of the log', async () => {
    for (let n = 0; n < 150; n++) log.write('error', `line ${n} ${'é'.repeat(600)}\n~~~~\n# no heading`)
    const text = await diagnosticsOf(given)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000)
    expect(text).toContain('line 149')
    expect(text).not.toContain('line 20 ')
    // What is in the log cannot end the block that it is in.
    expect(text.match(/^\s*~~~~/gm)).toHaveLength(2)
  })
})
