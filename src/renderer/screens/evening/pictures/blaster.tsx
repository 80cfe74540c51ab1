/** Blaster: shots across an arena of hedges, and one who ducks behind them. */

import { Figure } from '../../../pieces/figure.tsx'

export function BlasterPicture() {
  return (
    <>
      <rect className="scene-sand" width="320" height="200" />
      <path className="scene-speck" d="M30 40h.1M110 20h.1M180 176h.1M300 92h.1M236 24h.1M90 178h.1" />
      <rect className="scene-hedge-low" x="150" y="22" width="34" height="78" rx="14" />
      <rect className="scene-hedge" x="150" y="14" width="34" height="74" rx="14" />
      <rect className="scene-hedge-low" x="206" y="142" width="86" height="34" rx="14" />
      <rect className="scene-hedge" x="206" y="134" width="86" height="32" rx="14" />
      <path className="scene-streak" d="M112 122h62M96 128h40" />
      <circle className="scene-shot" cx="186" cy="122" r="9" />
      <path className="scene-streak" d="M130 66l-18 -8" />
      <circle className="scene-shot" cx="138" cy="70" r="7" />
      <Figure shape="hexagon" colour="navy" x={70} y={116} radius={30} look={[1, 0.1]} lean={-8} />
      <Figure shape="drop" colour="coral" x={246} y={112} radius={26} look={[-0.8, 0.8]} lean={26} />
      <Figure shape="circle" colour="leaf" x={214} y={48} radius={21} look={[-1, 0.4]} />
    </>
  )
}
