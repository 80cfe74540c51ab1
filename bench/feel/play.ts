/** Some people who play a game over a network, all of it in virtual time and from one seed. */

import type { AnyGame } from '../../src/games/game.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { VirtualParty } from '../../test/support/virtual-party.ts'
import { ClientLog } from './client-log.ts'
import { HostLog } from './host-log.ts'
import type { Profile } from './profiles.ts'

export interface Played {
  readonly game: AnyGame
  readonly profile: Profile
  readonly seconds: number
  readonly host: HostLog
  readonly clients: readonly ClientLog[]
}

const players = 6
/** Milliseconds to join and settle in, which do not count. */
const settling = 5000

/** The game's own bots play, on what a player sees, for so many seconds that count. */
export function play(game: AnyGame, profile: Profile, seconds: number, seed = 1): Played {
  let now = () => 0
  const host = new HostLog(game, () => now())
  const world = new VirtualParty(profile.weather, { game: host.game }, seed)
  now = () => world.time.now
  const clients = Array.from({ length: players }, (_, i) => {
    const client = world.join(`Player ${i + 1}`, {}, '/play/', profile.clock?.(i))
    const bot = brain(game, () => world.time.now, randomStream(seed * 1000 + i))
    return new ClientLog(client, game, now, bot)
  })
  world.time.pass(settling)
  for (const client of clients) client.begin()
  const { turns } = profile
  if (turns) world.time.at(world.time.now + turns.after, () => (world.network.weather = turns.to))
  world.time.pass(seconds * 1000)
  if (world.reported.length > 0) throw world.reported[0]
  return { game, profile, seconds, host, clients }
}

function brain(game: AnyGame, now: () => number, random: () => number) {
  let sits: { seat: number; next(state: unknown, tick: number): unknown } | null = null
  return (state: unknown, seat: number) => {
    if (sits?.seat !== seat) {
      const bot = game.bot.play(seat, random, 'fair')
      sits = { seat, next: (seen, tick) => bot.next(seen, tick) }
    }
    return sits.next(state, Math.floor((now() * game.ticksPerSecond) / 1000))
  }
}
