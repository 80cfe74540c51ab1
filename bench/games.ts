/**
 * Each game at its maximum of players, all of them bots, as the host runs it: what a tick costs, and what is told.
 * Asked for a game by its id.
 */

import type { AnyGame } from '../src/games/game.ts'
import { matchGames } from '../src/games/index.ts'
import { standardOptions } from '../src/games/options.ts'
import { Match, type Viewer } from '../src/host/match.ts'
import { randomStream } from '../src/netcode/random.ts'
import { quantile } from './figures.ts'
import { answerLines, say } from './lines.ts'

export interface GameFigures {
  game: string
  players: number
  /** Milliseconds of the host for one tick: bots, rules, rounding, and the snapshot where one is due. */
  median: number
  p99: number
  /** Bytes of snapshots per player and second: what one client is told, shared out among all who play. */
  bytes: number
  /** The most that the game allows itself of these. */
  budget: number
}

const seconds = 90

/** What a client in a seat is sent, counted. */
class CountingViewer implements Viewer {
  readonly eyes: number | null
  readonly isAstray = false
  sentTick: number | null = null
  bytes = 0

  constructor(eyes: number) {
    this.eyes = eyes
  }

  ready(): boolean {
    return true
  }

  send(frame: Uint8Array, tick: number): void {
    // The first frame is the whole world, which is no matter of bandwidth.
    if (this.sentTick !== null) this.bytes += frame.length
    this.sentTick = tick
  }

  skip(): void {}
}

function measure(game: AnyGame): GameFigures {
  const random = randomStream(1)
  const players = game.seats.max
  const seats = Array.from({ length: players }, (_, seat) => seat)
  const took: number[] = []
  let told = 0
  for (let number = 0; took.length < seconds * game.ticksPerSecond; number++) {
    const seed = number + 1
    const match = new Match(game, number % 256, { seats, seed, options: standardOptions(game), begins: 0 })
    for (const seat of seats) match.sitBot(seat, random, 'fair')
    const viewers = seats.map((seat) => new CountingViewer(seat))
    while (match.outcome === null && took.length < seconds * game.ticksPerSecond) {
      const began = performance.now()
      match.step(began)
      if (match.isSnapshotDue) match.broadcast(viewers)
      took.push(performance.now() - began)
    }
    told += viewers.reduce((sum, viewer) => sum + viewer.bytes, 0) / players
  }
  return {
    ...{ game: game.title, players, median: quantile(took, 0.5), p99: quantile(took, 0.99) },
    bytes: (told * game.ticksPerSecond) / took.length / players,
    budget: (game.bytesPerPlayer * game.ticksPerSecond) / game.snapshotEvery,
  }
}

say({ ready: true })
answerLines(({ game: id }) => {
  const game = matchGames.find((one) => one.id === id)
  if (!game) throw new Error(`there is no game ${id}`)
  return measure(game)
})
