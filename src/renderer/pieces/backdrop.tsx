/** The place itself behind every screen that is not the stage: hills in the late sun, and lanterns at dusk. */

import type { CSSProperties, ReactNode } from 'react'
import type { Appearance } from '../../protocol/appearance.ts'
import { Garland } from './garland.tsx'
import { Likeness } from './likeness.tsx'
import './backdrop.css'

/** Friends who came early and wait on the hill. */
const crowd = [
  { of: { name: '', colour: 'coral', shape: 'flower' }, size: 5.5, left: '5%', bottom: '11%' },
  { of: { name: '', colour: 'sky', shape: 'drop' }, size: 4.5, left: '14%', bottom: '6%' },
  { of: { name: '', colour: 'sun', shape: 'star' }, size: 5, left: '27%', bottom: '9%' },
  { of: { name: '', colour: 'moss', shape: 'square' }, size: 4.25, left: '58%', bottom: '4%' },
  { of: { name: '', colour: 'rose', shape: 'cloud' }, size: 5.5, left: '88%', bottom: '7%' },
] as const satisfies readonly { of: Appearance; size: number; left: string; bottom: string }[]

const petals = ['#fff6e2', '#f7a8b8', '#ffd873', '#b98fe0'] as const
const flowers = Array.from({ length: 22 }, (_, i) => ({
  x: 24 + i * 73 + ((i * 29) % 41),
  y: 356 + ((i * 31) % 52),
  petals: petals[i % petals.length],
}))

const fireflies = Array.from({ length: 14 }, (_, i) => ({
  left: `${(i * 37 + 11) % 97}%`,
  top: `${58 + ((i * 23) % 37)}%`,
  animationDelay: `${-((i * 1.7) % 9)}s`,
  animationDuration: `${7 + ((i * 1.3) % 5)}s`,
})) satisfies CSSProperties[]

export function Backdrop({ children }: { children?: ReactNode }) {
  return (
    <>
      <div className="backdrop" aria-hidden="true">
        <div className="backdrop-stars" />
        <div className="backdrop-sun" />
        <Clouds />
        <Garland />
        <Hills />
        {crowd.map(({ of, size, left, bottom }) => (
          <div key={of.shape} className="backdrop-friend" style={{ left, bottom }}>
            <Likeness of={of} size={size} />
          </div>
        ))}
        <div className="backdrop-fireflies">
          {fireflies.map((style) => (
            <i key={style.left} style={style} />
          ))}
        </div>
      </div>
      {children}
    </>
  )
}

function Hills() {
  return (
    <svg
      className="backdrop-hills"
      viewBox="0 0 1600 420"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path
        className="hill far"
        d="M0 190C170 110 330 96 520 158C700 216 860 130 1060 104C1270 78 1440 150 1600 122V420H0Z"
      />
      <g className="backdrop-trees">
        <path d="M150 290c-8-80 22-124 62-124s70 44 62 124Z" />
        <path d="M252 290c-6-52 18-86 48-86s54 34 48 86Z" />
        <path d="M1230 280c-10-90 30-138 76-138s84 48 74 138Z" />
        <path d="M1356 280c-6-52 18-84 46-84s52 32 46 84Z" />
      </g>
      <path
        className="hill mid"
        d="M0 262C220 184 420 226 640 258C880 292 1080 196 1300 214C1430 224 1530 252 1600 244V420H0Z"
      />
      <path className="hill near" d="M0 338C260 268 520 322 800 336C1080 350 1340 286 1600 318V420H0Z" />
      <path
        className="backdrop-grass"
        d="M84 336q2-20-8-32q14 6 16 22q2-20 12-30q-4 18 0 30q6-14 16-18q-10 14-10 28ZM512 334q2-16-6-26q12 4 14 18q2-16 10-26q-3 16 0 26q5-12 14-14q-9 12-9 22ZM1014 352q2-20-8-32q14 6 16 22q2-20 12-30q-4 18 0 30q6-14 16-18q-10 14-10 28ZM1414 326q2-16-6-26q12 4 14 18q2-16 10-26q-3 16 0 26q5-12 14-14q-9 12-9 22Z"
      />
      {flowers.map(({ x, y, petals }) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <path className="backdrop-stem" d="M0 0v11" />
          {/* Five round dashes on a circle. */}
          <circle className="backdrop-petals" r="4" cy="-1" stroke={petals} strokeDasharray="0 5.03" />
          <circle r="1.9" cy="-1" className="backdrop-heart" />
        </g>
      ))}
    </svg>
  )
}

function Clouds() {
  return (
    <svg
      className="backdrop-clouds"
      viewBox="0 0 1600 300"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <path d="M130 170q-6-44 40-46q16-40 60-28q30-34 66-4q50-8 52 36q34 8 24 42Z" />
      <path d="M1180 120q-4-30 28-32q12-28 42-20q22-24 46-2q36-4 36 26q24 6 16 28Z" />
      <path d="M760 232q-4-24 22-26q10-22 34-16q16-18 38-2q30-4 30 20q18 6 12 24Z" />
    </svg>
  )
}
