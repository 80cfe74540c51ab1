/** What is said about a royale: what a hand does to another, and how things stand. */

import type { Face } from '../view.ts'
import { nameOf } from '../view-words.ts'
import { tallyOf } from './verdict.ts'
import { beats, celebrated, fallsAfter, hands, type Royale, standing } from './world.ts'

/** What each hand does to those that it beats, by their picks. */
const deeds: readonly { readonly [other: number]: string }[] = [
  { 3: 'blunts', 5: 'crushes', 7: 'stops' },
  { 1: 'wraps', 4: 'soaks up', 6: 'picks up' },
  { 2: 'cut', 5: 'snip', 7: 'trim' },
  { 3: 'rusts', 1: 'wears down', 6: 'washes off' },
  { 4: 'drinks', 2: 'grows through', 7: 'tickles' },
  { 5: 'eats', 3: 'glides over', 1: 'climbs' },
  { 6: 'eats', 4: 'swims in', 2: 'pricks' },
]

export function handName(pick: number): string {
  return hands[pick - 1] ?? ''
}

/** "Paper wraps rock". */
export function deedOf(winner: number, loser: number): string {
  return `${handName(winner)} ${deeds[winner - 1]?.[loser] ?? 'beats'} ${handName(loser).toLowerCase()}`
}

/** The picks that one beats. */
export function beatenBy(pick: number, actions: number): readonly number[] {
  const all = Array.from({ length: actions }, (_, i) => i + 1)
  return all.filter((other) => other !== pick && beats(pick, other, actions))
}

/** `picked`: one's own pick, which only one's own screen knows. */
export function captionOf(
  state: Royale,
  me: number | null,
  picked: number,
  faces: ReadonlyMap<number, Face>,
): string {
  const { phase } = state.clock
  const mine = me === null ? undefined : state.players[me]
  switch (phase) {
    case 'gather':
      if (state.isFinal) return 'The last royale · points count double'
      return state.royale === 1 ? 'The first royale' : `Royale ${state.royale} · everyone is back in`
    case 'pick':
    case 'drum':
      if (mine && mine.fate !== 'in') return waiting(state)
      return `${roundName(state)} · ${fighting(state, mine ? picked : null)}`
    case 'reveal':
      return mine && (mine.fate === 'in' || mine.fate === 'falls')
        ? ownFate(state, mine)
        : turnOfEvents(state)
    case 'crown':
    case 'over':
      return winners(state, faces)
  }
}

function waiting({ isFinal }: Royale): string {
  return isFinal ? 'You are out · and this is the last royale' : 'You are out · back in with the next royale'
}

function roundName({ round, ties, isLastRound }: Royale): string {
  if (isLastRound) return 'Last round, the best hand wins'
  return ties > 0 ? 'Even, so once more' : `Round ${round}`
}

function fighting(state: Royale, picked: number | null): string {
  const left = `${standing(state).length} left`
  if (state.clock.phase === 'drum') return `${left} · here they come`
  if (picked === null) return `${left} · they pick`
  return picked > 0 ? `${left} · you picked ${handName(picked).toLowerCase()}` : `${left} · pick!`
}

function ownFate(state: Royale, mine: { readonly fate: string; readonly pick: number }): string {
  // First everyone looks who showed what.
  const isEarly = state.clock.of - state.clock.left < fallsAfter
  if (isEarly && mine.pick > 0) return `You show ${handName(mine.pick).toLowerCase()}`
  if (turnsOutEven(state)) return turnOfEvents(state)
  if (mine.pick === 0) return mine.fate === 'in' ? turnOfEvents(state) : 'Too slow · you are out'
  const { shown } = tallyOf(state)
  const count = (holds: (other: number) => boolean) =>
    shown.reduce((sum, many, other) => (other > 0 && holds(other) ? sum + many : sum), 0)
  const won = count((other) => beats(mine.pick, other, state.actions))
  const lost = count((other) => beats(other, mine.pick, state.actions))
  const sum = `You beat ${won}, and ${lost} beat you`
  return mine.fate === 'in' ? `${sum}: you stay` : `${sum}: you are out`
}

function turnsOutEven({ players }: Royale): boolean {
  return players.every((player) => player?.fate !== 'falls')
}

function turnOfEvents(state: Royale): string {
  const left = standing(state).length
  if (state.players.every((player) => !player || player.pick === 0)) return 'Nobody picked'
  if (turnsOutEven(state)) return state.isLastRound ? 'Even again: they share it' : 'Even: once more'
  return left === 1 ? 'One is left' : `${left} are left`
}

function winners(state: Royale, faces: ReadonlyMap<number, Face>): string {
  const seats = celebrated(state)
  const names = seats.map((seat) => nameOf(seat, faces))
  const last = names.at(-1)
  if (last === undefined) return 'Nobody is left'
  const all =
    names.length > 3
      ? `${names.length} players`
      : [names.slice(0, -1).join(', '), last].filter(Boolean).join(' and ')
  const isOne = names.length === 1
  if (state.clock.phase === 'crown') {
    return `${all} ${isOne ? 'wins' : 'share'} ${state.isFinal ? 'the last royale' : 'the royale'}`
  }
  const points = state.players[seats[0] ?? -1]?.points ?? 0
  return `${all} ${isOne ? 'wins' : 'win'} with ${points === 1 ? '1 point' : `${points} points`}`
}
