/** What a screen may ask of its machine, answered by the desktop app's main process. */

import type { Nearby } from '../protocol/advert.ts'
import { playUrl } from '../protocol/link.ts'
import type { DesktopBridge } from './desktop-calls.ts'
import type { HostedParty, Platform, Result } from './platform.ts'
import type { UpdateState } from './updates.ts'

declare global {
  interface Window {
    /** Put there by the preload script; absent in a guest's browser. */
    readonly romp?: DesktopBridge
  }
}

export function desktopPlatform(bridge: DesktopBridge): Platform {
  let watching = 0
  return {
    kind: 'desktop',
    home: null,
    offered: null,
    watchNearby(show) {
      watching += 1
      const stop = follow(bridge.onNearby, () => bridge.watchNearby(true), show)
      return once(() => {
        stop()
        watching -= 1
        if (watching === 0) void bridge.watchNearby(false)
      })
    },
    travel: (target) => ({ kind: 'here', url: playUrl(target) }),
    probe: (target) => bridge.probe(target),
    hosting: {
      start: (options) => bridge.startHosting(options),
      stop: () => bridge.stopHosting(),
      watch: (show) => once(follow<HostedParty | null>(bridge.onHosted, () => bridge.hosted(), show)),
    },
    updates: {
      watch: (show) => once(follow<UpdateState>(bridge.onUpdate, () => bridge.update(), show)),
      watchAsked: (show) => once(bridge.onUpdateAsked(show)),
      examine: () => bridge.examineUpdates(),
      check: () => bridge.checkForUpdate(),
      fetch: () => bridge.fetchUpdate(),
      cancel: () => bridge.cancelUpdate(),
      install: () => bridge.installUpdate(),
      setAutomatic: (on) => bridge.setAutomaticUpdates(on),
      setPlaying: (playing) => void bridge.setPlaying(playing),
    },
    copyDiagnostics: async () => (await bridge.copyDiagnostics()).ok,
    watchLinks(show) {
      const take = async () => {
        const link = await bridge.takeLink()
        if (link.ok && link.value) show(link.value)
      }
      const leave = bridge.onLink(() => void take())
      void take()
      return once(leave)
    },
    copyText: async (text) => (await bridge.copyText(text)).ok,
    openExternal: (url) => void bridge.openExternal(url),
  }
}

/** Shows what is asked for now and every event after it; an event that overtakes the answer is not undone by it. */
function follow<Value extends Nearby | HostedParty | UpdateState | null>(
  events: (hear: (value: Value) => void) => () => void,
  ask: () => Promise<Result<Value>>,
  show: (value: Value) => void,
): () => void {
  let settled = false
  const leave = events((value) => {
    settled = true
    show(value)
  })
  void ask().then((answer) => {
    if (!settled && answer.ok) show(answer.value)
  })
  return () => {
    settled = true
    leave()
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    act()
  }
}
