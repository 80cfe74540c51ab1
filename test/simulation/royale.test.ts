/** The royale's own rules: what beats what, who goes out, whose pick counts, and that nobody ever waits for long. */

import { describe, expect, it } from 'vitest'
import type { AnyGame, Options } from '../../src/games/game.ts'
import { standardOptions } from '../../src/games/options.ts'
import { royale } from '../../src/games/royale/game.ts'
import { verdictOf } from '../../src/games/royale/verdict.ts'
import { cardAt, layCards } from '../../src/games/royale/view-cards.ts'
import { isOpen, Picking } from '../../src/games/royale/view-picking.ts'
import { captionOf, deedOf } from '../../src/games/royale/view-words.ts'
import {
  beats,
  celebrated,
  lasts,
  longestOut,
  type Royale,
  standing,
  ticksPerSecond,
} from '../../src/games/royale/world.ts'
import type { Devices } from '../../src/games/view.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { VirtualEvening } from '../support/virtual-evening.ts'

type Picks = { [seat: number]: number }

const standard = standardOptions(royale as unknown as AnyGame)
const [rock, paper, scissors] = [1, 2, 3]
const none = 0

/** A match whose players pick what a test says. */
class Played {
  readonly state: Royale
  tick = 0

  constructor(seats: readonly number[], options: Options = {}, seed = 1) {
    this.state = royale.state.quantise(royale.start(seats, seed, { ...standard, ...options }))
  }

  get phase() {
    return this.state.clock.phase
  }

  step(picks: Picks = {}): void {
    this.tick++
    const inputs = Object.fromEntries(Object.entries(picks).map(([seat, pick]) => [seat, { pick }]))
    royale.step(this.state, { tick: this.tick, dt: 1 / ticksPerSecond, inputs, behind: () => 0 })
    royale.state.quantise(this.state)
  }

  /** Steps until this phase begins. */
  until(phase: Royale['clock']['phase'], picks: Picks = {}): number {
    const from = this.tick
    do {
      this.step(picks)
      if (this.tick - from > 4000) throw new Error(`It never came to ${phase}, but is at ${this.phase}.`)
    } while (this.phase !== phase)
    return this.tick - from
  }

  /** Everyone opens their hand, then picks; up to the reveal of it. Returns the ticks that picking took. */
  round(picks: Picks): number {
    if (this.phase !== 'pick') this.until('pick')
    this.step(Object.fromEntries(Object.keys(picks).map((seat) => [seat, none])))
    const ticks = this.until('drum', picks)
    this.until('reveal', picks)
    return ticks
  }

  fates(): string {
    return this.state.players.map((player) => player?.fate ?? '').join(' ')
  }

  points(): (number | undefined)[] {
    return this.state.players.map((player) => player?.points)
  }
}

describe('the hands', () => {
  it.each([3, 5, 7])(
    'of %i each beats half of the others, is beaten by the other half, and has a word for it',
    (actions) => {
      const all = Array.from({ length: actions }, (_, i) => i + 1)
      for (const one of all) {
        expect(beats(one, one, actions)).toBe(false)
        const prey = all.filter((other) => beats(one, other, actions))
        expect(prey).toHaveLength((actions - 1) / 2)
        for (const other of all) {
          if (other !== one) expect(beats(other, one, actions)).toBe(!prey.includes(other))
        }
        for (const other of prey) expect(deedOf(one, other)).not.toContain('beats')
      }
    },
  )

  it('stay the same two by two, however many there are', () => {
    for (let one = 1; one <= 5; one++) {
      for (let other = 1; other <= 5; other++) expect(beats(one, other, 5)).toBe(beats(one, other, 7))
    }
    expect(['Rock blunts scissors', 'Scissors cut paper', 'Paper wraps rock']).toEqual([
      deedOf(rock, scissors),
      deedOf(scissors, paper),
      deedOf(paper, rock),
    ])
    expect([beats(rock, scissors, 3), beats(scissors, paper, 3), beats(paper, rock, 3)]).toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('who goes out', () => {
  const verdict = (picks: Picks, more: Partial<Royale> = {}) => {
    const { state } = new Played(Object.keys(picks).map(Number))
    Object.assign(state, more)
    for (const [seat, pick] of Object.entries(picks)) state.players[Number(seat)]!.pick = pick
    return verdictOf(state)
  }

  it('is who does not beat more than beat them', () => {
    expect(verdict({ 0: rock, 1: scissors })).toEqual({ stay: [0], fall: [1], isTie: false })
    // Two papers beat three rocks each; the one pair of scissors beats two and is beaten by three.
    expect(verdict({ 0: rock, 1: rock, 2: rock, 3: paper, 4: paper, 5: scissors }).stay).toEqual([3, 4])
    // Rock comes out even here: not more than beat it.
    expect(verdict({ 0: rock, 1: rock, 2: paper, 3: scissors })).toMatchObject({ stay: [2], fall: [0, 1, 3] })
  })

  it('is nobody where all are even', () => {
    expect(verdict({ 0: rock, 1: paper, 2: scissors })).toEqual({ stay: [0, 1, 2], fall: [], isTie: true })
    expect(verdict({ 0: paper, 1: paper })).toMatchObject({ isTie: true })
  })

  it('is who picked nothing, unless nobody did', () => {
    expect(verdict({ 0: rock, 1: none, 2: rock })).toEqual({ stay: [0, 2], fall: [1], isTie: false })
    expect(verdict({ 0: rock, 1: none }).stay).toEqual([0])
    expect(verdict({ 0: none, 1: none })).toEqual({ stay: [0, 1], fall: [], isTie: false })
  })

  it('is in the last round everyone but the best', () => {
    const [flower, snail] = [5, 6]
    const picks = { 0: rock, 1: flower, 2: flower, 3: snail }
    expect(verdict(picks, { actions: 7 }).stay).toEqual([0, 3])
    expect(verdict(picks, { actions: 7, isLastRound: true }).stay).toEqual([3])
  })
})

describe('a pick', () => {
  it('that is still held from the round before counts for nothing until the hand was open', () => {
    const match = new Played([0, 1])
    match.until('pick', { 0: rock, 1: rock })
    for (let i = 0; i < 10; i++) match.step({ 0: rock, 1: rock })
    expect(match.state.players.map((player) => player?.hand)).toEqual(['held', 'held'])
    match.step({ 0: none, 1: rock })
    match.step({ 0: rock, 1: paper })
    expect(match.state.players.map((player) => player?.hand)).toEqual(['picked', 'held'])
    expect(match.state.players[0]?.pick).toBe(rock)
  })

  it('may change until time is up, and is not taken back by silence', () => {
    const match = new Played([3, 9, 500])
    match.until('pick')
    match.step({ 3: none, 9: none, 500: none })
    match.step({ 3: rock, 9: rock })
    match.step({ 3: scissors, 9: none })
    match.step({})
    expect(match.state.players[3]?.pick).toBe(scissors)
    expect(match.state.players[9]?.pick).toBe(rock)
    expect(match.state.players[500]?.pick).toBe(none)
  })

  it('is worth nothing where there is no such hand', () => {
    const match = new Played([0, 1], { actions: 3 })
    match.until('pick')
    match.step({ 0: none, 1: none })
    match.step({ 0: 7, 1: 4 })
    expect(match.state.players.map((player) => player?.pick)).toEqual([none, none])
  })

  it('ends the picking soon after the last one came, and else it ends by itself', () => {
    const quick = new Played([0, 1]).round({ 0: rock, 1: paper })
    expect(quick).toBeLessThanOrEqual(0.6 * ticksPerSecond)
    const slow = new Played([0, 1]).round({ 0: rock })
    expect(slow / ticksPerSecond).toBeGreaterThan(4.9)
    expect(slow / ticksPerSecond).toBeLessThan(5.5)
  })
})

describe('a royale', () => {
  it('gives a point for everyone outlived, and in the last one two', () => {
    const match = new Played([0, 1, 2, 3], { length: 0 })
    match.round({ 0: rock, 1: rock, 2: paper, 3: paper })
    expect(match.state.isFinal).toBe(true)
    expect(match.points()).toEqual([0, 0, 4, 4])
    const usual = new Played([0, 1, 2, 3])
    usual.round({ 0: rock, 1: rock, 2: paper, 3: paper })
    expect(usual.points()).toEqual([0, 0, 2, 2])
    expect(usual.fates()).toBe('falls falls in in')
    usual.round({ 2: rock, 3: paper })
    expect(usual.points()).toEqual([0, 0, 2, 3])
    usual.until('crown')
    expect(celebrated(usual.state)).toEqual([3])
    usual.until('gather')
    expect(usual.fates()).toBe('in in in in')
    expect(usual.state.royale).toBe(2)
  })

  it('is shared after three ties and a fourth, each with less time than the last', () => {
    const match = new Played([0, 1])
    const took: number[] = []
    for (let round = 0; round < 4; round++) {
      match.until('pick')
      took.push(match.state.clock.of)
      match.round({ 0: rock, 1: rock })
    }
    expect(match.state.isLastRound).toBe(true)
    expect(took).toEqual(took.toSorted((a, b) => b - a))
    expect(new Set(took).size).toBe(4)
    match.until('crown')
    expect(celebrated(match.state)).toEqual([0, 1])
    expect(match.points()).toEqual([0, 0])
  })

  it('goes on when people leave, and is won by who is left', () => {
    const match = new Played([2, 5, 7, 8])
    match.until('pick')
    match.step({ 2: none, 5: none, 7: none, 8: none })
    match.step({ 2: rock })
    royale.leave?.(match.state, 5)
    royale.leave?.(match.state, 7)
    royale.leave?.(match.state, 8)
    match.step()
    expect(match.phase).toBe('over')
    expect(royale.result(match.state)?.ranks.flat().sort()).toEqual([2, 5, 7, 8])
    expect(royale.result(match.state)?.ranks[0]).toEqual([2])
  })

  it('lets who comes late play from the next one on, also where others wait', () => {
    const match = new Played([0, 1, 2])
    match.round({ 0: rock, 1: rock, 2: paper })
    royale.join?.(match.state, 6)
    expect(royale.isOut?.(match.state, 6)).toBe(true)
    match.until('gather')
    expect(standing(match.state)).toEqual([0, 1, 2, 6])
    match.round({ 0: rock, 1: rock, 2: rock, 6: paper })
    expect(match.state.players[6]?.points).toBe(3)
  })
})

describe('nobody waits', () => {
  /** Plays to the end; returns the ticks it took, and the longest that anyone was out. */
  function play(
    seats: number,
    seed: number,
    pick: (seat: number, state: Royale, random: () => number) => number,
    options: Options = standard,
  ) {
    const all = Array.from({ length: seats }, (_, seat) => seat)
    const state = royale.start(all, seed, { ...standard, ...options })
    const random = randomStream(seed)
    const inputs = all.map(() => ({ pick: none }))
    const moment = { tick: 0, dt: 1 / ticksPerSecond, inputs, behind: () => 0 }
    const out = new Array<number>(seats).fill(0)
    let longest = 0
    while (royale.result(state) === null && moment.tick < 10_000) {
      moment.tick++
      for (const seat of all) inputs[seat]!.pick = pick(seat, state, random)
      royale.step(state, moment)
      for (const seat of all) {
        // Out until one may pick again: the gathering counts as waiting too.
        const waits = royale.isOut?.(state, seat) || (state.clock.phase === 'gather' && out[seat]! > 0)
        out[seat] = waits ? out[seat]! + 1 : 0
        longest = Math.max(longest, out[seat]!)
      }
    }
    return { ticks: moment.tick, longest, state }
  }
  const longestMatch = royale.lasts * 2 * ticksPerSecond
  const isLate = ({ clock }: Royale) => clock.phase === 'pick' && clock.left <= 3

  it('longer than half a minute among eight who all pick in the last moment, over a thousand seeds', () => {
    let longest = 0
    for (let seed = 1; seed <= 1000; seed++) {
      // Two royales: from being out in the first to picking in the second.
      const { state, ...played } = play(
        8,
        seed,
        (_seat, now, random) => (isLate(now) ? 1 + Math.floor(random() * 3) : none),
        { length: 1 },
      )
      expect(state.royale).toBe(2)
      longest = Math.max(longest, played.longest)
    }
    expect(longest).toBeLessThanOrEqual(longestOut)
    expect(longest, 'or nobody was slow').toBeGreaterThan(20 * ticksPerSecond)
  }, 60_000)

  it('where some pick, some are slow and some sleep, of few or of many', () => {
    for (const seats of [2, 3, 5, 16, 32]) {
      for (let seed = 1; seed <= 12; seed++) {
        const played = play(seats, seed, (seat, { clock, royale: at, round }) => {
          if (clock.phase !== 'pick') return none
          const mood = randomStream(seed * 7919 + seat * 104_729 + at * 1009 + round * 31)
          const [pick, wait] = [Math.floor(mood() * 4), mood() * 110]
          return clock.of - clock.left > wait ? pick : none
        })
        expect(played.longest).toBeLessThanOrEqual(longestOut)
        expect(played.ticks).toBeLessThanOrEqual(longestMatch)
      }
    }
  }, 60_000)

  it('where nobody does anything: the match is over in its time, and all share it', () => {
    const { ticks, state } = play(8, 1, () => none)
    expect(ticks).toBeLessThanOrEqual(longestMatch)
    expect(royale.result(state)?.ranks).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]])
  })

  it('where two always show the same: each royale is shared, and the match ends', () => {
    const { ticks, state } = play(2, 1, (_seat, now) => (isLate(now) ? rock : none))
    expect(ticks).toBeLessThanOrEqual(longestMatch)
    expect(royale.result(state)?.ranks).toEqual([[0, 1]])
  })
})

describe('on a screen', () => {
  const resting: Devices = {
    ...{ keys: new Set<string>(), pointer: null, tap: null, stick: null, aim: null },
    ...{ pressed: new Set<string>(), held: new Set<string>() },
  }

  it('every card is large enough for a thumb, and lies on the part of the world that a phone shows', () => {
    const phone = 390 / 720
    for (const actions of [3, 5, 7]) {
      const cards = layCards(actions, true)
      for (const [i, card] of cards.entries()) {
        expect(card.width * phone).toBeGreaterThanOrEqual(44)
        expect(card.height * phone).toBeGreaterThanOrEqual(44)
        expect(Math.abs(card.x - 800) + card.width / 2).toBeLessThanOrEqual(360)
        expect(cardAt(cards, card)).toBe(i + 1)
      }
    }
  })

  it('a tap picks, a letter picks, arrows pick where they rest; and each round begins with nothing held', () => {
    const match = new Played([0, 1], { actions: 7 })
    const picking = new Picking()
    const cards = layCards(7, false)
    const sample = (devices: Partial<Devices> = {}) =>
      picking.sample({ ...resting, ...devices }, match.state, 0, cards)
    expect(sample({ tap: cards[3]! })).toBe(none)
    match.until('pick')
    expect(sample()).toBe(none)
    expect(sample({ tap: cards[3]! })).toBe(4)
    expect(sample()).toBe(4)
    expect(sample({ keys: new Set(['KeyH']) })).toBe(7)
    // To the next card, around the end, and only picked once it rests there.
    expect(sample({ keys: new Set(['ArrowRight']) })).toBe(7)
    picking.pass(0.1)
    expect(sample()).toBe(7)
    picking.pass(0.6)
    expect(sample()).toBe(1)
    match.until('drum')
    expect(sample()).toBe(none)
    expect(picking.picked, 'still shown as picked').toBe(1)
    match.until('pick')
    expect(sample()).toBe(none)
    expect(picking.picked).toBe(none)
  })

  it('what is tapped in the last moment that a screen allows still counts, over a lively network', () => {
    const weather = { roundTrip: 60, jitter: 20 }
    const evening = new VirtualEvening(['Anna', 'Ben', 'Cleo'], {}, weather)
    const cards = layCards(3, false)
    let [counted, lost] = [0, 0]
    for (const [i, client] of evening.clients.entries()) {
      const picking = new Picking()
      client.play = (drawn) => {
        const { seat } = client.party.state
        const state = drawn as Royale
        if (client.party.match?.game.id !== 'royale') return { x: 0, y: 0, kick: false }
        const isLast = isOpen(state) && state.clock.left <= lasts.grace + 1
        const tap = isLast ? (cards[(state.round + i) % 3] ?? null) : null
        return { pick: picking.sample({ ...resting, tap }, state, seat, cards) }
      }
    }
    const { operator } = evening
    let before = ''
    operator.framed = () => {
      if (operator.party.match?.game.id !== 'royale') return
      const told = operator.party.match.truth?.state as Royale | undefined
      if (told && told.clock.phase === 'reveal' && before !== 'reveal') {
        for (const player of told.players) {
          if (player?.fate !== 'in' && player?.fate !== 'falls') continue
          if (player.pick > 0) counted++
          else lost++
        }
      }
      before = told?.clock.phase ?? ''
    }
    evening.start('royale')
    evening.time.pass(40_000)
    expect(counted).toBeGreaterThan(8)
    expect(lost).toBe(0)
  })

  it('a line says how things stand', () => {
    const match = new Played([0, 1, 2, 3])
    const faces = new Map()
    match.until('pick')
    expect(captionOf(match.state, 0, none, faces)).toBe('Round 1 · 4 left · pick!')
    expect(captionOf(match.state, 0, paper, faces)).toBe('Round 1 · 4 left · you picked paper')
    match.round({ 0: rock, 1: rock, 2: paper, 3: paper })
    for (let i = 0; i < 25; i++) match.step()
    expect(captionOf(match.state, 0, none, faces)).toBe('You beat 0, and 2 beat you: you are out')
    expect(captionOf(match.state, 2, none, faces)).toBe('You beat 2, and 0 beat you: you stay')
    match.until('pick')
    expect(captionOf(match.state, 0, none, faces)).toBe('You are out · back in with the next royale')
    expect(captionOf(match.state, null, none, faces)).toBe('Round 2 · 2 left · they pick')
  })
})
