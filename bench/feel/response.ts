/** From the key to one's own body, in frames: two runs that differ in nothing but the key, compared. */

import type { AnyGame } from '../../src/games/game.ts'
import { VirtualParty } from '../../test/support/virtual-party.ts'
import { apart, bodiesOf, type Place } from './bodies.ts'
import type { Profile } from './profiles.ts'
import { most } from './samples.ts'

/** How often each player's screen draws, in a second. */
const screens = [60, 144, 120, 75, 50, 30]
const settling = 4000
/** Each presses so many milliseconds after the one before. */
const turnEvery = 370
const framesKept = 60

/** The most frames, of all players, between the press and a change of the own body; 0: in the very same frame. */
export function responseOf(game: AnyGame, profile: Profile): number {
  const still = frames(game, profile, game.idle)
  const pressed = frames(game, profile, pressOf(game))
  return most(
    pressed.map((after, player) => {
      const frame = after.findIndex((body, i) => {
        const other = still[player]?.[i]
        return body && other && apart(body, other) > 0
      })
      return frame < 0 ? framesKept : frame
    }),
  )
}

/** Where each player saw itself in its frames from the press on. */
function frames(game: AnyGame, profile: Profile, press: unknown): (Place | undefined)[][] {
  const world = new VirtualParty(profile.weather, { game })
  const seen: (Place | undefined)[][] = []
  for (const [i, rate] of screens.entries()) {
    const client = world.join(`Player ${i + 1}`, {}, '/play/', profile.clock?.(i))
    client.stop()
    world.time.every(1000 / rate, () => client.frame(world.time.now), i * 1.7)
    const own: (Place | undefined)[] = []
    seen.push(own)
    const pressAt = settling + i * turnEvery
    client.play = () => game.input.copy(world.time.now >= pressAt ? press : game.idle)
    client.framed = () => {
      if (world.time.now < pressAt || own.length >= framesKept) return
      own.push(bodiesOf(client.scene?.state ?? {})[client.party.state.seat ?? -1])
    }
  }
  world.time.pass(settling + screens.length * turnEvery + 1000)
  return seen
}

/** The input of a player who pushes the stick, or turns, as far as it goes. */
function pressOf(game: AnyGame): unknown {
  const idle = Object.entries(game.idle as object)
  const pressed = idle.map(([name, value]) => [name, typeof value === 'number' ? 1 : value])
  return game.input.quantise(Object.fromEntries(pressed))
}
