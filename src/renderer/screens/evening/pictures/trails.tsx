/** Trails: three lines that wind about each other, one with a gap to slip through. */

import { Figure } from '../../../pieces/figure.tsx'
import { useMood } from '../../../session/comforts.ts'
import { playerColours } from '../../../stage/palette.ts'

export function TrailsPicture() {
  const inks = playerColours[useMood()]
  return (
    <>
      <rect className="scene-floor" width="320" height="200" />
      <path
        className="scene-speck"
        d="M24 30h.1M92 18h.1M290 60h.1M150 180h.1M262 176h.1M40 120h.1M214 28h.1"
      />
      <g fill="none" strokeWidth="11" strokeLinecap="round" strokeLinejoin="round">
        <path className="trail" stroke={inks.sky} d="M-10 60C40 52 66 70 76 104C88 148 140 160 168 128" />
        <path
          className="trail"
          stroke={inks.coral}
          d="M330 166C280 176 244 150 246 108C248 78 230 58 196 62"
        />
        <path
          className="trail"
          stroke={inks.sun}
          d="M60 214C44 178 20 160 28 128M36 104C60 66 110 34 146 62"
        />
      </g>
      <Figure shape="drop" colour="sky" x={178} y={116} radius={17} look={[0.8, -0.6]} lean={24} />
      <Figure shape="star" colour="coral" x={184} y={66} radius={17} look={[-1, 0.2]} lean={-8} />
      <Figure shape="circle" colour="sun" x={150} y={64} radius={16} look={[0.6, 0.8]} lean={8} />
    </>
  )
}
