/** Sumo: a shrinking platform, two who push, and one who is on the way down. */

import { Figure } from '../../../pieces/figure.tsx'

export function SumoPicture() {
  return (
    <>
      <rect className="scene-deep" width="320" height="200" />
      <path
        className="scene-ripple"
        d="M18 40q12-8 24 0t24 0M232 28q12-8 24 0t24 0M16 168q12-8 24 0M262 178q12-8 24 0t24 0"
      />
      <ellipse className="scene-under" cx="150" cy="132" rx="122" ry="56" />
      <ellipse className="scene-wood-edge" cx="150" cy="120" rx="122" ry="56" />
      <ellipse className="scene-wood" cx="150" cy="112" rx="122" ry="56" />
      <ellipse className="scene-ring" cx="150" cy="112" rx="88" ry="38" />
      <path className="scene-crack" d="M262 96l-14 8l6 10l-16 8M34 126l18-2l-2 12l14 6" />
      <Figure shape="square" colour="plum" x={122} y={92} radius={31} look={[1, 0.1]} lean={14} />
      <Figure shape="cloud" colour="rose" x={182} y={92} radius={30} look={[-1, 0.1]} lean={-10} />
      <path className="scene-puff" d="M150 62l4-14M164 66l10-10M138 66l-10-10" />
      <Figure shape="triangle" colour="leaf" x={284} y={150} radius={19} look={[-0.6, -1]} lean={38} />
    </>
  )
}
