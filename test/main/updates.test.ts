import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppUpdater } from 'electron-updater'
import { AppImageUpdater, CancellationToken } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSettings } from '../../src/main/settings.ts'
import type { Outside } from '../../src/main/updates.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import type { UpdateStage, UpdateState } from '../../src/platform/updates.ts'
import { net } from '../support/electron-stand-in/net.ts'
import { ReleaseFeed } from '../support/release-feed.ts'

const locks: string[] = []
vi.mock('electron', () => ({
  app: {
    requestSingleInstanceLock: () => locks.push('taken'),
    releaseSingleInstanceLock: () => locks.push('let go'),
  },
  net: {},
}))
const { createUpdates } = await import('../../src/main/updates.ts')
const { releasesOf } = await import('../../src/main/updates/releases.ts')
const { turnEvery } = await import('../../src/main/updates/daily-look.ts')

/** Electron's own requests, made by the stand-in. */
class Executor extends ElectronHttpExecutor {
  override createRequest(options: object, callback: (response: unknown) => void) {
    const request = net.request(options)
    request.on('response', callback)
    return request as unknown as Electron.ClientRequest
  }
}

let folder: string
let feed: ReleaseFeed
let appImage: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'romp-updates-'))
  feed = await ReleaseFeed.open()
  appImage = join(folder, 'Romp.AppImage')
  writeFileSync(appImage, 'the old one')
  vi.stubEnv('APPIMAGE', appImage)
  vi.spyOn(console, 'warn').mockReturnValue()
})

afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  locks.length = 0
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The real electron-updater, of an app that is version 1.2.0. */
function realUpdater(): AppUpdater {
  const updater = new AppImageUpdater(null, {
    ...{ version: '1.2.0', name: 'Romp', isPackaged: false, userDataPath: folder, baseCachePath: folder },
    appUpdateConfigPath: join(folder, 'none.yml'),
    whenReady: async () => {},
    ...{ relaunch: () => {}, quit: () => {}, onQuit: () => {} },
  })
  // An AppImage's, whatever system the test is on.
  const asOnLinux = { _testOnlyOptions: { platform: 'linux' }, disableDifferentialDownload: true }
  Object.assign(updater as object, { httpExecutor: new Executor(), ...asOnLinux })
  return updater
}

interface Circumstances {
  online: boolean
  cost: UpdateState['because'] & ('free' | 'metered' | 'unsure')
  guests: string[]
  /** What stands in the way of the new version's file. */
  obstacle: string | null
}

function start(given: Partial<Circumstances> = {}) {
  const now: Circumstances = { online: true, cost: 'free', guests: [], obstacle: null, ...given }
  const config = join(folder, 'dev-app-update.yml')
  writeFileSync(config, `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: romp-updater\n`)
  let loads = 0
  let stops = 0
  const told: UpdateStage[] = []
  const installed: string[] = []
  const outside: Outside = {
    machine: {
      ...{ platform: 'linux', packaged: false, execPath: '/romp', resources: folder, userData: folder },
      ...{ env: {}, isSigned: async () => false },
    },
    isOnline: () => now.online,
    cost: async () => now.cost,
    open: async (copy) => {
      loads += 1
      const updater = realUpdater()
      updater.quitAndInstall = () => {
        installed.push('asked')
        if (now.obstacle !== null) updater.emit('error', new Error(now.obstacle))
      }
      return releasesOf(updater, copy, () => new CancellationToken())
    },
  }
  const updates = createUpdates(
    {
      folder,
      hosting: {
        party: () => ({ guests: now.guests }) as unknown as HostedParty,
        stop: async () => {
          stops += 1
          return { ok: true, value: null }
        },
      },
      tell: ({ stage }) => told.push(stage),
      tellAsked: () => {},
    },
    outside,
  )
  const stage = () => updates.state().stage
  return { updates, now, told, installed, stage, loads: () => loads, stops: () => stops }
}

type Started = ReturnType<typeof start>

async function ends({ stage }: Started, at: UpdateStage['at']): Promise<UpdateStage> {
  await expect.poll(() => stage().at, { timeout: 20_000, interval: 10 }).toBe(at)
  return stage()
}

const pending = () => join(folder, 'romp-updater', 'pending')

describe('a look that somebody asked for', () => {
  it('finds what is newer, says what is new in it, and fetches nothing', async () => {
    feed.publish({ version: '1.3.0', notes: 'Kites.\nAnd **wind**.' })
    const { updates, told } = start()
    const answer = await updates.check()
    const release = { version: '1.3.0', notes: 'Kites.\nAnd **wind**.', bytes: 300_000 }
    expect(answer).toMatchObject({ ok: true, value: { stage: { at: 'available', release } } })
    expect(told.map(({ at }) => at)).toEqual(['checking', 'available'])
    expect(feed.requests).toEqual([expect.stringMatching(/latest-linux/)])
    expect(existsSync(pending())).toBe(false)
  })

  it.each(['1.2.0', '1.1.9', '0.9.0'])('takes %s for nothing new', async (version) => {
    feed.publish({ version })
    const { updates, stage } = start()
    await updates.check()
    expect(stage()).toEqual({ at: 'newest' })
  })

  const failures: [string, RegExp, () => void | Promise<void>][] = [
    ['there are no releases', /no release for this kind/, () => {}],
    [
      'a release is for another system',
      /no release for this kind/,
      () => feed.publish({ version: '2.0.0', name: 'Romp.exe' }),
    ],
    ['the list is no list', /cannot be read/, () => feed.say('version: [')],
    ['the version is none', /cannot be read/, () => feed.publish({ version: 'newest' })],
    ['the place has trouble', /has trouble/, () => void Object.assign(feed, { status: 503 })],
    ['nobody is there', /line .* broke/, () => feed.close()],
  ]
  it.each(failures)('says so in a sentence when %s', async (_what, words, prepare) => {
    const { updates, stage } = start()
    await prepare()
    await updates.check()
    expect(stage()).toMatchObject({ at: 'failed', release: null, message: expect.stringMatching(words) })
  })

  it('asks nobody where there is no network', async () => {
    feed.publish({ version: '1.3.0' })
    const { updates, stage, loads } = start({ online: false })
    await updates.check()
    expect(stage()).toMatchObject({ at: 'failed', message: expect.stringMatching(/no internet/) })
    expect([feed.requests, loads()]).toEqual([[], 0])
  })

  it('that nobody answered gives up, and the next one is another', async () => {
    feed.publish({ version: '1.3.0' })
    feed.isSilent = true
    const { updates, stage } = start()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = updates.check()
    await vi.waitUntil(() => feed.requests.length > 0, { timeout: 20_000 })
    await vi.advanceTimersByTimeAsync(31_000)
    vi.useRealTimers()
    await asked
    expect(stage()).toMatchObject({ at: 'failed', message: expect.stringMatching(/line .* broke/) })
    feed.isSilent = false
    await updates.check()
    expect(stage()).toMatchObject({ at: 'available', release: { version: '1.3.0' } })
  })

  it('says why a copy cannot be brought up to date', async () => {
    const { updates, stage } = start()
    rmSync(join(folder, 'dev-app-update.yml'))
    await updates.check()
    expect(stage()).toMatchObject({ at: 'unsupported', why: expect.stringMatching(/sources/) })
    expect(feed.requests).toEqual([])
  })
})

describe('fetching', () => {
  async function found(published: Parameters<ReleaseFeed['publish']>[0]): Promise<Started> {
    feed.publish(published)
    const started = start()
    await started.updates.check()
    return started
  }

  it('brings what was published, and leaves the app as it is', async () => {
    const started = await found({ version: '1.3.0' })
    expect((await started.updates.fetch()).ok).toBe(true)
    await ends(started, 'ready')
    const file = join(pending(), 'Romp-1.3.0.AppImage')
    expect(readFileSync(file)).toEqual(Buffer.alloc(300_000, '1.3.0'))
    expect(readFileSync(appImage, 'utf8')).toBe('the old one')
    expect(started.installed).toEqual([])
  })

  it('tells nothing that would tell this copy from another', async () => {
    const said = async () => {
      feed.headers.length = 0
      rmSync(join(folder, '.updaterId'), { force: true })
      const started = await found({ version: '1.3.0' })
      await started.updates.fetch()
      await ends(started, 'ready')
      rmSync(pending(), { recursive: true })
      return [...feed.headers]
    }
    expect(await said()).toEqual(await said())
  })

  it('throws away what is not what was published', async () => {
    const started = await found({ version: '1.3.0', honest: false })
    await started.updates.fetch()
    const stage = await ends(started, 'failed')
    expect(stage).toMatchObject({
      release: { version: '1.3.0' },
      message: expect.stringMatching(/thrown away/),
    })
    expect(existsSync(join(pending(), 'Romp-1.3.0.AppImage'))).toBe(false)
    await started.updates.install()
    expect(started.installed).toEqual([])
  })

  it('says that the line broke, and takes it up again when asked', async () => {
    const started = await found({ version: '1.3.0' })
    feed.stops = { after: 100_000, and: 'break' }
    await started.updates.fetch()
    expect(await ends(started, 'failed')).toMatchObject({ message: expect.stringMatching(/line .* broke/) })
    feed.stops = null
    await started.updates.fetch()
    await ends(started, 'ready')
  })

  it('stops when it is told to, and starts anew', async () => {
    const started = await found({ version: '1.3.0' })
    feed.stops = { after: 100_000, and: 'silence' }
    await started.updates.fetch()
    await expect.poll(() => feed.fetches).toBeGreaterThan(0)
    await started.updates.cancel()
    expect(await ends(started, 'available')).toMatchObject({ release: { version: '1.3.0' } })
    feed.stops = null
    await started.updates.fetch()
    await ends(started, 'ready')
  })

  it('gives a silent line up', async () => {
    const started = await found({ version: '1.3.0' })
    feed.stops = { after: 100_000, and: 'silence' }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await started.updates.fetch()
    await vi.waitUntil(() => feed.fetches > 0, { timeout: 20_000 })
    await vi.advanceTimersByTimeAsync(61_000)
    vi.useRealTimers()
    expect(await ends(started, 'failed')).toMatchObject({ message: expect.stringMatching(/line .* broke/) })
  })

  it('knows a file that it fetched before the app was closed', async () => {
    const before = await found({ version: '1.3.0' })
    await before.updates.fetch()
    await ends(before, 'ready')
    const fetches = feed.fetches
    const after = await found({ version: '1.3.0' })
    await after.updates.fetch()
    await ends(after, 'ready')
    expect(feed.fetches).toBe(fetches)
  })
})

describe('installing', () => {
  async function ready(): Promise<Started> {
    feed.publish({ version: '1.3.0' })
    const started = start()
    await started.updates.check()
    await started.updates.fetch()
    await ends(started, 'ready')
    return started
  }

  it('waits while others are in the party, and says who', async () => {
    const started = await ready()
    started.now.guests = ['Ben', 'Cleo']
    const answer = await started.updates.install()
    expect(answer).toMatchObject({ ok: false, code: 'not-now' })
    expect(answer).toMatchObject({ message: expect.stringMatching(/^Ben and 1 more are in your party/) })
    expect([started.installed, started.stops(), locks, started.stage().at]).toEqual([[], 0, [], 'ready'])
  })

  it('says goodbye first, and lets the new one be the one that runs', async () => {
    const started = await ready()
    await Promise.all([started.updates.install(), started.updates.install()])
    expect([started.installed, started.stops(), locks]).toEqual([['asked'], 1, ['let go']])
  })

  it('goes on as the one that runs where the new one cannot be put in place', async () => {
    const started = await ready()
    vi.stubEnv('APPIMAGE', join(folder, 'gone', 'Romp.AppImage'))
    await started.updates.install()
    expect(started.stage()).toMatchObject({ at: 'failed', release: { version: '1.3.0' } })
    expect([started.installed, started.stops(), locks]).toEqual([[], 0, ['taken']])
  })

  it('goes on as the one that runs where putting it in place fails, and tries anew', async () => {
    const started = await ready()
    started.now.obstacle = 'EACCES: permission denied, unlink'
    await started.updates.install()
    expect(started.stage()).toMatchObject({ at: 'failed', message: expect.stringMatching(/may not write/) })
    expect(locks).toEqual(['let go', 'taken'])
    feed.publish({ version: '1.4.0', honest: false })
    await started.updates.check()
    await started.updates.fetch()
    expect(await ends(started, 'failed')).toMatchObject({ message: expect.stringMatching(/thrown away/) })
    expect(locks).toEqual(['let go', 'taken'])
  })

  it('does nothing before something is ready', async () => {
    const started = start()
    await started.updates.install()
    await started.updates.fetch()
    expect([started.installed, started.stage().at, feed.requests]).toEqual([[], 'unknown', []])
  })
})

describe('looking by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    feed.publish({ version: '1.3.0' })
  })

  const turn = async () => {
    await vi.advanceTimersByTimeAsync(turnEvery)
    await new Promise((resolve) => setImmediate(resolve))
  }
  /** When the last look began; it is kept before anything else is done for it. */
  const began = () => openSettings(folder).read().lookedAt
  /** A look is over when it has told what it found; without one there is nothing to wait for. */
  const looked = (started: Started) => ends(started, 'available')
  const day = 24 * 3_600_000

  it('waits some minutes, looks once a day, and fetches nothing', async () => {
    const started = start()
    await vi.advanceTimersByTimeAsync(turnEvery - 1000)
    expect([feed.requests, started.loads(), began()]).toEqual([[], 0, 0])
    await turn()
    await looked(started)
    const first = began()
    expect(started.told.map(({ at }) => at)).not.toContain('checking')
    await turn()
    expect(began()).toBe(first)
    expect([feed.requests.length, feed.fetches]).toEqual([1, 0])
  })

  it('keeps to once a day when it is started again', async () => {
    feed.publish({ version: '1.2.0' })
    const first = start()
    await turn()
    await ends(first, 'newest')
    const before = began()
    start()
    await turn()
    expect(began()).toBe(before)
    feed.publish({ version: '1.3.0' })
    vi.setSystemTime(Date.now() + day)
    await turn()
    await looked(first)
  })

  it.each(['metered', 'unsure'] as const)(
    'is off where the connection is %s, unless somebody wants it',
    async (cost) => {
      const started = start({ cost })
      await turn()
      expect(started.updates.state()).toMatchObject({ automatic: false, because: cost })
      expect(began()).toBe(0)
      await started.updates.setAutomatic(true)
      expect(started.updates.state()).toMatchObject({ automatic: true, because: 'chosen' })
      await turn()
      await looked(started)
    },
  )

  it('is off when somebody does not want it, for good', async () => {
    await start().updates.setAutomatic(false)
    const again = start()
    await turn()
    expect(again.updates.state()).toMatchObject({ automatic: false, because: 'chosen' })
    expect(began()).toBe(0)
  })

  const waits: [string, (started: Started, over: boolean) => void][] = [
    ['a match', ({ updates }, over) => updates.setPlaying(!over)],
    ['guests', ({ now }, over) => Object.assign(now, { guests: over ? [] : ['Ben'] })],
    ['having no network', ({ now }, over) => Object.assign(now, { online: over })],
  ]
  it.each(waits)('waits for the end of %s', async (_what, set) => {
    const started = start()
    set(started, false)
    await turn()
    expect(began()).toBe(0)
    set(started, true)
    await turn()
    await looked(started)
  })

  it('says nothing when it fails', async () => {
    const started = start()
    feed.status = 503
    await turn()
    await expect.poll(() => feed.requests.length).toBe(1)
    await expect.poll(() => vi.mocked(console.warn).mock.calls.length).toBe(1)
    expect(started.stage()).toEqual({ at: 'unknown' })
  })

  it('works where the choice cannot be kept', async () => {
    mkdirSync(join(folder, 'settings.json'))
    const started = start()
    await turn()
    await looked(started)
  })
})
