/** What the player holds in hand: whatever they touched last. */

import { useSyncExternalStore } from 'react'
import { connectedPads } from '../../session/pads.ts'

export type Device = 'keys' | 'touch' | 'pad'

const watchers = new Set<() => void>()
let device: Device | null = null

export function useLastDevice(): Device {
  return useSyncExternalStore(subscribe, () => device ?? firstGuess())
}

/** Runs while the party is on screen, so that it is known by the time somebody asks. */
export function followDevices(signal: AbortSignal): void {
  const use = (next: Device) => {
    if (next === device) return
    device = next
    for (const watcher of watchers) watcher()
  }
  window.addEventListener('keydown', () => use('keys'), { signal, capture: true })
  window.addEventListener(
    'pointerdown',
    ({ pointerType }) => use(pointerType === 'touch' ? 'touch' : 'keys'),
    { signal, capture: true, passive: true },
  )
  // Gamepads tell nobody that they are used: one has to look.
  const look = setInterval(() => {
    if (connectedPads().some(isInUse)) use('pad')
  }, 250)
  signal.addEventListener('abort', () => clearInterval(look))
}

function isInUse(pad: Gamepad): boolean {
  return pad.buttons.some(({ pressed }) => pressed) || pad.axes.some((axis) => Math.abs(axis) > 0.5)
}

function subscribe(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

function firstGuess(): Device {
  return matchMedia('(pointer: coarse)').matches ? 'touch' : 'keys'
}
