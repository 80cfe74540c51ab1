/** How the player likes it: the mood of the place, and how loud it is. Kept on the device. */

import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Mood } from '../../games/view.ts'
import { setVolume } from '../stage/sounds.ts'
import { deviceShelf } from './shelves.ts'

export interface Comforts {
  /** `auto` follows the system's light or dark. */
  mood: 'auto' | Mood
  /** 0 to 1. */
  volume: number
  muted: boolean
}

export const comforts = createStore<Comforts>(() => ({
  mood: moodOf(deviceShelf.read('mood')),
  volume: volumeOf(deviceShelf.read('volume')),
  muted: deviceShelf.read('muted') === 'yes',
}))

comforts.subscribe(({ mood, volume, muted }) => {
  deviceShelf.write('mood', mood)
  deviceShelf.write('volume', String(volume))
  deviceShelf.write('muted', muted ? 'yes' : 'no')
  setVolume(muted ? 0 : volume)
})

export function toggleMute(): void {
  comforts.setState(({ muted, volume }) =>
    // Unmuting a volume of zero would look broken.
    muted && volume === 0 ? { muted: false, volume: 0.6 } : { muted: !muted },
  )
}

/** The sounds start with what was kept. */
export function applyVolume(): void {
  setVolume(audible(comforts.getState()))
}

export function audible({ volume, muted }: Comforts): number {
  return muted ? 0 : volume
}

export function useMood(): Mood {
  const wish = useStore(comforts, (state) => state.mood)
  const dark = useMedia('(prefers-color-scheme: dark)')
  if (wish !== 'auto') return wish
  return dark ? 'dusk' : 'day'
}

export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

function moodOf(kept: string | null): Comforts['mood'] {
  return kept === 'day' || kept === 'dusk' ? kept : 'auto'
}

function volumeOf(kept: string | null): number {
  const volume = Number(kept ?? Number.NaN)
  return volume >= 0 && volume <= 1 ? volume : 0.6
}
