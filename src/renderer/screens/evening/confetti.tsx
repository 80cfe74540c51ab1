/** Paper that rains for a while; where motion is not wanted, it lies there already. */

import type { CSSProperties } from 'react'
import { useReducedMotion } from '../../session/comforts.ts'
import './confetti.css'

const inks = ['#ffcf52', '#e2745c', '#5cc8fd', '#8e3ebd', '#a8bf1c', '#ffa3b1', '#0c99ad'] as const

/** The same scatter on every screen. */
const pieces = Array.from({ length: 70 }, (_, i) => ({
  '--x': `${(i * 61.8) % 100}%`,
  '--ink': inks[i % inks.length],
  '--wait': `${((i * 37) % 100) / 28}s`,
  '--fall': `${3.4 + ((i * 23) % 10) / 4}s`,
  '--drift': `${((i * 17) % 21) - 10}vw`,
  '--turn': `${((i * 53) % 9) - 4}`,
  '--wide': `${0.4 + ((i * 7) % 5) / 12}rem`,
  '--rest': `${88 + ((i * 13) % 12)}%`,
})) as CSSProperties[]

export function Confetti() {
  const still = useReducedMotion()
  return (
    <div className={`confetti ${still ? 'still' : ''}`} aria-hidden="true">
      {pieces.map((style, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
        <i key={i} style={style} />
      ))}
    </div>
  )
}
