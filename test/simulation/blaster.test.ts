/** The blaster: whom a shot hits in the world that its shooter saw, and what else the rules promise. */

import { describe, expect, it } from 'vitest'
import { arenas, entrances, wallsOf } from '../../src/games/blaster/arena.ts'
import { wayTo } from '../../src/games/blaster/bot-paths.ts'
import { blaster } from '../../src/games/blaster/game.ts'
import { distanceOf, reachOf, sees } from '../../src/games/blaster/rules-walls.ts'
import { recall, trail } from '../../src/games/blaster/trail.ts'
import { makeBlasterView } from '../../src/games/blaster/view.ts'
import {
  type Blaster,
  type BlasterInput,
  berrySpeed,
  bodyRadius,
  type Fighter,
  fullStore,
  furthestBack,
  guardTicks,
  idle,
  matchTicks,
  outTicks,
  refillTicks,
  rollTicks,
} from '../../src/games/blaster/world.ts'
import type { Devices } from '../../src/games/view.ts'
import { BitReader, BitWriter } from '../../src/netcode/bits.ts'
import { direction, headingOf } from '../../src/netcode/headings.ts'
import type { Dial } from '../../src/protocol/connection.ts'
import type { Weather } from '../support/virtual-network.ts'
import { type VirtualClient, VirtualParty } from '../support/virtual-party.ts'

const shooter = 3
const target = 7
/** In the courtyard: a crate stands at x 186 to 242, y 180 to 236, and below it nothing does. */
const courtyard = 1
const line = 264
const from = { x: 190, y: line }
const inTheOpen = { x: 236, y: line }
const behindCrate = { x: 268, y: 208 }
const elsewhere = { x: 236, y: 420 }
/** Nothing stands to the right of it for long. */
const lane = { x: 560, y: 600 }

interface Place {
  readonly x: number
  readonly y: number
}

/** Two who have been here for a while; the shooter looks along x, the target is where it is put. */
class Duel {
  readonly state: Blaster
  #tick = 0

  constructor(place: Place, seats: readonly number[] = [shooter, target]) {
    this.state = blaster.start(seats, 1, { goal: 10, arena: courtyard })
    for (const fighter of this.state.fighters) if (fighter) Object.assign(fighter, elsewhere, { guard: 0 })
    this.put(shooter, from)
    this.put(target, place)
    this.pass(20)
  }

  fighter(seat: number): Fighter {
    return this.state.fighters[seat] as Fighter
  }

  get hits(): number {
    return this.fighter(shooter).score
  }

  put(seat: number, place: Place): void {
    Object.assign(this.fighter(seat), place, { vx: 0, vy: 0 })
  }

  step(inputs: Record<number, BlasterInput> = {}, behind = 0): void {
    const moment = { tick: ++this.#tick, dt: 1 / 60, inputs, behind: () => behind }
    blaster.step(this.state, moment)
    blaster.state.quantise(this.state)
  }

  pass(ticks: number): void {
    for (let i = 0; i < ticks; i++) this.step({ [shooter]: idle, [target]: idle })
  }

  /** Shoots along x in the next tick, and lets the berry fly. */
  shoot(behind: number, ticks = 3): void {
    this.step({ [shooter]: { ...idle, shoot: true }, [target]: idle }, behind)
    this.pass(ticks)
  }
}

describe('BLASTER a shot is judged in the world that its shooter saw', () => {
  it('which is the present one where nothing is behind', () => {
    const duel = new Duel(inTheOpen)
    duel.shoot(0)
    expect(duel.hits).toBe(1)
    expect(duel.fighter(target).by).toBe(shooter + 1)
  })

  /** The target was in the open until so many ticks before the shot, that of the shot itself counted. */
  const gone = (ticks: number, behind: number) => {
    const duel = new Duel(inTheOpen)
    if (ticks > 0) duel.put(target, elsewhere)
    duel.pass(Math.max(0, ticks - 1))
    duel.shoot(behind)
    return duel.hits
  }

  it.each([
    [0, 0, 1],
    [1, 0, 0],
    [8, 8, 1],
    [9, 8, 0],
    [12, 12, 1],
    [12, 30, 1],
    [13, 30, 0],
    [13, 255, 0],
  ])(
    'who left %i ticks ago, %i behind: %i hits; and never further back than 200 ms',
    (left, behind, hits) => {
      expect(gone(left, behind)).toBe(hits)
    },
  )

  it('through all of its flight', () => {
    // Too far to be there within the ticks that it is behind: the target is still seen walking into it.
    const far = { x: lane.x + 12 * berrySpeed, y: lane.y }
    const duel = new Duel({ x: far.x, y: lane.y + 200 })
    duel.put(shooter, lane)
    duel.step({ [shooter]: { ...idle, shoot: true } }, 8)
    for (let tick = 1; tick <= 30; tick++) {
      // It crosses the line in a single tick, 8 ticks before the berry comes there.
      duel.put(target, { x: far.x, y: tick === 12 - 8 ? lane.y : lane.y + 200 })
      duel.step({})
    }
    expect(duel.hits).toBe(1)
  })

  it('walls and all: seen in the open is hit, wherever one is by now', () => {
    const hidden = (behind: number) => {
      const duel = new Duel(inTheOpen)
      duel.put(target, behindCrate)
      expect(sees(from, behindCrate, wallsOf(0))).toBe(false)
      duel.pass(4)
      duel.shoot(behind)
      return duel.hits
    }
    expect(hidden(8)).toBe(1)
    expect(hidden(0)).toBe(0)
  })

  it('walls and all: seen behind a wall is not hit, wherever one is by now', () => {
    const stepsOut = (behind: number) => {
      const duel = new Duel(behindCrate)
      duel.put(target, inTheOpen)
      duel.pass(4)
      duel.shoot(behind)
      return duel.hits
    }
    expect(stepsOut(8)).toBe(0)
    expect(stepsOut(0)).toBe(1)
  })

  it('and no wall lets a berry through, wherever the target was', () => {
    const duel = new Duel(behindCrate)
    duel.put(shooter, { x: 150, y: 208 })
    duel.shoot(8, 30)
    expect(duel.hits).toBe(0)
  })

  it('a roll counts as the shooter saw it', () => {
    const rolled = (ago: number, lasting: number, behind: number) => {
      const duel = new Duel(inTheOpen)
      duel.fighter(target).roll = lasting
      duel.fighter(target).way = 256
      for (let i = 0; i < ago; i++) {
        duel.step({})
        duel.put(target, inTheOpen)
      }
      duel.shoot(behind, 0)
      return duel.hits
    }
    // Rolling now, but not yet as it was seen.
    expect(rolled(3, rollTicks, 0)).toBe(0)
    expect(rolled(3, rollTicks, 8)).toBe(1)
    // Was seen rolling, and is up by now.
    expect(rolled(9, 7, 8)).toBe(0)
    expect(rolled(9, 7, 0)).toBe(1)
  })

  it('protection counts as the shooter saw it too, and ends with a shot of one’s own', () => {
    const duel = new Duel(inTheOpen)
    duel.fighter(target).guard = guardTicks
    duel.step({})
    duel.shoot(0)
    expect(duel.hits).toBe(0)
    duel.step({ [target]: { ...idle, aim: 256, shoot: true } })
    expect(duel.fighter(target).guard).toBe(0)
    duel.pass(20)
    duel.shoot(0)
    expect(duel.hits).toBe(1)
  })

  it('who is out shoots no more, whatever they still saw; what they shot before flies on', () => {
    const duel = new Duel({ x: lane.x + 200, y: lane.y })
    duel.put(shooter, lane)
    duel.step({ [shooter]: { ...idle, shoot: true } }, 8)
    duel.fighter(shooter).out = outTicks
    duel.step({ [shooter]: { ...idle, shoot: true } }, 8)
    expect(duel.state.air.berries.filter(Boolean)).toHaveLength(1)
    duel.pass(30)
    expect(duel.hits).toBe(1)
    expect(duel.fighter(target).out).toBeGreaterThan(0)
  })

  it('two who shoot each other in the same tick are both hit', () => {
    const duel = new Duel(inTheOpen)
    duel.step({ [shooter]: { ...idle, shoot: true }, [target]: { ...idle, aim: 512, shoot: true } })
    duel.pass(3)
    expect([duel.fighter(shooter).score, duel.fighter(target).score]).toEqual([1, 1])
  })

  it('nobody is hit who came after what the shooter saw', () => {
    const duel = new Duel(elsewhere, [shooter, target, 5])
    blaster.join?.(duel.state, 9)
    duel.put(9, inTheOpen)
    duel.fighter(9).guard = 0
    duel.pass(2)
    duel.shoot(8)
    expect(duel.hits).toBe(0)
  })
})

describe('BLASTER the trail', () => {
  it('remembers places to the bit, and travels in full and as a delta', () => {
    const duel = new Duel(inTheOpen)
    for (let i = 0; i < 5; i++) duel.step({ [target]: { ...idle, x: 1, y: -0.625 } })
    const { x, y } = duel.fighter(target)
    expect(recall(duel.fighter(target).trail, 0)).toEqual({ x, y, open: true })
    const before = duel.fighter(target).trail
    for (const ticks of [0, 1, 5, 40]) {
      for (let i = 0; i < ticks; i++) duel.step({ [target]: { ...idle, x: -1 } })
      const after = duel.fighter(target).trail
      const bits = new BitWriter(64)
      trail.write(bits, after)
      trail.writeDelta(bits, after, before, ticks)
      trail.writeDelta(bits, after, [1, 2, 3], 2)
      const read = new BitReader(bits.finish())
      expect(trail.read(read)).toEqual(after)
      expect(trail.readDelta(read, before, ticks)).toEqual(after)
      expect(trail.readDelta(read, [1, 2, 3], 2)).toEqual(after)
      if (ticks > 0) break
    }
  })

  it('is shared by copies, and never changed', () => {
    const duel = new Duel(inTheOpen)
    const copy = blaster.state.copy(duel.state)
    expect(copy.fighters[target]?.trail).toBe(duel.fighter(target).trail)
    const was = [...(copy.fighters[target]?.trail ?? [])]
    duel.step({ [target]: { ...idle, x: 1 } })
    expect(copy.fighters[target]?.trail).toEqual(was)
  })
})

describe('BLASTER rules', () => {
  it('three berries in store, one back each 0.9 s', () => {
    const duel = new Duel(elsewhere)
    const hold = { [shooter]: { ...idle, aim: 512, shoot: true } }
    for (let i = 0; i < refillTicks - 2; i++) duel.step(hold)
    expect(duel.fighter(shooter).store).toBe(0)
    duel.pass(refillTicks * 3)
    expect(duel.fighter(shooter).store).toBe(fullStore)
    expect(duel.fighter(shooter).refill).toBe(0)
  })

  it('a roll needs a new press and its time', () => {
    const duel = new Duel(elsewhere)
    const held = { [target]: { ...idle, x: 1, roll: true } }
    let begun = 0
    for (let i = 0; i < 240; i++) {
      duel.step(held)
      if (duel.fighter(target).roll === rollTicks) begun++
    }
    expect(begun).toBe(1)
    duel.step({ [target]: idle })
    duel.step(held)
    expect(duel.fighter(target).roll).toBe(rollTicks)
  })

  it('brings back who was hit where the others are not, and nothing hits them for a moment', () => {
    const duel = new Duel(inTheOpen)
    duel.shoot(0, outTicks + 5)
    const { out, guard, x, y } = duel.fighter(target)
    expect(out).toBe(0)
    expect(guard).toBeGreaterThan(0)
    const apart = entrances.map((place) => distanceOf(place, duel.fighter(shooter)))
    expect(distanceOf({ x, y }, duel.fighter(shooter))).toBeCloseTo(Math.max(...apart), 0)
  })

  it('ends with the tenth hit, or with the time; whoever left stands last', () => {
    const duel = new Duel(elsewhere, [shooter, target, 12])
    duel.fighter(shooter).score = 4
    duel.fighter(12).score = 9
    blaster.leave?.(duel.state, 12)
    expect(blaster.result(duel.state)).toBeNull()
    duel.fighter(shooter).score = 10
    duel.step({})
    expect(blaster.result(duel.state)).toMatchObject({ ranks: [[shooter], [target], [12]] })
    const timed = blaster.start([0, 1], 1, { goal: 0, arena: courtyard })
    const step = () => blaster.step(timed, { tick: 1, dt: 1 / 60, inputs: {}, behind: () => 0 })
    for (let i = 1; i < matchTicks; i++) step()
    expect(blaster.result(timed)).toBeNull()
    step()
    expect(blaster.result(timed)?.ranks).toEqual([[0, 1]])
  })

  it('is over at once where nobody is left to play with', () => {
    const duel = new Duel(elsewhere)
    blaster.leave?.(duel.state, target)
    duel.step({})
    expect(blaster.result(duel.state)?.ranks).toEqual([[shooter], [target]])
  })
})

describe('BLASTER gardens', () => {
  it.each(arenas.map(({ name }, i) => [name, i] as const))(
    '%s is the same from every corner, and every place in it can be walked to',
    (_name, arena) => {
      const walls = wallsOf(arena)
      const sides = (wall: (typeof walls)[number]) => [wall.left, wall.top, wall.right, wall.bottom].join(' ')
      const all = new Set(walls.map(sides))
      for (const wall of walls) {
        const flipped = { ...wall, left: 1600 - wall.right, right: 1600 - wall.left }
        expect(all.has(sides(flipped))).toBe(true)
        expect(all.has(sides({ ...wall, top: 900 - wall.bottom, bottom: 900 - wall.top }))).toBe(true)
      }
      for (const entrance of entrances) {
        const room = walls.map(({ left, top, right, bottom }) =>
          Math.hypot(
            Math.max(left - entrance.x, 0, entrance.x - right),
            Math.max(top - entrance.y, 0, entrance.y - bottom),
          ),
        )
        expect(Math.min(...room)).toBeGreaterThan(bodyRadius)
        for (const goal of entrances) expect(walked(arena, entrance, goal)).toBe(true)
      }
    },
  )

  /** Whether somebody who follows the way comes to its end. */
  function walked(arena: number, start: Place, goal: Place): boolean {
    let at = start
    for (let turns = 0; turns < 60; turns++) {
      if (distanceOf(at, goal) < 1) return true
      at = wayTo(arena, at, goal)
    }
    return false
  }

  it('stop a berry at the hedge around', () => {
    for (let heading = 0; heading < 1024; heading += 7) {
      const way = direction(heading)
      const reach = reachOf({ x: 500, y: 118 }, way, [], 5000)
      expect(500 + way.x * reach).toBeGreaterThan(55)
      expect(118 + way.y * reach).toBeGreaterThan(63)
    }
  })
})

describe('BLASTER aim', () => {
  const nothing: Devices = {
    keys: new Set(),
    pointer: null,
    tap: null,
    stick: null,
    aim: null,
    pressed: new Set(),
    held: new Set(),
  }
  const me = 3
  /** One in the lane, whose enemy stands to the right of it and a little below. */
  const sampled = (devices: Partial<Devices>, enemy: Place = { x: lane.x + 200, y: lane.y + 40 }) => {
    const duel = new Duel(enemy)
    duel.put(shooter, lane)
    return makeBlasterView().sample({ ...nothing, ...devices }, duel.state, me)
  }
  const held = new Set(['shoot'])

  it('goes where the mouse points, and a click shoots there', () => {
    const pointer = { x: lane.x, y: lane.y - 300, held: false }
    expect(sampled({ pointer })).toMatchObject({ x: 0, y: 0, aim: 768, shoot: false })
    expect(sampled({ pointer: { ...pointer, held: true } })).toMatchObject({ aim: 768, shoot: true })
  })

  it('goes where the second stick points, whatever the first one does', () => {
    const stick = { x: 1, y: 0 }
    expect(sampled({ stick, aim: { x: 0, y: 1 }, held })).toMatchObject({ x: 1, aim: 256, shoot: true })
  })

  it('goes to where somebody taps', () => {
    expect(sampled({ tap: { x: lane.x - 100, y: lane.y } })).toMatchObject({ x: 0, aim: 512, shoot: true })
  })

  it('is helped to whoever is in sight where one walks, and goes there where nobody is', () => {
    const right = new Set(['KeyD'])
    const left = new Set(['KeyA'])
    expect(sampled({ keys: right, held })).toMatchObject({ x: 1, aim: headingOf(200, 40), shoot: true })
    expect(sampled({ keys: left, held }).aim).toBe(512)
    // Behind the hedge that closes the lane nobody is in sight.
    expect(sampled({ keys: right, held }, { x: 1300, y: lane.y + 20 }).aim).toBe(0)
  })
})

/**
 * A runner goes up and down below the lower left hedge of the courtyard, and a shooter above shoots at where it is drawn
 * and how fast it is drawn to run, as it comes by. What counts is what the host made of it.
 */
function shootingGallery(weather: Weather, seconds: number, change: (frame: Uint8Array) => Uint8Array) {
  const world = new VirtualParty(weather)
  const dial: Dial = (url, receiver) => {
    const line = world.network.dialTo(world.host)(url, receiver)
    return { ...line, send: (frame) => line.send(typeof frame === 'string' ? frame : change(frame)) }
  }
  const runner = world.join('Runner')
  const hunter = world.join('Hunter', { dial })
  world.time.pass(1000)
  const playlist = [{ game: blaster.id, options: { goal: 0, arena: courtyard } }]
  // Whoever came first has the say.
  for (const { party } of [runner, hunter]) party.ask({ type: 'play', content: { playlist } })
  world.time.pass(3000)
  const seatOf = (client: VirtualClient) => client.party.state.seat ?? -1
  const walk = (state: Blaster, client: VirtualClient, to: Place) => {
    const me = state.fighters[seatOf(client)]
    if (!me) return { x: 0, y: 0 }
    const way = wayTo(0, me, to)
    const far = distanceOf(me, way)
    return far < 6 ? { x: 0, y: 0 } : { x: (way.x - me.x) / far, y: (way.y - me.y) / far }
  }

  let goal = { x: 280, y: 800 }
  runner.play = (seen) => {
    const state = seen as Blaster
    const me = state.fighters[seatOf(runner)]
    if (me && distanceOf(me, goal) < 20) goal = { x: goal.x === 280 ? 720 : 280, y: 800 }
    return { ...idle, ...walk(state, runner, goal) }
  }

  const stand = { x: 480, y: 700 }
  /** Where the target was drawn when a shot was given, until its berry is told of. */
  let given: Place | null = null
  let shots = 0
  const offs: number[] = []
  const behinds: number[] = []
  hunter.play = (seen) => {
    const state = seen as Blaster
    const me = state.fighters[seatOf(hunter)]
    const it = state.fighters[seatOf(runner)]
    const move = walk(state, hunter, stand)
    if (!me || !it || me.out > 0 || distanceOf(me, stand) > 20) return { ...idle, ...move }
    const ticks = distanceOf(me, it) / berrySpeed
    const at = { x: it.x + (it.vx * ticks) / 60 - me.x, y: it.y + (it.vy * ticks) / 60 - me.y }
    const runs = Math.abs(it.vx) > 270 && it.y > 780 && it.out === 0 && it.guard === 0
    // Right after it has passed: a berry that goes its way finds it nowhere else.
    const passed = at.x * it.vx > 0 && Math.abs(at.x) < 70
    const shoot = given === null && runs && passed && me.store > 0 && me.gap === 0
    if (shoot) given = { x: it.x, y: it.y }
    return { ...idle, ...move, aim: headingOf(at.x, at.y), shoot }
  }
  hunter.framed = () => {
    const state = hunter.match()?.truth?.state as Blaster
    const berry = state.air.berries.find((one) => one?.seat === seatOf(hunter) && one.splash === 0)
    const it = state.fighters[seatOf(runner)]
    if (!berry || !it || given === null) return
    shots++
    behinds.push(berry.behind)
    // Several ticks may have come at once since the one in which it was shot.
    const seen = recall(it.trail, berry.behind + berry.flown / berrySpeed - 1)
    if (seen) offs.push(distanceOf(seen, given))
    given = null
  }
  world.time.pass(seconds * 1000)
  const truth = hunter.match()?.truth?.state as Blaster
  expect(world.reported).toEqual([])
  return { shots, hits: truth.fighters[seatOf(hunter)]?.score ?? 0, offs, behinds }
}

describe('BLASTER over a network of 80 ms and more', () => {
  const weather = { roundTrip: 80, jitter: 12 }
  const asItIs = (frame: Uint8Array) => frame
  /** Says that it sees the others in the present. */
  const presentOnly = (frame: Uint8Array) => {
    const changed = frame.slice()
    if (changed[0] === 1) changed[6] = 0
    return changed
  }

  it('whoever is aimed at where they are drawn is hit', () => {
    const { shots, hits, offs, behinds } = shootingGallery(weather, 90, asItIs)
    console.log(
      `80 ± 12 ms: ${hits} of ${shots} hit; judged ${Math.min(...behinds)} to ${Math.max(...behinds)} ticks back, at most ${Math.max(...offs).toFixed(1)} units from where they were drawn`,
    )
    expect(shots).toBeGreaterThan(8)
    expect(hits / shots).toBeGreaterThan(0.9)
    expect(Math.max(...behinds)).toBeLessThanOrEqual(furthestBack)
    // Less than what one runs in a tick and a half.
    expect(Math.max(...offs)).toBeLessThan(7)
  })

  it('and would be missed without the rewind', () => {
    const { shots, hits } = shootingGallery(weather, 90, presentOnly)
    console.log(`without the rewind: ${hits} of ${shots} hit`)
    expect(shots).toBeGreaterThan(8)
    expect(hits / shots).toBeLessThan(0.2)
  })
})
