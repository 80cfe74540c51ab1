/** Hosting from the app: in a process of its own, with the controls for its own player and for nobody else. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as under } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { HostedParty, PartyOptions } from '../../src/platform/platform.ts'
import { playUrl } from '../../src/protocol/link.ts'
import { utilityProcesses } from '../support/electron-stand-in/utility-process.ts'

vi.mock('electron', () => import('../support/electron-stand-in/utility-process.ts'))
const { createHosting } = await import('../../src/main/hosting.ts')
const { startHostProcess } = await import('../../src/main/host-link.ts')

/** A process has to start, on a machine that may be busy. */
const soon = { timeout: 30_000 }
const pages = mkdtempSync(under(tmpdir(), 'romp-pages-'))
const program = fileURLToPath(new URL('./quiet-host-process.ts', import.meta.url))
const told: (HostedParty | null)[] = []
const hosting = createHosting({
  identity: { hostId: 'hosthost' },
  pages,
  program,
  tell: (party) => told.push(party),
})
const guests: Party[] = []

afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leave()
  await hosting.stop()
  told.length = 0
  vi.restoreAllMocks()
})

afterAll(() => rmSync(pages, { recursive: true, force: true }))

const options: PartyOptions = { name: 'Den', password: '', max: 8, bots: 0 }

async function host(more: Partial<PartyOptions> = {}): Promise<HostedParty> {
  const started = await hosting.start({ ...options, ...more })
  if (!started.ok) throw new Error(started.message)
  return started.value
}

async function join(party: HostedParty, token: string, name = 'Anna'): Promise<Party> {
  const guest = new Party({
    ...{ url: playUrl(party.own), dial, token, as: 'player', resume: null },
    appearance: { name, colour: 'teal', shape: 'star' },
    keepResume: () => {},
    random: Math.random,
    now: () => performance.now(),
  })
  guests.push(guest)
  guest.advance(performance.now())
  await expect.poll(() => guest.state.status.phase, soon).toBe('joined')
  return guest
}

const inControl = ({ state }: Party) => state.players.get(state.seat ?? -1)?.operator
const hostProcess = (): number => {
  const [pid, ...more] = [...utilityProcesses].map((it) => it.pid)
  if (pid === undefined || more.length > 0) throw new Error('there is not one host process')
  return pid
}
/** Settles when main knows of the loss; the party may be back by then. */
async function lose(): Promise<void> {
  const pid = hostProcess()
  told.length = 0
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => [...utilityProcesses].some((it) => it.pid === pid), soon).toBe(false)
}
/** Settles when a lost party is open again. */
const comesBack = () => expect.poll(() => told, soon).not.toEqual([])

describe('the controls of a hosted party', () => {
  it('are for whoever has the token of this very hosting', async () => {
    const before = await host()
    await hosting.stop()
    const party = await host()
    expect(party.operatorToken).not.toBe(before.operatorToken)
    const early = await join(party, before.operatorToken)
    expect(inControl(early)).toBe(true)
    const owner = await join(party, party.operatorToken)
    expect(inControl(owner)).toBe(true)
    await expect.poll(() => inControl(early), soon).toBe(false)
    const late = await join(party, 'x'.repeat(22))
    expect(inControl(late)).toBe(false)
    expect(inControl(owner)).toBe(true)
  })
})

describe('a hosted party', () => {
  it('runs in a process that ends with it', async () => {
    await host()
    expect(hostProcess()).not.toBe(process.pid)
    await hosting.stop()
    expect(utilityProcesses.size).toBe(0)
    expect(told.at(-1)).toBeNull()
    expect(await hosting.stop()).toMatchObject({ ok: false, code: 'not-hosting' })
  })

  it('is told of as it changes', async () => {
    const party = await host()
    expect(party).toMatchObject({ name: 'Den', locked: false, players: 0, guests: [] })
    await join(party, 'b'.repeat(22), 'Bea')
    await expect.poll(() => told.at(-1), soon).toMatchObject({ players: 1, guests: ['Bea'] })
    expect(hosting.party()).toEqual(told.at(-1))
  })

  it('is one at a time', async () => {
    const first = hosting.start(options)
    expect(await hosting.start(options)).toMatchObject({ ok: false, code: 'already-hosting' })
    expect(await first).toMatchObject({ ok: true })
  })

  it.skipIf(process.platform !== 'linux')(
    'keeps what is secret off the command line and out of the environment',
    async () => {
      const { operatorToken } = await host({ password: 'open sesame' })
      const seen = ['cmdline', 'environ'].map((file) =>
        readFileSync(`/proc/${hostProcess()}/${file}`, 'utf8'),
      )
      expect(seen.join()).toContain('host-process')
      for (const secret of ['open sesame', operatorToken]) expect(seen.join()).not.toContain(secret)
    },
  )

  it.skipIf(process.platform === 'win32')('is not ended by a signal that is for the app', async () => {
    const before = await host()
    const pid = hostProcess()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal)
    await join(before, 'd'.repeat(22))
    expect(hostProcess()).toBe(pid)
  })

  it.skipIf(process.platform === 'win32')('that hangs is ended all the same', async () => {
    await host()
    process.kill(hostProcess(), 'SIGSTOP')
    await hosting.stop()
    expect(utilityProcesses.size).toBe(0)
  })

  it('that is stopped says its goodbye to the end, also to who asks a second time', async () => {
    await host()
    const first = hosting.stop()
    expect(utilityProcesses.size).toBe(1)
    expect(await hosting.stop()).toMatchObject({ ok: false, code: 'not-hosting' })
    expect(utilityProcesses.size).toBe(0)
    await first
  })

  it('that was ordered wrongly is none, and what its process has to say is written down', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const opening = { hostId: 'hosthost', room: 'party', operatorToken: 'o'.repeat(22), port: 0, pages }
    const link = startHostProcess(program, { ...options, ...opening }, () => {})
    expect(await link.opened).toMatchObject({ ok: false, code: 'internal' })
    expect(await link.ended).toBe(1)
    expect(log).toHaveBeenCalledWith(expect.stringContaining('The host failed'))
  })

  it('that is stopped before it is open says so to whoever waits', async () => {
    const started = hosting.start(options)
    await hosting.stop()
    expect(await started).toMatchObject({ ok: false, code: 'not-hosting' })
    expect(utilityProcesses.size).toBe(0)
    expect(told).toEqual([null])
  })

  it.skipIf(process.platform === 'win32')('whose process never gets to open it is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const started = hosting.start(options)
      process.kill(hostProcess(), 'SIGSTOP')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await Promise.race([started, 'nothing'])).toMatchObject({ ok: false, code: 'internal' })
      await vi.advanceTimersByTimeAsync(5000)
    } finally {
      vi.useRealTimers()
    }
    await expect.poll(() => utilityProcesses.size, soon).toBe(0)
  })

  it('whose process is lost before it is open says so, and can be started anew at once', async () => {
    const started = hosting.start(options)
    process.kill(hostProcess(), 'SIGKILL')
    expect(await started).toMatchObject({ ok: false, code: 'internal' })
    await host()
  })
})

describe('a hosted party whose process is lost', () => {
  it('comes back at the same place, with the same name, lock and controls', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'log').mockReturnValue()
    const before = await host({ password: 'open sesame' })
    await lose()
    expect(log).toHaveBeenCalledWith(expect.stringContaining('ended by itself'))
    await comesBack()
    expect(told).toEqual([before])
    expect(hosting.party()).toEqual(before)
  })

  it('is still hosted meanwhile: it has its guests to ask about, and is the one there can be', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'log').mockReturnValue()
    await join(await host(), 'e'.repeat(22), 'Eva')
    await expect.poll(() => told.at(-1), soon).toMatchObject({ guests: ['Eva'] })
    const before = hosting.party()
    const gone = new Promise((resolve) => [...utilityProcesses][0]?.once('exit', resolve))
    process.kill(hostProcess(), 'SIGKILL')
    await gone
    expect(hosting.party()).toEqual(before)
    expect(await hosting.start(options)).toMatchObject({ ok: false, code: 'already-hosting' })
    expect(told).not.toContain(null)
  })

  it('is joined again by those who were in it, by themselves', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'log').mockReturnValue()
    const party = await host()
    const owner = await join(party, party.operatorToken)
    const guest = await join(party, 'c'.repeat(22))
    const phases = new Set<string>()
    const beat = setInterval(() => {
      for (const one of [owner, guest]) one.advance(performance.now())
      phases.add(guest.state.status.phase)
    }, 20)
    try {
      await lose()
      await expect.poll(() => phases, soon).toContain('lost')
      await expect
        .poll(() => [owner, guest].map((it) => it.state.status.phase), soon)
        .toEqual(['joined', 'joined'])
      await expect.poll(() => inControl(owner), soon).toBe(true)
    } finally {
      clearInterval(beat)
    }
  })

  it('does not come back once it is stopped, and another can be started at once', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const before = await host()
    await lose()
    expect(await hosting.stop()).toEqual({ ok: true, value: null })
    expect(hosting.party()).toBeNull()
    const other = await host({ name: 'Other' })
    expect(other.operatorToken).not.toBe(before.operatorToken)
    expect(hosting.party()?.name).toBe('Other')
    expect(utilityProcesses.size).toBe(1)
  })

  it('stays closed where that happens again and again', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'log').mockReturnValue()
    await host()
    for (let times = 1; times <= 3; times++) {
      await lose()
      await comesBack()
    }
    await lose()
    await expect.poll(() => log.mock.lastCall?.[0], soon).toContain('stays closed')
    expect(told.at(-1)).toBeNull()
    expect(hosting.party()).toBeNull()
    expect(await hosting.stop()).toMatchObject({ ok: false, code: 'not-hosting' })
  })
})
