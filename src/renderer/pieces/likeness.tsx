/** Somebody's portrait in the mood of the place, in a size that grows with the text around it. */

import { useSyncExternalStore } from 'react'
import type { Appearance } from '../../protocol/appearance.ts'
import { useMood } from '../session/comforts.ts'
import { Portrait } from '../stage/portrait.tsx'

export interface LikenessProps {
  of: Appearance
  /** Across, in rem. */
  size: number
  asleep?: boolean
  crowned?: boolean
}

export function Likeness({ of, size, asleep = false, crowned = false }: LikenessProps) {
  const mood = useMood()
  const rem = useRem()
  return (
    <Portrait appearance={of} size={Math.round(size * rem)} mood={mood} asleep={asleep} crowned={crowned} />
  )
}

/** CSS pixels in one rem, which follow the width of the window. */
function useRem(): number {
  return useSyncExternalStore(followWindow, readRem)
}

function followWindow(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
