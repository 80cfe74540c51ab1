/** What a party does with its evening: votes, countdowns, matches, results, and a podium after the last of them. */

import type { AnyGame, Outcome } from '../games/game.ts'
import { gameById, matchGames } from '../games/index.ts'
import { chosenOptions } from '../games/options.ts'
import type { EveningInfo, Listed, Phase } from '../protocol/messages.ts'
import type { Strength } from '../protocol/strength.ts'
import { Ballots } from './ballots.ts'
import { Ledger } from './ledger.ts'
import type { Match } from './match.ts'
import type { Player } from './player.ts'
import type { Beginning } from './running.ts'

/** How long each of them lasts, in milliseconds. */
const lengths = { vote: 20_000, result: 9000, podium: 14_000 } as const
/** A vote in which everybody voted waits this long for minds that change. */
const lastThoughts = 1500
/** Seconds from the announcement of a game to its beginning: time to read its one rule. */
const countdown = 5

/** What an evening needs of its room. */
export interface Stage {
  readonly match: Match
  /** How well bots play. */
  readonly strength: Strength
  /** Everyone who may take part in a match of this game, those first who waited longest. */
  contestants(game: AnyGame): readonly Player[]
  /** Who votes: people who are here. */
  voters(): readonly Player[]
  /** Everyone in the room. */
  readonly players: Iterable<Player>
  /** Begins a match, or the meadow where there is no beginning. */
  begin(game: AnyGame | null, now: number, beginning?: Beginning): void
  changed(): void
  /** A number in [0, 1). */
  random(): number
}

export class Evening {
  readonly #stage: Stage
  readonly #ballots = new Ballots()
  readonly #ledger = new Ledger()
  #phase: Phase = 'meadow'
  #paused = false
  #endsAt: number | null = null
  #playlist: readonly Listed[] = []
  #at = 0
  #result: EveningInfo['result'] = null
  /** Everyone who began the match or came to it, so that who leaves is still placed. */
  readonly #players = new Map<number, Player>()
  #standing: Listed | null

  /** `standing`: what is played again and again, until somebody ends it or wants something else. */
  constructor(stage: Stage, standing: Listed | null) {
    this.#stage = stage
    this.#standing = standing
  }

  /** Whether the match that runs has come out already. */
  get isSettled(): boolean {
    return this.#phase === 'result'
  }

  /** Whether a table is told that names who is here. */
  get hasTable(): boolean {
    return !this.#ledger.isEmpty
  }

  get phase(): Phase {
    return this.#phase
  }

  info(now: number): EveningInfo {
    return {
      phase: this.#phase,
      paused: this.#paused,
      endsInMs: this.#endsAt === null ? null : Math.max(0, Math.round(this.#endsAt - now)),
      playlist: [...this.#playlist],
      at: this.#at,
      strength: this.#stage.strength,
      votes: this.#ballots.voices,
      result: this.#result,
      ...this.#ledger.told(this.#stage.players),
    }
  }

  /** Begins a playlist; false where one of its games is none. */
  play(playlist: readonly Listed[], now: number): boolean {
    const known = playlist.map(({ game, options }) => {
      const found = matchGames.find(({ id }) => id === game)
      return found && { game, options: chosenOptions(found, options) }
    })
    if (known.some((entry) => !entry)) return false
    this.#standing = null
    this.#playlist = known as Listed[]
    this.#ledger.open()
    this.#begin(0, now)
    return true
  }

  vote(now: number): boolean {
    if (matchGames.length === 0) return false
    this.#standing = null
    this.#playlist = []
    this.#toMeadow(now)
    this.#enter('vote', now)
    return true
  }

  /** Takes a voice; false where there is no vote, or no such game. */
  ballot(player: Player, game: string, now: number): boolean {
    if (this.#phase !== 'vote' || !matchGames.some(({ id }) => id === game)) return false
    this.#ballots.cast(player.seat, game)
    const all = this.#stage.voters().every(({ seat }) => this.#ballots.hasVoted(seat))
    if (all) this.#endsAt = Math.min(this.#endsAt ?? now, now + lastThoughts)
    this.#stage.changed()
    return true
  }

  /** Back to the meadow, whatever is going on. The table stays. */
  end(now: number): boolean {
    if (this.#phase === 'meadow') return false
    this.#standing = null
    this.#dropEverything(now)
    return true
  }

  /** Nobody is left to play. */
  deserted(now: number): void {
    if (this.#phase !== 'meadow') this.#dropEverything(now)
  }

  #dropEverything(now: number): void {
    this.#playlist = []
    this.#at = 0
    this.#toMeadow(now)
    this.#stage.changed()
  }

  /** Goes on from a result or the podium; false where there is nothing to go on from. */
  next(now: number): boolean {
    if (this.#phase !== 'result' && this.#phase !== 'podium') return false
    this.#goOn(now)
    return true
  }

  /** The same match from its beginning; false where there is none. */
  restart(now: number): boolean {
    if (this.#phase !== 'countdown' && this.#phase !== 'playing' && this.#phase !== 'result') return false
    this.#begin(this.#at, now)
    return true
  }

  pause(paused: boolean): boolean {
    if (this.#phase !== 'playing') return false
    this.#paused = paused
    this.#stage.match.pause(paused)
    this.#stage.changed()
    return true
  }

  setHandicap(handicap: boolean): boolean {
    this.#ledger.handicap = handicap
    this.#stage.changed()
    return true
  }

  /** Somebody came to the match that runs. */
  joined(player: Player): void {
    this.#players.set(player.seat, player)
  }

  left(player: Player): void {
    this.#ballots.withdraw(player.seat)
  }

  /** Goes on with what is due. Call it after the ticks, and now and then. */
  advance(now: number): void {
    const { match } = this.#stage
    switch (this.#phase) {
      case 'meadow':
        if (this.#standing && this.#stage.voters().length > 0) this.#beginStanding(this.#standing, now)
        break
      case 'countdown':
        if (match.hasBegun) this.#enter('playing', now)
        break
      case 'playing': {
        const { outcome } = match
        if (outcome) this.#settle(match.game, outcome, now)
        break
      }
      case 'vote':
        if (this.#isOver(now)) this.#elect(now)
        break
      case 'result':
      case 'podium':
        if (this.#isOver(now)) this.#goOn(now)
        break
    }
  }

  /** The room began its world anew: whatever was played is over. */
  reset(): void {
    this.#phase = 'meadow'
    this.#endsAt = null
    this.#paused = false
    this.#playlist = []
    this.#at = 0
  }

  #isOver(now: number): boolean {
    return this.#endsAt !== null && now >= this.#endsAt
  }

  #elect(now: number): void {
    const fitting = matchGames.map(({ id }) => id)
    const game = this.#ballots.winner(fitting, this.#stage.random())
    this.#ballots.clear()
    this.play([{ game, options: {} }], now)
  }

  #begin(at: number, now: number): void {
    const entry = this.#playlist[at]
    const game = entry ? gameById(entry.game) : null
    if (!entry || !game) return
    this.#at = at
    this.#result = null
    this.#paused = false
    const players = this.#stage.contestants(game).slice(0, game.seats.max)
    this.#players.clear()
    for (const player of players) this.#players.set(player.seat, player)
    const seats = players.map(({ seat }) => seat).sort((a, b) => a - b)
    this.#stage.begin(game, now, { seats, options: entry.options, countdown })
    this.#enter('countdown', now)
  }

  #settle(game: AnyGame, outcome: Outcome, now: number): void {
    this.#stage.match.pause(true)
    const places = this.#ledger.book(game, outcome, (seat) => this.#players.get(seat))
    this.#result = { game: game.id, places }
    this.#enter('result', now)
  }

  #goOn(now: number): void {
    const isLast = this.#at + 1 >= this.#playlist.length
    if (this.#phase === 'result' && !isLast) {
      this.#begin(this.#at + 1, now)
    } else if (this.#phase === 'result' && this.#playlist.length > 1) {
      this.#toMeadow(now)
      this.#enter('podium', now)
    } else {
      this.#dropEverything(now)
    }
  }

  #beginStanding(standing: Listed, now: number): void {
    const game = gameById(standing.game)
    if (!game) return
    this.#playlist = [{ game: standing.game, options: chosenOptions(game, standing.options) }]
    this.#begin(0, now)
  }

  #toMeadow(now: number): void {
    this.#paused = false
    if (this.#phase !== 'meadow' && this.#phase !== 'vote' && this.#phase !== 'podium')
      this.#stage.begin(null, now)
    this.#ballots.clear()
    this.#enter('meadow', now)
  }

  #enter(phase: Phase, now: number): void {
    this.#phase = phase
    const length = phase === 'vote' || phase === 'result' || phase === 'podium' ? lengths[phase] : null
    this.#endsAt = length === null ? null : now + length
    this.#stage.changed()
  }
}
