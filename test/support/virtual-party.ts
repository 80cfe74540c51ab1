/** A whole party in virtual time: a real host core and real clients, over a network in memory. */

import type { LiveMatch, Scene } from '../../src/client/live-match.ts'
import { Party, type PartySetup } from '../../src/client/party.ts'
import type { Meadow, MeadowInput } from '../../src/games/meadow/world.ts'
import { Host, type HostSetup } from '../../src/host/host.ts'
import { randomStream } from '../../src/netcode/random.ts'
import type { Connection } from '../../src/protocol/connection.ts'
import { VirtualNetwork, type Weather } from './virtual-network.ts'
import { VirtualTime } from './virtual-time.ts'

export const standing: MeadowInput = { x: 0, y: 0, kick: false }

/** What a client's clock shows at a time: it may be off, and run fast or slow. */
export type Clock = (time: number) => number

export class VirtualParty {
  readonly time = new VirtualTime()
  readonly network: VirtualNetwork
  readonly host: Host
  readonly random: () => number
  readonly reported: unknown[] = []
  #key = 0

  constructor(weather: Weather = { roundTrip: 20 }, setup: Partial<HostSetup> = {}, seed = 1) {
    this.random = randomStream(seed)
    this.network = new VirtualNetwork(this.time, weather, this.random)
    this.host = new Host({
      hostId: 'virtual-host',
      room: 'party',
      name: 'Test party',
      rooms: 'own',
      password: '',
      max: 32,
      bots: 0,
      game: null,
      operatorToken: null,
      randomHex: (bytes) => (++this.#key).toString(16).padStart(bytes * 2, '0'),
      random: this.random,
      now: () => this.time.now,
      report: (error) => this.reported.push(error),
      ...setup,
    })
    this.time.at(0, () => this.#look())
  }

  /** The pace of `host/pace.ts`, in virtual time. */
  #look(): void {
    this.host.advance(this.time.now)
    const next = this.host.nextTick(this.time.now) ?? Number.POSITIVE_INFINITY
    this.time.at(Math.max(this.time.now + 0.001, Math.min(next, this.time.now + 250)), () => this.#look())
  }

  join(
    name: string,
    setup: Partial<PartySetup> = {},
    path = '/play/',
    clock: Clock = (time) => time,
  ): VirtualClient {
    return new VirtualClient(this, name, path, setup, clock)
  }
}

export class VirtualClient {
  readonly party: Party
  readonly match: () => LiveMatch | null
  /** What the player holds in hand; read once a frame. */
  input: MeadowInput = standing
  /** Plays in the player's stead: given what was drawn last, says the input of this frame. */
  play: ((state: unknown) => unknown) | null = null
  /** Called after each frame, for whoever measures. */
  framed: (() => void) | null = null
  scene: Scene | null = null
  kept: string | null = null
  readonly stop: () => void
  readonly #clock: Clock
  #connection: Connection | null = null

  constructor(world: VirtualParty, name: string, path: string, setup: Partial<PartySetup>, clock: Clock) {
    this.#clock = clock
    const dial = world.network.dialTo(world.host)
    this.party = new Party({
      url: `ws://host${path}`,
      dial: (url, receiver) => {
        this.#connection = dial(url, receiver)
        return this.#connection
      },
      token: `token-of-${name.replaceAll(/[^a-zA-Z0-9]/g, '-')}-0123456789`,
      appearance: { name, colour: 'coral', shape: 'circle' },
      as: 'player',
      resume: null,
      keepResume: (key) => {
        this.kept = key
      },
      random: world.random,
      now: () => clock(world.time.now),
      ...setup,
    })
    this.match = () => this.party.match
    // Screens do not draw in step with each other or with the host.
    const phase = world.random() * (1000 / 60)
    this.stop = world.time.every(1000 / 60, () => this.frame(world.time.now), world.time.now + phase)
  }

  /** Its page is closed without a word. */
  vanish(): void {
    this.stop()
    this.#connection?.cut()
  }

  /** `now` is the world's time. */
  frame(now: number): void {
    const local = this.#clock(now)
    this.party.advance(local)
    const sample = (state: unknown) => (this.play ? this.play(state) : { ...this.input })
    this.scene = this.party.match?.frame(local, sample) ?? null
    this.framed?.()
  }

  get drawn(): Meadow | null {
    return (this.scene?.state as Meadow | undefined) ?? null
  }

  get ownBody() {
    const { seat } = this.party.state
    return seat === null ? undefined : this.drawn?.players[seat]
  }
}
