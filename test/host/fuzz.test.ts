/**
 * The party fuzz: anything anyone may do, in any order, over a bad network. Whatever happens, once it is calm everyone
 * who is in agrees with everyone else. A failure prints its seed and its operations; a seed that failed stays in the list.
 */

import { describe, expect, it } from 'vitest'
import { games } from '../../src/games/index.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { colours, shapes } from '../../src/protocol/appearance.ts'
import { type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const max = 6
/** Seeds that failed once. */
const failedBefore: number[] = [342]
const seeds = [...failedBefore, ...Array.from({ length: 12 }, (_, i) => i + 1)]

class Fuzz {
  readonly world: VirtualParty
  readonly done: string[] = []
  readonly #random: () => number
  #clients: VirtualClient[] = []
  #count = 0

  constructor(seed: number) {
    this.#random = randomStream(seed)
    const bots = Math.floor(this.#random() * 3)
    const weather = { roundTrip: 20 + this.#random() * 150, jitter: this.#random() * 30 }
    this.world = new VirtualParty(weather, { max, bots, rooms: 'any' }, seed)
  }

  get joined(): VirtualClient[] {
    return this.#clients.filter(({ party }) => party.state.status.phase === 'joined')
  }

  step(): void {
    const client = this.#pick(this.#clients)
    const operations: Record<string, () => void> = {
      join: () => this.#join('player'),
      watch: () => this.#join('spectator'),
      pass: () => this.world.time.pass(this.#random() * 3000),
      cut: () => {
        this.world.network.isCut = true
      },
      heal: () => {
        this.world.network.isCut = false
      },
    }
    if (client) {
      const { party } = client
      const anyone = () => Math.floor(this.#random() * (max + 2))
      Object.assign(operations, {
        leave: () => party.leave(),
        vanish: () => {
          client.vanish()
          this.#clients = this.#clients.filter((other) => other !== client)
        },
        retry: () => party.retry(this.#pick(['player', 'spectator'] as const)),
        wake: () => party.wake(),
        say: () => party.say(this.#pick(['hello', '', 'x'.repeat(300), '\u202e', '🎉']) ?? ''),
        whisper: () => party.say('psst', anyone()),
        emote: () => party.emote('wave'),
        appear: () =>
          party.appear({
            name: `Name ${this.#count++}`,
            colour: this.#pick(colours) ?? 'sky',
            shape: this.#pick(shapes) ?? 'star',
          }),
        away: () => party.away(this.#random() < 0.5),
        rename: () => party.rename(`Party ${this.#count++}`),
        bots: () => party.bots(anyone()),
        remove: () => party.remove(anyone()),
        play: () => party.ask({ type: 'play', content: { playlist: this.#playlist() } }),
        vote: () => party.ask({ type: 'vote', content: {} }),
        ballot: () => party.ask({ type: 'ballot', content: { game: this.#game() } }),
        end: () => party.ask({ type: 'end', content: {} }),
        next: () => party.ask({ type: 'next', content: {} }),
        restart: () => party.ask({ type: 'restart', content: {} }),
        pause: () => party.ask({ type: 'pause', content: { paused: this.#random() < 0.4 } }),
        handicap: () => party.ask({ type: 'handicap', content: { handicap: this.#random() < 0.5 } }),
        cheer: () => party.ask({ type: 'cheer', content: { x: this.#random() * 1600, y: 0 } }),
        playOn: () => this.world.time.pass(this.#random() * 20_000),
        walk: () => {
          client.input = { x: this.#random() * 2 - 1, y: this.#random() * 2 - 1, kick: this.#random() < 0.5 }
        },
      })
    }
    const name = this.#pick(Object.keys(operations)) ?? 'pass'
    this.done.push(`${Math.round(this.world.time.now)} ${name}`)
    operations[name]?.()
    this.world.time.pass(this.#random() * 120)
  }

  /** Lets everything settle: waits that grew, seats that are held. */
  calm(): void {
    this.world.network.isCut = false
    for (const { party } of this.#clients) party.wake()
    this.world.time.pass(75_000)
  }

  #join(as: 'player' | 'spectator'): void {
    if (this.#clients.length >= 12) return
    const client = this.world.join(`Guest ${this.#count++}`, { as })
    client.play = () => {
      const game = client.match()?.game
      return game?.endless ? { ...client.input } : game?.idle
    }
    this.#clients.push(client)
  }

  #game(): string {
    return this.#pick(['poker', ...games.map(({ id }) => id)]) ?? ''
  }

  #playlist() {
    const length = 1 + Math.floor(this.#random() * 2)
    return Array.from({ length }, () => ({ game: this.#game(), options: { rounds: this.#random() * 9 } }))
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#random() * from.length)]
  }
}

/** When a phase ends each reckons by its own clock. */
function eveningOf({ party }: VirtualClient) {
  return { ...party.state.evening, endsAt: null }
}

describe('FUZZ the party', () => {
  it.each(seeds)('seed %i: everyone who is in agrees, and the host never fails', (seed) => {
    const fuzz = new Fuzz(seed)
    for (let i = 0; i < 150; i++) fuzz.step()
    fuzz.calm()
    const because = `seed ${seed}: ${fuzz.done.join(', ')}`
    expect(fuzz.world.reported, because).toEqual([])
    const [room] = fuzz.world.host.info.rooms
    expect(room!.players + room!.bots, because).toBeLessThanOrEqual(max)
    const [first, ...others] = fuzz.joined
    for (const client of others) {
      expect(client.party.state.players, because).toEqual(first!.party.state.players)
      expect(client.party.state.room, because).toEqual(first!.party.state.room)
      expect(client.party.state.match, because).toEqual(first!.party.state.match)
      expect(eveningOf(client), because).toEqual(eveningOf(first!))
    }
    for (const client of fuzz.joined) {
      const { seat, players } = client.party.state
      expect(
        [...players.values()].filter(({ kind }) => kind === 'human'),
        because,
      ).toHaveLength(room!.players)
      // Among watchers alone, nobody needs the controls.
      const operators = [...players.values()].filter(({ operator }) => operator).length
      expect(operators, because).toBeLessThanOrEqual(1)
      if (room!.players > 0) expect(operators, because).toBe(1)
      expect(players.get(seat!)?.connected, because).toBe(true)
      const playing = [...players.values()].filter(({ kind }) => kind !== 'spectator').map((one) => one.seat)
      const { match } = client.party.state
      expect(match?.number, because).toBe(client.match()!.number)
      expect(playing, because).toEqual(expect.arrayContaining([...(match?.seats ?? [])]))
      if (match?.game !== 'meadow') continue
      // Everyone who plays is in the world, and nobody else.
      const { players: bodies } = client.match()!.truth!.state as { players: (object | undefined)[] }
      const seats = [...bodies.keys()].filter((at) => bodies[at] !== undefined)
      expect(seats, because).toEqual(playing.sort((a, b) => a - b))
    }
  })
})
