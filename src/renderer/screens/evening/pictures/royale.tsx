/** Rock-paper-scissors: the three, each above the one who picked it. */

import { Figure } from '../../../pieces/figure.tsx'

export function RoyalePicture() {
  return (
    <>
      <rect className="scene-stage" width="320" height="200" />
      <path className="scene-beam" d="M160 -30L300 230H20Z" />
      <path
        className="scene-bubble"
        d="M18 22q42-14 84 0q8 32 0 64q-20 8-34 6l-12 16l-4-16q-20 2-34-6q-8-32 0-64Z"
      />
      <path
        className="scene-bubble"
        d="M118 10q42-14 84 0q8 32 0 64q-20 8-30 6l-12 16l-8-16q-20 2-34-6q-8-32 0-64Z"
      />
      <path
        className="scene-bubble"
        d="M218 22q42-14 84 0q8 32 0 64q-20 8-34 6l-4 16l-12-16q-20 2-34-6q-8-32 0-64Z"
      />
      <path className="scene-stone" d="M36 66q-4-24 22-30q30-2 32 20q0 20-24 22q-26 2-30-12Z" />
      <path className="scene-stone-light" d="M48 50q6-8 18-8" />
      <path className="scene-paper" d="M138 20l40-2q6 22 2 48l-40 2q-6-24-2-48Z" />
      <path className="scene-lines" d="M146 32h24M145 42h26M146 52h20" />
      <g className="scene-scissors">
        <path d="M244 34l32 34M276 34l-32 34" />
        <circle cx="240" cy="74" r="8" />
        <circle cx="280" cy="74" r="8" />
      </g>
      <Figure shape="square" colour="moss" x={60} y={146} radius={30} look={[0.7, -0.8]} />
      <Figure shape="cloud" colour="snow" x={160} y={142} radius={32} look={[0, -1]} />
      <Figure shape="triangle" colour="coral" x={260} y={146} radius={30} look={[-0.7, -0.8]} />
    </>
  )
}
