/** What a royale is made of: the hands and what beats what, its measures, and its state as both ends know it. */

import { slots } from '../../netcode/collections.ts'
import type { Infer } from '../../netcode/kind.ts'
import { record } from '../../netcode/record.ts'
import { choice, flag, int } from '../../netcode/scalars.ts'
import { mostSeats } from '../field.ts'

/** In the order of the circle: each hand beats the one before it, the third before it, and so on around. */
export const hands = ['Rock', 'Paper', 'Scissors', 'Water', 'Flower', 'Snail', 'Hedgehog'] as const

/** Of that many hands each beats exactly half of the others. A pick is a hand's place in the circle plus one. */
export function beats(pick: number, other: number, actions: number): boolean {
  return ((pick - other + actions) % actions) % 2 === 1
}

export const ticksPerSecond = 20
export const mostPlayers = 32

/** How long things last, in ticks. */
export const lasts = {
  /** Everyone comes back into the ring. */
  gather: 24,
  /** Picking: first in a royale, and later in it; each tie in a row takes some of it away. */
  pick: { first: 100, later: 60, lessByTie: 6 },
  /** Clients see the end a little late: what they pick until then still counts. */
  grace: 5,
  /** Everybody has picked: time for one last change of mind. */
  beat: 10,
  drum: { first: 24, later: 18 },
  /** The hands are shown; a crowd takes longer to look at. */
  reveal: { tie: 36, few: 48, many: 60 },
  crown: 50,
} as const
/** How long the drum lasts in this round: later in a royale everyone knows it. */
export function drumTicks({ round }: { readonly round: number }): number {
  return round > 1 ? lasts.drum.later : lasts.drum.first
}

/** So many hands are a crowd. */
export const crowd = 9
/** Ticks of the reveal after which those who are beaten fall. */
export const fallsAfter = 20
/** Nobody who is out is out for longer, in ticks. */
export const longestOut = 30 * ticksPerSecond
/** After so many ties in a row the next round is a royale's last. */
export const mostTies = 3

/** Where somebody stands in the royale that runs. */
export const fates = [
  'in',
  /** Out by the hands that show now. */
  'falls',
  /** Back in with the next royale: was out before, or came late. */
  'waits',
  /** Left the match. */
  'gone',
] as const

const player = record({
  /** Place in the ring, in the order of which everyone stands around. */
  place: int(0, mostSeats - 1),
  /** One for each player outlived. */
  points: int(0, 4095),
  fate: choice(fates),
  /** This round: still held from before and so of no meaning, open, or a hand is picked. */
  hand: choice(['held', 'open', 'picked']),
  /** What is picked, 1 to the number of actions, or 0. It does not leave the host before the reveal. */
  pick: int(0, hands.length),
})
export type Contestant = Infer<typeof player>

const phases = ['gather', 'pick', 'drum', 'reveal', 'crown', 'over'] as const
export type Phase = (typeof phases)[number]

const clock = record(
  {
    phase: choice(phases),
    /** Ticks that the phase lasts, and has left. */
    of: int(0, 255),
    left: int(0, 255),
    /** Ticks since the match began. */
    played: int(0, 0xffff),
  },
  { motion: tickOn },
)
export type Clock = Infer<typeof clock>

export function tickOn(it: { left: number; played: number }): void {
  if (it.left > 0) it.left--
  it.played++
}

export const royaleState = record({
  clock,
  /** How many hands there are to pick from. */
  actions: int(3, hands.length),
  /** Played this long, in ticks, the next royale is the last. */
  lastCall: int(0, 0xffff),
  /** Counted from 1. */
  royale: int(0, 255),
  /** Whether it is the last one; then points count double. */
  isFinal: flag(),
  round: int(0, 63),
  /** Whether it is the royale's last: the best hand wins, and equals share. */
  isLastRound: flag(),
  /** In a row, right before this round. */
  ties: int(0, mostTies),
  /** When the first went out of this royale, in ticks since the match began; 0 while nobody is. */
  firstOut: int(0, 0xffff),
  players: slots(player, mostSeats),
})
export type Royale = Infer<typeof royaleState>

export const royaleInput = record({ pick: int(0, hands.length) })
export type RoyaleInput = Infer<typeof royaleInput>

/** Seats of everyone who did not leave. */
export function present(state: Royale): number[] {
  return seatsWhere(state, (it) => it.fate !== 'gone')
}

/** Seats of everyone who is still in the royale. */
export function standing(state: Royale): number[] {
  return seatsWhere(state, (it) => it.fate === 'in')
}

/** Seats of those who are celebrated: who is left of a royale, and in the end who has the most points. */
export function celebrated(state: Royale): number[] {
  const { phase } = state.clock
  if (phase === 'crown') return standing(state)
  if (phase !== 'over') return []
  const seats = present(state)
  const most = seats.reduce((best, seat) => Math.max(best, state.players[seat]?.points ?? 0), 0)
  return seats.filter((seat) => state.players[seat]?.points === most)
}

export function seatsWhere({ players }: Royale, holds: (player: Contestant) => boolean): number[] {
  const seats: number[] = []
  for (let seat = 0; seat < players.length; seat++) {
    const player = players[seat]
    if (player && holds(player)) seats.push(seat)
  }
  return seats
}
