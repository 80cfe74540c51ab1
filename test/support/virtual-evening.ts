/** An evening in virtual time: an operator, guests who play as bots do, and what each of them sees of it. */

import type { Evening } from '../../src/client/party-state.ts'
import type { BotBrain } from '../../src/games/game.ts'
import type { HostSetup } from '../../src/host/host.ts'
import type { Phase } from '../../src/protocol/messages.ts'
import type { Weather } from './virtual-network.ts'
import { type VirtualClient, VirtualParty } from './virtual-party.ts'

const tokenOf = (name: string) => `token-of-${name}-0123456789`

export class VirtualEvening extends VirtualParty {
  readonly clients: VirtualClient[] = []

  /** The first of `names` is the operator. */
  constructor(
    names: readonly string[],
    setup: Partial<HostSetup> = {},
    weather: Weather = { roundTrip: 20 },
    seed = 1,
  ) {
    super(weather, { operatorToken: tokenOf(names[0] ?? ''), ...setup }, seed)
    for (const name of names) this.come(name)
  }

  /** Somebody joins, and plays as a bot does. */
  come(name: string, setup: Parameters<VirtualParty['join']>[1] = {}): VirtualClient {
    const client = this.join(name, setup)
    client.play = playingLikeABot(client, this.random)
    this.clients.push(client)
    this.time.pass(300)
    return client
  }

  get operator(): VirtualClient {
    const [first] = this.clients
    if (!first) throw new Error('An evening needs an operator.')
    return first
  }

  /** How the evening stands on everyone's screen, which must agree about it. */
  get seen(): Evening {
    const evening = eveningOf(this.operator)
    for (const { party } of this.clients) {
      if (party.state.status.phase === 'joined' && party.state.evening?.phase !== evening.phase)
        throw new Error(`One is at ${party.state.evening?.phase}, the operator at ${evening.phase}.`)
    }
    return evening
  }

  start(...games: readonly string[]): void {
    this.operator.party.ask({
      type: 'play',
      content: { playlist: games.map((game) => ({ game, options: {} })) },
    })
    this.time.pass(200)
  }

  /** Lets time pass until the evening is at this phase; throws after so many seconds. */
  until(phase: Phase, seconds = 300): void {
    const end = this.time.now + seconds * 1000
    while (this.operator.party.state.evening?.phase !== phase) {
      if (this.time.now > end)
        throw new Error(`It is still ${this.operator.party.state.evening?.phase}, not ${phase}.`)
      this.time.pass(50)
    }
    this.time.pass(60)
  }
}

export function eveningOf(client: VirtualClient): Evening {
  const { evening } = client.party.state
  if (!evening) throw new Error('This client has not joined.')
  return evening
}

/** Whom a client sees taking part, by name. */
export function takingPart(client: VirtualClient): string[] {
  const { match, players } = client.party.state
  return (match?.seats ?? []).map((seat) => players.get(seat)?.name ?? `seat ${seat}`).sort()
}

function playingLikeABot(client: VirtualClient, random: () => number): (state: unknown) => unknown {
  let brain: { of: unknown; is: BotBrain<unknown, unknown> } | null = null
  let frame = 0
  return (state) => {
    const match = client.match()
    const seat = client.party.state.seat
    if (!match || seat === null) return {}
    if (brain?.of !== match) brain = { of: match, is: match.game.bot.play(seat, random, 'fair') }
    return match.game.input.quantise(brain.is.next(state, frame++))
  }
}
