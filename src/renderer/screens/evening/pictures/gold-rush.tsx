/** Gold rush: coins on the grass, a chest at home, and somebody who carries more than is wise. */

import { Figure } from '../../../pieces/figure.tsx'

const coins = [
  [44, 58],
  [92, 34],
  [118, 150],
  [60, 164],
  [246, 48],
  [196, 36],
] as const

export function GoldRushPicture() {
  return (
    <>
      <rect className="scene-grass" width="320" height="200" />
      <path
        className="scene-blade"
        d="M20 110q4-12 2-20M34 112q-2-10 4-18M286 122q4-12 2-20M150 190q4-12 2-20M164 192q-2-10 4-18"
      />
      {coins.map(([x, y]) => (
        <Coin key={x} x={x} y={y} r={11} />
      ))}
      <ellipse className="scene-shade" cx="248" cy="150" rx="58" ry="14" />
      <path className="scene-wood-edge" d="M198 104h100v40q0 8-8 8h-84q-8 0-8-8Z" />
      <path className="scene-wood" d="M198 106q0-34 50-34t50 34Z" />
      <path className="scene-band" d="M196 106h104M222 78v74M274 78v74" />
      <rect className="scene-coin" x="240" y="98" width="16" height="20" rx="5" />
      <Coin x={146} y={50} r={12} />
      <Coin x={132} y={64} r={12} />
      <Coin x={152} y={70} r={12} />
      <Figure shape="flower" colour="teal" x={142} y={108} radius={29} look={[1, 0]} lean={9} />
      <Figure shape="hexagon" colour="rust" x={52} y={112} radius={24} look={[1, -0.1]} lean={16} />
    </>
  )
}

function Coin({ x, y, r }: { x: number; y: number; r: number }) {
  return (
    <g>
      <circle className="scene-coin-edge" cx={x} cy={y + 3} r={r} />
      <circle className="scene-coin" cx={x} cy={y} r={r} />
      <path
        className="scene-glint"
        d={`M${x - r * 0.4} ${y - r * 0.1}q${r * 0.1}-${r * 0.4} ${r * 0.5}-${r * 0.4}`}
      />
    </g>
  )
}
