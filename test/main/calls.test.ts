import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PartyOptions } from '../../src/platform/platform.ts'
import type { UpdateState } from '../../src/platform/updates.ts'
import type { Nearby } from '../../src/protocol/advert.ts'

type Listener = (event: object, ...given: unknown[]) => Promise<unknown>
const listeners = new Map<string, Listener>()
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  clipboard: {},
  shell: {},
  protocol: {},
  session: {},
  app: {},
}))
const { answerCalls } = await import('../../src/main/calls.ts')

const nearby: Nearby = { discovery: 'off', trouble: null, adverts: [] }
const started: PartyOptions[] = []
const update: UpdateState = {
  version: '1.0.0',
  automatic: false,
  because: 'unsure',
  stage: { at: 'unknown' },
}
const updated = async () => ({ ok: true, value: update }) as const
answerCalls({
  hosting: {
    start: async (options) => {
      started.push(options)
      throw new Error('a secret path of this machine')
    },
    stop: async () => ({ ok: true, value: null }),
    party: () => null,
    wake: () => {},
  },
  lobby: { watch: () => nearby, current: () => nearby, wake: () => {}, close: async () => {} },
  updates: {
    ...{ state: () => update, examine: updated, check: updated, fetch: updated, cancel: updated },
    ...{ install: updated, setAutomatic: updated, setPlaying: () => {} },
  },
  links: { take: () => null },
  diagnostics: async () => '',
})

const ownPage = { senderFrame: { parent: null, origin: 'app://romp' } }
const ask = async (name: string, event: object, ...given: unknown[]) =>
  await listeners.get(`romp:${name}`)!(event, ...given)
const options: PartyOptions = { name: 'Den', password: '', max: 8, bots: 0 }

afterEach(() => {
  started.length = 0
  vi.restoreAllMocks()
})

describe('calls of a window', () => {
  it('are answered for the app’s own page', async () => {
    expect(await ask('hosted', ownPage)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['a frame inside the page', { senderFrame: { parent: {}, origin: 'app://romp' } }],
    ['a page of the web', { senderFrame: { parent: null, origin: 'https://elsewhere.example' } }],
    ['a page without an origin', { senderFrame: { parent: null, origin: 'null' } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('are refused for %s', async (_who, event) => {
    await expect(ask('startHosting', event, options)).rejects.toThrow()
    expect(started).toEqual([])
  })

  it.each([
    ['no options', []],
    ['an empty name', [{ ...options, name: '  ' }]],
    ['more players than a room holds', [{ ...options, max: 100_000 }]],
    ['NaN', [{ ...options, bots: Number.NaN }]],
    ['a field that is none of its own', [{ ...options, pages: '/etc' }]],
    ['too many arguments', [options, options]],
  ])('with %s go nowhere', async (_what, given) => {
    expect(await ask('startHosting', ownPage, ...given)).toMatchObject({ ok: false, code: 'bad-value' })
    expect(started).toEqual([])
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://elsewhere/share',
    'https://user:pass@elsewhere.example/',
    'x',
  ])('do not open %s', async (url) => {
    expect(await ask('openExternal', ownPage, url)).toMatchObject({ ok: false, code: 'bad-value' })
  })

  it('tell a page that something failed, and nothing about this machine', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const answer = await ask('startHosting', ownPage, options)
    expect(answer).toMatchObject({ ok: false, code: 'internal' })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })
})
