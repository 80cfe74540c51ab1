/** Tic-tac-toe: the marks are the players themselves, and three of them stand in a row. */

import { Figure } from '../../../pieces/figure.tsx'

const at = (column: number, row: number) => ({ x: 104 + column * 56, y: 40 + row * 56 })

export function TicTacToePicture() {
  return (
    <>
      <rect className="scene-cloth" width="320" height="200" />
      <path
        className="scene-check"
        d="M0 0h40v40H0zM80 0h40v40H80zM160 0h40v40h-40zM240 0h40v40h-40zM40 40h40v40H40zM280 40h40v40h-40zM0 80h40v40H0zM240 80h40v40h-40zM40 120h40v40H40zM280 120h40v40h-40zM0 160h40v40H0zM80 160h40v40H80zM160 160h40v40h-40zM240 160h40v40h-40z"
      />
      <rect className="scene-board-edge" x="68" y="14" width="184" height="182" rx="18" />
      <rect className="scene-board" x="68" y="6" width="184" height="182" rx="18" />
      <path className="scene-grid" d="M132 20v150M188 20v150M80 68h160M80 124h160" />
      <path className="scene-win" d="M92 28L228 164" />
      {[at(0, 0), at(1, 1), at(2, 2)].map((place) => (
        <Figure
          key={place.x}
          shape="circle"
          colour="sun"
          {...place}
          radius={19}
          look={[0.4, 0.2]}
          feet={false}
        />
      ))}
      {[at(1, 0), at(2, 1)].map((place) => (
        <Figure
          key={place.x}
          shape="star"
          colour="plum"
          {...place}
          radius={18}
          look={[-0.5, 0.4]}
          feet={false}
        />
      ))}
    </>
  )
}
