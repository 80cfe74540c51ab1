/** Somebody who watches a party from outside any browser, and knows what the host says is so. */

import { randomBytes } from 'node:crypto'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'
import type { PlayerInfo } from '../../src/protocol/messages.ts'

export interface Witness {
  readonly party: Party
  player(name: string): PlayerInfo | undefined
  /** Where the host has this player, and with what score. */
  body(name: string): { x: number; y: number; score: number } | undefined
  /** Whether the host has them neither move nor want to. */
  stands(name: string): boolean
  /** Its place, and its speed in units a second. */
  ball(): { x: number; y: number; speed: number }
  /** The host's time, in ticks, as of its last snapshot; -1 before the first one. */
  readonly tick: number
  leave(): void
}

export function watch(port: number, room = ''): Witness {
  const party = new Party({
    url: `ws://127.0.0.1:${port}/play/${room}`,
    dial,
    token: randomBytes(16).toString('base64url'),
    appearance: { name: 'Witness', colour: 'coal', shape: 'drop' },
    as: 'spectator',
    resume: null,
    keepResume: () => {},
    now: () => performance.now(),
    random: Math.random,
  })
  const beat = setInterval(() => {
    party.advance(performance.now())
    party.match?.frame(performance.now(), () => ({ x: 0, y: 0, kick: false }))
  }, 50)
  const player = (name: string) => [...party.state.players.values()].find((one) => one.name === name)
  const meadow = () => party.match?.truth?.state as Meadow | undefined
  const bodyOf = (name: string) => {
    const seat = player(name)?.seat
    return seat === undefined ? undefined : meadow()?.players[seat]
  }
  return {
    party,
    player,
    get tick() {
      return party.match?.truth?.tick ?? -1
    },
    body(name) {
      const body = bodyOf(name)
      return body && { x: body.x, y: body.y, score: body.score }
    },
    stands(name) {
      const body = bodyOf(name)
      return body !== undefined && body.mx === 0 && body.my === 0 && Math.hypot(body.vx, body.vy) < 2
    },
    ball() {
      const { x, y, vx, vy } = meadow()?.ball ?? { x: Number.NaN, y: Number.NaN, vx: 0, vy: 0 }
      return { x, y, speed: Math.hypot(vx, vy) }
    },
    leave() {
      clearInterval(beat)
      party.leave()
    },
  }
}
