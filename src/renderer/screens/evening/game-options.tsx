/** What can be chosen for a game before it begins. */

import type { AnyGame, Options } from '../../../games/game.ts'
import { Segments } from '../../pieces/segments.tsx'

export interface GameOptionsProps {
  game: AnyGame
  chosen: Options
  onChoose(id: string, value: number): void
}

export function GameOptions({ game, chosen, onChoose }: GameOptionsProps) {
  return game.options.map(({ id, label, choices, standard }) => (
    <Segments
      key={id}
      label={label}
      value={chosen[id] ?? standard}
      choices={choices}
      onChange={(value) => onChoose(id, value)}
    />
  ))
}

/** The options in one line, such as "Rounds 5 · Gaps: Some". */
export function optionsLine({ options }: AnyGame, chosen: Options): string {
  return options
    .map(({ id, label, choices, standard }) => {
      const value = chosen[id] ?? standard
      return `${label}: ${choices.find((choice) => choice.value === value)?.label ?? value}`
    })
    .join(' · ')
}
