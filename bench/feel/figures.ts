/** All that is measured of a game on one network. */

import type { AnyGame } from '../../src/games/game.ts'
import { type Others, othersOf } from './others.ts'
import { type Own, ownOf } from './own.ts'
import { play } from './play.ts'
import type { Profile } from './profiles.ts'
import { responseOf } from './response.ts'

export interface Figures {
  readonly profile: Profile
  /** Frames from the key to one's own body; see `responseOf`. */
  readonly response: number
  readonly own: Own
  readonly others: Others
}

export function figuresOf(game: AnyGame, profile: Profile, seconds: number): Figures {
  const played = play(game, profile, seconds)
  return {
    profile,
    response: responseOf(game, profile),
    own: ownOf(played),
    others: othersOf(played),
  }
}
