/** A string of paper lanterns along the top; at dusk they are lit. */

import type { CSSProperties } from 'react'
import './garland.css'

/** One length of the string, in units of 1/16 rem; as many as any screen is wide hang side by side. */
const tileWidth = 416
const tiles = Array.from({ length: 10 }, (_, tile) => tile)
const lanterns = [
  { x: 62, y: 17 },
  { x: 208, y: 30 },
  { x: 354, y: 17 },
] as const
const glows = ['#ffb648', '#ff7d5e', '#8fd3b1', '#ffd873', '#f58fb0', '#8fc2f0'] as const

export function Garland() {
  return (
    <div className="garland">
      {tiles.map((tile) => (
        <Length key={tile} first={tile * lanterns.length} />
      ))}
    </div>
  )
}

function Length({ first }: { first: number }) {
  return (
    <svg className="garland-length" viewBox={`0 0 ${tileWidth} 96`} aria-hidden="true">
      <path className="garland-wire" d="M-2 2C90 40 326 40 418 2" />
      {lanterns.map(({ x, y }, i) => (
        <g key={x} style={{ '--glow': glows[(first + i) % glows.length] } as CSSProperties}>
          <circle className="lantern-glow" cx={x} cy={y + 25} r="40" />
          <path className="garland-wire" d={`M${x} ${y}v10`} />
          <path
            className="lantern-body"
            d={`M${x - 11} ${y + 9}q11 -6 22 0q8 16 0 32q-11 6 -22 0q-8 -16 0 -32Z`}
          />
          <path className="lantern-rib" d={`M${x - 14} ${y + 19}q14 6 28 0M${x - 14} ${y + 31}q14 6 28 0`} />
        </g>
      ))}
    </svg>
  )
}
