/** The outermost loop of a client: one party with its heartbeat, and the page's signs of waking and sleeping. */

import { Party } from '../../client/party.ts'
import { keepResume, keptResume } from '../../platform/device.ts'
import type { Connection } from '../../protocol/connection.ts'
import type { Target } from '../../protocol/link.ts'
import { showsParty } from './debugging.ts'
import { dial } from './dial.ts'
import { me } from './me.ts'
import { connectedPads } from './pads.ts'
import { pageShelf } from './shelves.ts'

export interface OpenParty {
  /** Counts up: the same party opened again is another one to the screen. */
  readonly id: number
  readonly party: Party
  readonly target: Target
  /** True where the screen begins with how others come in. */
  readonly invite: boolean
  /** Ends it all. `leave` gives the seat up, too; without it the seat can still be come back to. */
  close(leave: boolean): void
}

/** How one comes in. */
export interface Wish {
  as: 'player' | 'spectator'
  /** Just hosted: the first thing to do is to bring others in. */
  invite: boolean
}

/** Often enough for heartbeats and waits; the stage calls `advance` each frame besides. */
const beatEvery = 100
/** Nobody touched anything for so long: the character falls asleep. */
const idleAfter = 180_000

declare global {
  interface Window {
    rompParty?: Party
  }
}

let opened = 0

export function openParty(target: Target, url: string, token: string, { as, invite }: Wish): OpenParty {
  let line: Connection | null = null
  const party = new Party({
    url,
    dial: (to, receiver) => {
      line = dial(to, receiver)
      return line
    },
    token,
    as,
    appearance: me.getState().appearance,
    resume: keptResume(pageShelf, url),
    keepResume: (key) => keepResume(pageShelf, url, key),
    random: Math.random,
    now: () => performance.now(),
  })
  if (showsParty) window.rompParty = party
  const ends = new AbortController()
  const forgetMe = me.subscribe(({ appearance }) => party.appear(appearance))
  const tellAway = watchPresence(ends.signal, (away) => party.away(away))
  const beat = setInterval(() => {
    party.advance(performance.now())
    tellAway(party.state.status.phase === 'joined')
  }, beatEvery)
  const wake = () => {
    if (!document.hidden) party.wake()
  }
  for (const sign of ['online', 'pageshow', 'focus'] as const) {
    window.addEventListener(sign, wake, { signal: ends.signal })
  }
  document.addEventListener('visibilitychange', wake, { signal: ends.signal })
  party.advance(performance.now())
  opened += 1
  return {
    id: opened,
    party,
    target,
    invite,
    close(leave) {
      if (leave) party.leave()
      // Without a goodbye the line is simply gone, and the host holds the seat for a while.
      else line?.cut()
      ends.abort()
      forgetMe()
      clearInterval(beat)
    },
  }
}

/** Tells when the player goes away or comes back; the answer is told anew after each time of not being joined. */
function watchPresence(signal: AbortSignal, tell: (away: boolean) => void): (joined: boolean) => void {
  let touched = performance.now()
  let told = false
  const touch = () => {
    touched = performance.now()
  }
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const) {
    window.addEventListener(sign, touch, { signal, passive: true })
  }
  const look = (joined: boolean) => {
    if (padInUse()) touch()
    const away = document.hidden || performance.now() - touched > idleAfter
    if (!joined) told = false
    else if (away !== told) {
      told = away
      tell(away)
    }
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) touch()
    },
    { signal },
  )
  return look
}

function padInUse(): boolean {
  return connectedPads().some(
    (pad) => pad.buttons.some((button) => button.pressed) || pad.axes.some((axis) => Math.abs(axis) > 0.4),
  )
}
