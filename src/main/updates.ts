/** The app's own releases: looked for where that costs nobody, fetched and installed only when a person says so. */

import { app, net } from 'electron'
import type { Failure, Result } from '../platform/platform.ts'
import type { ConnectionCost, Release, UpdateStage, UpdateState } from '../platform/updates.ts'
import { version } from '../protocol/version.ts'
import type { Hosting } from './hosting.ts'
import { openSettings } from './settings.ts'
import { connectionCost } from './updates/connection-cost.ts'
import { type Copy, examineCopy, type Machine, thisMachine } from './updates/copy.ts'
import { lookDaily } from './updates/daily-look.ts'
import { failureWords, UpdateError } from './updates/failure-words.ts'
import { type Fetching, openReleases, type Releases } from './updates/releases.ts'

type Answer = Promise<Result<UpdateState>>

export interface Updates {
  state(): UpdateState
  examine(): Answer
  check(): Answer
  fetch(): Answer
  cancel(): Answer
  install(): Answer
  setAutomatic(on: boolean): Answer
  setPlaying(playing: boolean): void
}

export interface UpdatesSetup {
  /** Where the choice is kept. */
  folder: string
  hosting: Pick<Hosting, 'party' | 'stop'>
  tell(state: UpdateState): void
  /** Somebody asked, and should see what comes of it. */
  tellAsked(): void
}

/** What is outside the app, for a test to stand in. */
export interface Outside {
  machine: Machine
  isOnline(): boolean
  cost(): Promise<ConnectionCost>
  open(copy: Exclude<Copy, { kind: 'fixed' }>): Promise<Releases>
}

const real = (): Outside => ({
  machine: thisMachine(),
  isOnline: () => net.isOnline(),
  cost: () => connectionCost(),
  open: openReleases,
})

export function createUpdates(setup: UpdatesSetup, outside: Outside = real()): Updates {
  const settings = openSettings(setup.folder)
  let stage: UpdateStage = { at: 'unknown' }
  let cost: ConnectionCost = 'unsure'
  let copy: Copy | null = null
  let releases: Releases | null = null
  let looking: Promise<void> | null = null
  /** Whether a person waits for what the look under way finds. */
  let asked = false
  let fetching: Fetching | null = null
  let installing = false
  let playing = false

  const state = (): UpdateState => {
    const chosen = settings.read().automaticUpdates
    const who = { automatic: chosen ?? cost === 'free', because: chosen === null ? cost : 'chosen' } as const
    return { version, ...who, stage }
  }
  const show = (next: UpdateStage) => {
    stage = next
    setup.tell(state())
  }
  const answer = async (): Answer => ({ ok: true, value: state() })

  const fail = (error: unknown, doing: 'look' | 'fetch' | 'install', release: Release | null) => {
    console.warn(`To ${doing} for a release failed:`, firstLine(error))
    show({ at: 'failed', message: failureWords(error, doing), release })
  }

  /** The copy stays what it is while it runs. */
  const known = async (): Promise<Copy> => {
    copy ??= await examineCopy(outside.machine)
    return copy
  }

  const examine = async () => {
    const [found, price] = await Promise.all([known(), outside.cost()])
    cost = price
    if (found.kind === 'fixed') show({ at: 'unsupported', why: found.why, page: found.page })
    else setup.tell(state())
  }

  const look = async () => {
    settings.change({ lookedAt: Date.now() })
    try {
      const found = await known()
      if (found.kind === 'fixed') return show({ at: 'unsupported', why: found.why, page: found.page })
      if (!outside.isOnline()) throw new UpdateError('ROMP_OFFLINE', 'no network')
      releases ??= await outside.open(found)
      const release = await releases.newest()
      show(release ? { at: 'available', release } : { at: 'newest' })
    } catch (error) {
      // Its request never ends, and every later look would wait for that same one.
      if (error instanceof UpdateError && error.code === 'ROMP_SILENT') releases = null
      // Whoever did not ask need not hear that it failed.
      if (asked) fail(error, 'look', null)
      else console.warn('A look for releases failed:', firstLine(error))
    }
  }
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = null
      asked = false
    })
    return looking
  }

  const follow = async (release: Release, { done }: Fetching) => {
    try {
      await done
      show({ at: 'ready', release })
    } catch (error) {
      if (isCancelled(error)) show({ at: 'available', release })
      else fail(error, 'fetch', release)
    } finally {
      fetching = null
    }
  }

  const install = async (from: Releases, release: Release) => {
    const failed = (error: unknown) => {
      installing = false
      app.requestSingleInstanceLock()
      fail(error, 'install', release)
    }
    try {
      await from.checkPlace()
      await setup.hosting.stop()
      // The new Romp may start before this one is gone, and would take it for the one that runs.
      app.releaseSingleInstanceLock()
      from.install(failed)
    } catch (error) {
      failed(error)
    }
  }

  lookDaily({
    settings,
    now: Date.now,
    welcome: async () => {
      if (playing || (setup.hosting.party()?.guests.length ?? 0) > 0 || !outside.isOnline()) return false
      if (stage.at !== 'unknown' && stage.at !== 'newest') return false
      if ((await known()).kind === 'fixed') return false
      const chosen = settings.read().automaticUpdates
      if (chosen !== null) return chosen
      cost = await outside.cost()
      setup.tell(state())
      return cost === 'free'
    },
    look: lookOnce,
  })

  return {
    state,
    async examine() {
      await examine()
      return answer()
    },
    async check() {
      setup.tellAsked()
      if (stage.at === 'fetching' || stage.at === 'ready') return answer()
      asked = true
      if (stage.at !== 'checking') show({ at: 'checking' })
      await lookOnce()
      return answer()
    },
    fetch() {
      const release = stage.at === 'available' || stage.at === 'failed' ? stage.release : null
      if (!release || !releases || fetching) return answer()
      show({ at: 'fetching', release, percent: 0 })
      fetching = releases.fetch((percent) => {
        if (stage.at === 'fetching' && percent > stage.percent) show({ ...stage, percent })
      })
      void follow(release, fetching)
      return answer()
    },
    cancel() {
      fetching?.cancel()
      return answer()
    },
    async install() {
      if (stage.at !== 'ready' || !releases || installing) return answer()
      const guests = setup.hosting.party()?.guests ?? []
      if (guests.length > 0) return notNow(guests)
      installing = true
      await install(releases, stage.release)
      return answer()
    },
    setAutomatic(on) {
      settings.change({ automaticUpdates: on })
      setup.tell(state())
      return answer()
    },
    setPlaying(now) {
      playing = now
    },
  }
}

function notNow([first, ...more]: readonly string[]): Failure {
  const who = more.length === 0 ? `${first} is` : `${first} and ${more.length} more are`
  const message = `${who} in your party. Play on, or stop the party first; the new version waits.`
  return { ok: false, code: 'not-now', message }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.message === 'cancelled'
}

/** HTTP errors carry whole pages and headers behind their first line. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
