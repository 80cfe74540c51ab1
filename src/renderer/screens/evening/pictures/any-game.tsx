/** A game that nobody has painted yet: two who look forward to it, under its initial. */

import { colours, shapes } from '../../../../protocol/appearance.ts'
import { Figure } from '../../../pieces/figure.tsx'

export function AnyGamePicture({ id, title }: { id: string; title: string }) {
  const seed = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const pick = <T,>(from: readonly [T, ...T[]], by: number): T => from[(seed + by) % from.length] ?? from[0]
  return (
    <>
      <rect className="scene-sky" width="320" height="200" />
      <path className="scene-hill" d="M-4 132Q70 84 160 118T324 104V204H-4Z" />
      <path className="scene-grass" d="M-4 164Q90 132 180 156T324 148V204H-4Z" />
      <path className="scene-bubble" d="M118 22q42-16 84 0q10 38 0 74q-42 12-84 0q-10-36 0-74Z" />
      <text className="scene-letter" x="160" y="84" textAnchor="middle">
        {title.charAt(0).toUpperCase()}
      </text>
      <Figure
        shape={pick(shapes, 0)}
        colour={pick(colours, 1)}
        x={84}
        y={138}
        radius={29}
        look={[0.8, -0.7]}
      />
      <Figure
        shape={pick(shapes, 3)}
        colour={pick(colours, 6)}
        x={238}
        y={140}
        radius={29}
        look={[-0.8, -0.7]}
      />
    </>
  )
}
