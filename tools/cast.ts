/** The people in the README's picture: clients that play by themselves, and speak when the picture is taken. */

import { randomBytes } from 'node:crypto'
import { dial } from '../src/cli/dial.ts'
import type { LiveMatch } from '../src/client/live-match.ts'
import { Party } from '../src/client/party.ts'
import type { BotBrain } from '../src/games/game.ts'
import type { Body, Meadow } from '../src/games/meadow/world.ts'
import { randomStream } from '../src/netcode/random.ts'
import type { Appearance, Emote } from '../src/protocol/appearance.ts'

const frameTime = 1000 / 60

interface Role {
  readonly look: Appearance
  /** Runs in rounds about this place; whoever has none runs after the ball. */
  readonly home?: { readonly x: number; readonly y: number }
}

const roles: readonly Role[] = [
  { look: { name: 'Ben', colour: 'sky', shape: 'square' }, home: { x: 560, y: 330 } },
  { look: { name: 'Chloé', colour: 'rose', shape: 'flower' }, home: { x: 1120, y: 240 } },
  { look: { name: 'Dmitri', colour: 'navy', shape: 'square' }, home: { x: 930, y: 330 } },
  { look: { name: 'Emi', colour: 'sun', shape: 'star' }, home: { x: 1060, y: 560 } },
  { look: { name: 'Farid', colour: 'teal', shape: 'drop' }, home: { x: 250, y: 250 } },
  { look: { name: 'Greta', colour: 'snow', shape: 'cloud' }, home: { x: 300, y: 650 } },
  { look: { name: 'Hugo', colour: 'rust', shape: 'triangle' } },
  { look: { name: 'Inês', colour: 'plum', shape: 'circle' }, home: { x: 1370, y: 460 } },
  { look: { name: 'Jonas', colour: 'leaf', shape: 'hexagon' }, home: { x: 590, y: 690 } },
]
const roundRadius = 70
/** Radians a tick. */
const roundSpeed = 1 / 25

export class Cast {
  readonly #parties: ReadonlyMap<string, Party>
  readonly #brains = new Map<string, { match: LiveMatch; brain: BotBrain<unknown, unknown> }>()
  readonly #beat: ReturnType<typeof setInterval>
  #tick = 0

  constructor(url: string) {
    const random = randomStream(7)
    const join = (appearance: Appearance) =>
      new Party({
        url,
        dial,
        token: randomBytes(16).toString('base64url'),
        appearance,
        as: 'player',
        resume: null,
        keepResume: () => {},
        now: () => performance.now(),
        random,
      })
    this.#parties = new Map(roles.map(({ look }) => [look.name, join(look)]))
    this.#beat = setInterval(() => this.#play(random), frameTime)
  }

  /** True once everyone is in. */
  get isComplete(): boolean {
    return [...this.#parties.values()].every(({ state }) => state.status.phase === 'joined')
  }

  say(name: string, text: string): void {
    this.#parties.get(name)?.say(text)
  }

  emote(name: string, emote: Emote): void {
    this.#parties.get(name)?.emote(emote)
  }

  /** Everyone in the meadow by name, and the ball. */
  meadow(): { bodies: ReadonlyMap<string, Body>; ball: { x: number; y: number; away: number } } {
    const [first] = this.#parties.values()
    const meadow = first?.match?.truth?.state as Meadow | undefined
    const bodies = new Map<string, Body>()
    for (const { seat, name } of first?.state.players.values() ?? []) {
      const body = meadow?.players[seat]
      if (body) bodies.set(name, body)
    }
    return { bodies, ball: meadow?.ball ?? { x: 0, y: 0, away: 1 } }
  }

  leave(): void {
    clearInterval(this.#beat)
    for (const party of this.#parties.values()) party.leave()
  }

  #play(random: () => number): void {
    this.#tick++
    for (const [i, { look, home }] of roles.entries()) {
      const party = this.#parties.get(look.name)
      party?.advance(performance.now())
      const match = party?.match
      if (!match || match.me === null) continue
      const brain = home ? runner(match.me, home, i) : this.#brainOf(look.name, match, match.me, random)
      match.frame(performance.now(), (state) => brain.next(state, this.#tick))
    }
  }

  #brainOf(name: string, match: LiveMatch, seat: number, random: () => number): BotBrain<unknown, unknown> {
    let mind = this.#brains.get(name)
    if (mind?.match !== match) {
      mind = { match, brain: match.game.bot.play(seat, random, 'fair') }
      this.#brains.set(name, mind)
    }
    return mind.brain
  }
}

function runner(seat: number, home: { x: number; y: number }, phase: number): BotBrain<unknown, unknown> {
  return {
    next(state, tick) {
      const body = (state as Meadow).players[seat]
      const angle = tick * roundSpeed * (phase % 2 === 0 ? 1 : -1) + phase
      const x = (home.x + Math.cos(angle) * roundRadius - (body?.x ?? home.x)) / 40
      const y = (home.y + Math.sin(angle) * roundRadius * 0.6 - (body?.y ?? home.y)) / 40
      const length = Math.max(1, Math.hypot(x, y))
      return { x: x / length, y: y / length, kick: false }
    },
  }
}
