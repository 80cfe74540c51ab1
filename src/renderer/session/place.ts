/** Where the player is: at home, or in a party. In the browser the page's address says the same. */

import { createStore } from 'zustand/vanilla'
import type { Platform } from '../../platform/platform.ts'
import { parseRoomPath, type Target } from '../../protocol/link.ts'
import { approach, hosting } from './hosted.ts'
import { tokenFor } from './me.ts'
import { type OpenParty, openParty, type Wish } from './open-party.ts'
import { findReturn, forgetReturn, keepReturn } from './return.ts'

export const place = createStore<{ open: OpenParty | null }>(() => ({ open: null }))

/** Goes to a party; another host's party opens as that host's page where this one cannot show it. */
export function goToParty(platform: Platform, chosen: Target, wish: Partial<Wish> = {}): void {
  const { target, operatorToken } = approach(chosen, hosting.getState().party)
  const way = platform.travel(target)
  if (way.kind === 'gone') return
  enter(target, way.url, operatorToken, wish)
  if (platform.kind === 'browser' && target.room !== null) showPath(`/r/${target.room}`)
}

/** Back to the list of parties. `leave` gives the seat up; without it the seat is held for a while. */
export function goHome(platform: Platform, leave = true): void {
  place.getState().open?.close(leave)
  place.setState({ open: null })
  forgetReturn()
  if (platform.kind === 'browser') showPath('/')
}

/** Goes back to the party that this page was in before it was loaded again, unless a link has led elsewhere meanwhile. */
export function returnToParty(platform: Platform): void {
  findReturn(platform, (target, wish) => {
    if (place.getState().open === null) goToParty(platform, target, wish)
  })
}

/** Opens the room that the address names, now and whenever the browser's Back and Forward change it. */
export function followHistory(platform: Platform): void {
  if (platform.kind !== 'browser') return
  const follow = () => {
    const room = parseRoomPath(location.pathname) ?? null
    if (room === null || platform.home === null) {
      place.getState().open?.close(true)
      place.setState({ open: null })
      return
    }
    const target = { ...platform.home, room }
    const way = platform.travel(target)
    if (way.kind === 'here') enter(target, way.url, null, {})
  }
  window.addEventListener('popstate', follow)
  if (platform.home?.room != null) follow()
}

function enter(target: Target, url: string, operatorToken: string | null, wished: Partial<Wish>): void {
  place.getState().open?.close(true)
  const token = operatorToken ?? tokenFor(target)
  const wish: Wish = { as: 'player', invite: false, ...wished }
  const open = openParty(target, url, token, wish)
  keepReturn(open, wish.as)
  place.setState({ open })
}

function showPath(path: string): void {
  if (location.pathname !== path) history.pushState(null, '', path)
}
