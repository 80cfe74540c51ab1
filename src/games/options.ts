/** What was chosen for a match: every option with one of its values, whatever was asked for. */

import type { AnyGame, Options } from './game.ts'

export function standardOptions(game: AnyGame): Options {
  return chosenOptions(game, {})
}

/** What is not chosen, or not among the choices, is as it is by standard. */
export function chosenOptions({ options }: AnyGame, chosen: Options): Options {
  return Object.fromEntries(
    options.map(({ id, choices, standard }) => {
      const value = Object.hasOwn(chosen, id) ? chosen[id] : undefined
      return [id, choices.find((choice) => choice.value === value)?.value ?? standard]
    }),
  )
}
