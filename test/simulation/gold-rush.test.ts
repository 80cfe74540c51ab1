/** The gold rush's own rules: what is carried weighs, what is bumped spills, what is home counts, and no base is favoured. */

import { describe, expect, it } from 'vitest'
import { goldRush } from '../../src/games/gold-rush/game.ts'
import { apart, isWater, pond } from '../../src/games/gold-rush/land.ts'
import { landFor } from '../../src/games/gold-rush/land-plans.ts'
import { outcomeOf, teamCount, teamSizes } from '../../src/games/gold-rush/rules-teams.ts'
import { makeGoldRushView } from '../../src/games/gold-rush/view.ts'
import {
  bodyRadius,
  dashAgain,
  eruptEvery,
  graceTicks,
  mostLoad,
  type Rush,
  type RushInput,
  showerTicks,
  walkingSpeed,
} from '../../src/games/gold-rush/world.ts'
import { randomStream } from '../../src/netcode/random.ts'

const standard = { length: 90, teams: 6 }
const still: RushInput = { x: 0, y: 0, dash: false }
const right: RushInput = { x: 1, y: 0, dash: false }

function match(players: number, options = standard, seed = 5): Rush {
  const seats = Array.from({ length: players }, (_, i) => 3 + i * 2)
  return goldRush.state.quantise(goldRush.start(seats, seed, options))
}

/** A match without any gold but what a test puts there. */
function poor(players: number): Rush {
  const state = match(players)
  state.gold.coins = []
  return state
}

function step(state: Rush, inputs: { [seat: number]: RushInput } = {}, ticks = 1): void {
  for (let i = 0; i < ticks; i++) {
    goldRush.step(state, { tick: 1, dt: 1 / 60, inputs, behind: () => 0 })
    goldRush.state.quantise(state)
  }
}

function put(state: Rush, seat: number, place: Partial<NonNullable<Rush['players'][number]>>) {
  return Object.assign(state.players[seat]!, place)
}

function bankFor(state: Rush, amounts: readonly number[]): void {
  state.teams = amounts.map((banked) => ({ banked }))
}

/** A place with room to run to the right, far from every base of two. */
const open = { x: 250, y: 310 }

const carried = (state: Rush) => state.players.reduce((sum, body) => sum + (body?.load ?? 0), 0)
const lying = (state: Rush) => state.gold.coins.reduce((sum, coin) => sum + (coin?.worth ?? 0), 0)
const banked = (state: Rush) => state.teams.reduce((sum, team) => sum + (team?.banked ?? 0), 0)

describe('GOLD RUSH sacks', () => {
  it('the more somebody carries, the slower they walk', () => {
    const far = (load: number) => {
      const state = poor(2)
      put(state, 3, { ...open, load })
      step(state, { 3: right }, 60)
      return state.players[3]!.x - open.x
    }
    const [empty, half, full] = [far(0), far(12), far(mostLoad)]
    expect(empty).toBeGreaterThan(walkingSpeed * 0.8)
    expect(half).toBeLessThan(empty * 0.75)
    expect(full).toBeLessThan(half * 0.75)
  })

  it('a full sack leaves gold lying', () => {
    const state = poor(2)
    put(state, 3, { ...open, load: mostLoad })
    state.gold.coins = [{ ...open, vx: 0, vy: 0, worth: 1, came: 'pop', fresh: 0 }]
    state.lull = 600
    step(state, {}, 5)
    expect(lying(state)).toBe(1)
  })

  it('of two who reach a coin, the nearer has it, whoever sat down first', () => {
    const state = poor(2)
    put(state, 3, { x: open.x - 28, y: open.y })
    put(state, 5, { x: open.x + 25, y: open.y })
    state.gold.coins = [{ ...open, vx: 0, vy: 0, worth: 1, came: 'pop', fresh: 0 }]
    step(state)
    expect([state.players[3]!.load, state.players[5]!.load]).toEqual([0, 1])
  })

  it('water slows, a bridge does not', () => {
    const land = landFor(2)
    const far = (x: number, y: number, input: RushInput) => {
      const state = poor(2)
      put(state, 3, { x, y })
      step(state, { 3: input }, 20)
      return apart(state.players[3]!, { x, y })
    }
    const { x, y } = land.middle
    const across = far(x, y - (pond.inner + pond.outer) / 2, right)
    const over = far(x + pond.inner - 20, y, right)
    expect(isWater(land, x, y - pond.inner - 20)).toBe(true)
    expect(isWater(land, x + pond.inner + 20, y)).toBe(false)
    expect(across).toBeLessThan(over * 0.7)
  })
})

describe('GOLD RUSH bumps', () => {
  /** Seat 3 runs at seat 5, who stands and carries ten. */
  function bump(state: Rush, ticks = 30) {
    put(state, 3, { x: open.x, y: open.y })
    put(state, 5, { x: open.x + 110, y: open.y, load: 10 })
    step(state, { 3: { ...right, dash: true }, 5: still }, ticks)
    return state.players[5]!
  }

  it('somebody faster makes one spill; what falls out lies about, and no coin is lost', () => {
    const state = poor(2)
    state.lull = 600
    const victim = bump(state, 14)
    expect(victim.grace).toBeGreaterThan(0)
    expect(victim.load).toBeLessThan(10)
    expect(lying(state)).toBe(10 - victim.load)
    step(state, { 3: still }, 120)
    expect(carried(state) + lying(state)).toBe(10)
  })

  it('the slower bumper spills nothing of the other, even head on', () => {
    const state = poor(2)
    put(state, 3, { x: open.x, y: open.y, load: 5 })
    put(state, 5, { x: open.x + 200, y: open.y, load: 5 })
    step(state, { 3: right, 5: { ...right, x: -1 } }, 60)
    expect([state.players[3]!.load, state.players[5]!.load]).toEqual([5, 5])
  })

  it('whoever spilled is safe for a moment', () => {
    const state = poor(2)
    put(state, 5, { grace: graceTicks })
    const victim = bump(state, 20)
    expect(victim.load).toBe(10)
  })

  it('nobody spills at home', () => {
    const state = poor(2)
    const home = landFor(2).bases[state.members[5]!.team]!
    put(state, 3, { x: home.x - 110, y: home.y })
    put(state, 5, { x: home.x, y: home.y, load: 10 })
    step(state, { 3: { ...right, dash: true } }, 20)
    expect(state.players[5]!.grace).toBe(0)
    expect(banked(state) + carried(state)).toBe(10)
  })

  it('members of one team push each other and spill nothing', () => {
    const state = poor(8)
    expect(state.members[3]!.team).toBe(state.members[11]!.team)
    put(state, 3, { ...open })
    put(state, 11, { x: open.x + 110, y: open.y, load: 10 })
    step(state, { 3: { ...right, dash: true } }, 30)
    expect(state.players[11]!.load).toBe(10)
    expect(state.players[11]!.x).toBeGreaterThan(open.x + 112)
  })

  it('a dash needs a new press, and time to catch breath', () => {
    const state = poor(2)
    put(state, 3, { ...open })
    const dash = { ...right, dash: true }
    step(state, { 3: dash })
    expect(state.players[3]!.dash).toBe(dashAgain)
    step(state, { 3: dash }, dashAgain + 20)
    expect(state.players[3]!.dash).toBe(0)
    step(state, { 3: right })
    step(state, { 3: { x: -1, y: 0, dash: true } })
    expect(state.players[3]!.dash).toBe(dashAgain)
  })
})

describe('GOLD RUSH home', () => {
  it('the sack empties coin by coin, for the team', () => {
    const state = poor(2)
    const team = state.members[3]!.team
    put(state, 3, { ...landFor(2).bases[team]!, load: 6 })
    step(state, {}, 10)
    expect(state.teams[team]!.banked).toBeGreaterThan(0)
    expect(state.teams[team]!.banked).toBeLessThan(6)
    step(state, {}, 30)
    expect([state.players[3]!.load, state.teams[team]!.banked]).toEqual([0, 6])
  })

  it('only gold that is home counts, and a team shares its rank, leavers too', () => {
    const state = match(6)
    bankFor(state, [7, 20, 7])
    put(state, 3, { load: 20 })
    goldRush.leave?.(state, 5)
    const { ranks, scores } = outcomeOf(state)
    const richest = [3, 5, 7, 9, 11, 13].filter((seat) => state.members[seat]!.team === 1)
    expect(ranks).toEqual([richest, [3, 5, 7, 9, 11, 13].filter((seat) => !richest.includes(seat))])
    expect(ranks[0]).toContain(5)
    expect(scores?.[5]).toBe(20)
  })

  it('ends on time though nobody moves, and all share the only rank', () => {
    const state = match(4)
    let ticks = 0
    for (; goldRush.result(state) === null && ticks < 20_000; ticks++) step(state)
    expect(ticks).toBe(90 * 60)
    expect(goldRush.result(state)?.ranks).toEqual([[3, 5, 7, 9]])
  })
})

describe('GOLD RUSH teams', () => {
  it('from six players on two to four teams, of equal sizes where that can be', () => {
    const counts = (teamsFrom: number) =>
      [2, 3, 5, 6, 7, 8, 9, 10, 12, 32].map((n) => teamCount(n, teamsFrom))
    expect(counts(6)).toEqual([2, 3, 5, 3, 2, 4, 3, 2, 4, 4])
    expect(counts(512)).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 12, 32])
  })

  it('a late comer helps the smallest team, of these the poorest', () => {
    const state = match(8)
    bankFor(state, [9, 4, 12, 8])
    goldRush.join?.(state, 40)
    expect(state.members[40]!.team).toBe(1)
    goldRush.join?.(state, 41)
    expect(state.members[41]!.team).toBe(3)
    expect(state.players[40]!.load).toBe(0)
  })

  it('stays balanced while people come and go', () => {
    const random = randomStream(3)
    for (let round = 0; round < 30; round++) {
      const state = match(2 + Math.floor(random() * 12), standard, round)
      for (let i = 0; i < 60; i++) {
        const seat = Math.floor(random() * 64)
        const here = state.players.filter((body) => body).length
        if (state.players[seat] && here > 2) goldRush.leave?.(state, seat)
        else if (!state.players[seat] && here < 32) goldRush.join?.(state, seat)
        const sizes = teamSizes(state)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('whoever leaves, leaves the gold', () => {
    const state = poor(3)
    put(state, 3, { ...open, load: 9 })
    goldRush.leave?.(state, 3)
    expect(lying(state)).toBe(9)
    expect(state.players[3]).toBeUndefined()
  })
})

describe('GOLD RUSH fairness', () => {
  for (const bases of [2, 3, 4, 5]) {
    it(`the land looks the same from each of ${bases} bases`, () => {
      const land = landFor(bases)
      const views = land.bases.map((base) => {
        const inReach = land.obstacles.filter((it) => apart(land.middle, it) < 420)
        const far = [land.middle, ...land.bases, ...inReach].map((it) => apart(base, it))
        return far.sort((a, b) => a - b)
      })
      for (const view of views) expect(view.length).toBe(views[0]!.length)
      const off = views.flatMap((view) => view.map((far, i) => Math.abs(far - views[0]![i]!)))
      // A third of a turn is no whole number of headings: a hand's breadth of two units is left.
      expect(Math.max(...off)).toBeLessThan(bases % 2 === 0 ? 0.01 : 2)
    })

    it(`gold appears as near to each of ${bases} bases`, () => {
      const state = match(bases)
      const { bases: homes } = landFor(bases)
      const views = homes.map((base) =>
        state.gold.coins.map((coin) => Math.round(apart(base, coin!) / 4)).sort((a, b) => a - b),
      )
      for (const view of views) {
        const off = view.map((far, i) => Math.abs(far - (views[0]?.[i] ?? 0)))
        expect(Math.max(...off)).toBeLessThanOrEqual(1)
      }
    })
  }

  it('the mine throws every base the same', () => {
    const state = poor(4)
    state.left = eruptEvery * 4 + 1
    state.lull = 600
    step(state)
    const land = landFor(4)
    expect(state.gold.coins.length).toBe(12)
    const worth = land.bases.map((base) =>
      state.gold.coins
        .filter((coin) => land.bases.every((other) => apart(base, coin!) <= apart(other, coin!)))
        .reduce((sum, coin) => sum + coin!.worth, 0),
    )
    expect(worth).toEqual([5, 5, 5, 5])
  })

  it('near the end gold rains', () => {
    const appeared = (left: number) => {
      const state = poor(8)
      state.left = left
      step(state, {}, 120)
      return state.gold.coins.filter((coin) => coin!.came !== 'hop').length
    }
    const rain = appeared(showerTicks - 10)
    expect(rain).toBeGreaterThan(appeared(showerTicks * 3) * 1.8)
  })
})

describe('GOLD RUSH bots', () => {
  it('do not stand about, and bring much home', () => {
    const state = match(8)
    const seats = [...state.players.keys()].filter((seat) => state.players[seat])
    const brains = seats.map((seat) => goldRush.bot.play(seat, randomStream(seat), 'fair'))
    const anchors = seats.map((seat) => ({ ...state.players[seat]!, since: 0 }))
    let longest = 0
    for (let tick = 1; state.left > 0; tick++) {
      const inputs = Object.fromEntries(
        seats.map((seat, i) => [seat, goldRush.input.quantise(brains[i]!.next(state, tick))]),
      )
      step(state, inputs)
      seats.forEach((seat, i) => {
        const anchor = anchors[i]!
        if (apart(state.players[seat]!, anchor) > 60)
          Object.assign(anchor, state.players[seat], { since: tick })
        longest = Math.max(longest, tick - anchor.since)
      })
    }
    expect(longest / 60).toBeLessThan(5)
    expect(banked(state)).toBeGreaterThan(8 * 60)
    expect(carried(state)).toBeLessThan(banked(state) / 10)
  })
})

describe('GOLD RUSH cues', () => {
  const heard = (before: Rush, after: Rush, me: number | null = 3) =>
    makeGoldRushView()
      .cues(before, after, me)
      .flatMap(({ sound }) => sound ?? [])

  it('each of the last ten seconds is heard once', () => {
    const state = poor(2)
    state.left = 11 * 60
    let count = 0
    while (state.left > 0) {
      const before = goldRush.state.copy(state)
      step(state)
      count += heard(before, state).filter((sound) => sound === 'hurry').length
    }
    expect(count).toBe(10)
  })

  it('a coin gathered, a sack emptied and a spill sound different', () => {
    const before = poor(2)
    put(before, 3, { ...open })
    const after = goldRush.state.copy(before)
    after.left--
    put(after, 3, { load: 1 })
    expect(heard(before, after)).toEqual(['coin'])
    expect(heard(before, after, 5)).toEqual([])
    put(before, 3, { load: 8 })
    put(after, 3, { load: 3, grace: graceTicks })
    expect(heard(before, after, 5)).toContain('spill')
  })

  it('nothing after a jump in time', () => {
    const before = match(4)
    const after = goldRush.state.copy(before)
    after.left -= 3000
    put(after, 3, { x: before.players[3]!.x + bodyRadius, grace: graceTicks })
    expect(heard(before, after)).toEqual([])
  })
})
