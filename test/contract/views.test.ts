/** The contract suite of views: what every game's picture, sounds and controls must keep to. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { games } from '../../src/games/index.ts'
import { type AnyView, type Devices, type Face, type Mood, sounds } from '../../src/games/view.ts'
import { viewOf } from '../../src/games/views.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { colours, shapes } from '../../src/protocol/appearance.ts'
import { frameWorld } from '../../src/renderer/stage/camera.ts'
import { Lettering } from '../../src/renderer/stage/lettering.ts'
import { Meadow } from '../../src/renderer/stage/meadow.ts'
import { StagePainter } from '../../src/renderer/stage/painter.ts'
import { Particles } from '../../src/renderer/stage/particles.ts'
import { Speech } from '../../src/renderer/stage/speech.ts'
import { fakeCanvas, fakeDocument } from '../stage/fake-canvas.ts'
import { BotMatch } from '../support/bot-match.ts'

/** Seats as rooms give them: with gaps, and more than one digit. */
const seatsOf = (game: AnyGame, count: number) =>
  Array.from({ length: Math.max(game.seats.min, Math.min(count, game.seats.max)) }, (_, i) => i * 3 + 2)

/** The last of them is unknown: somebody left, and their seat is still in the state. */
function facesOf(seats: readonly number[]): ReadonlyMap<number, Face> {
  return new Map(
    seats.slice(0, -1).map((seat, i) => {
      const [colour, shape] = [colours[i % colours.length] ?? 'sky', shapes[i % shapes.length] ?? 'circle']
      return [seat, { seat, colour, shape, name: `P${seat}`, bot: i > 4, connected: i !== 2, away: i === 3 }]
    }),
  )
}

function stageFor(view: AnyView, faces: ReadonlyMap<number, Face>) {
  const painter = new StagePainter(new Meadow(), new Speech(), new Lettering(), new Particles())
  const drawing = fakeCanvas()
  const draw = (
    state: unknown,
    time: number,
    me: number | null,
    mood: Mood = 'day',
    reducedMotion = false,
  ) => {
    const camera = frameWorld({ width: 390, height: 844, sharpness: 2 }, view.focus?.(state, me) ?? null)
    painter.begin({ canvas: drawing.canvas, camera, mood, reducedMotion, time, faces, me })
    view.draw(drawing.canvas, { state, me, faces, time, paint: painter })
    painter.finish()
  }
  return { draw, drawing }
}

/** Anything that a hand may do. */
function anyDevices(random: () => number, view: AnyView): Devices {
  const maybe = <T>(value: T) => (random() < 0.4 ? value : null)
  const place = () => ({ x: random() * 2400 - 400, y: random() * 1500 - 300 })
  const way = () => ({ x: random() * 1.4 - 0.7, y: random() * 1.4 - 0.7 })
  const actions = view.controls.flatMap(({ action }) => (action ? [action] : []))
  const codes = ['KeyW', 'ArrowLeft', 'ArrowDown', 'KeyD', 'Space', 'Enter', 'Digit1', 'Numpad5']
  const some = <T>(all: readonly T[]) => new Set(all.filter(() => random() < 0.3))
  return {
    keys: some(codes),
    pointer: maybe({ ...place(), held: random() < 0.5 }),
    tap: maybe(place()),
    stick: maybe(way()),
    aim: maybe(way()),
    pressed: some(actions),
    held: some(actions),
  }
}

beforeEach(() => vi.stubGlobal('document', fakeDocument()))
afterEach(() => vi.unstubAllGlobals())

describe.each(games.map((game) => [game.id, game] as const))('VIEW %s', (id, game) => {
  const made = () => {
    const view = viewOf(id)
    if (!view) throw new Error(`${id} has no view.`)
    return view
  }
  const seconds = game.endless ? 40 : game.lasts * 2

  it('says how it is played on each device', () => {
    const { controls } = made()
    expect(controls.length).toBeGreaterThan(0)
    for (const { label, keys, touch, pad } of controls)
      for (const words of [label, keys, touch, pad]) expect(words).toMatch(/^\S.*\S$|^\S$/)
    const actions = controls.flatMap(({ action }) => (action ? [action] : []))
    expect(new Set(actions).size).toBe(actions.length)
  })

  it.each([
    ['day', 8],
    ['dusk', 32],
  ] as const)('draws a whole match by %s, without changing it or drawing nonsense', (mood, players) => {
    const view = made()
    const seats = seatsOf(game, players)
    const faces = facesOf(seats)
    const { draw, drawing } = stageFor(view, faces)
    const match = new BotMatch(game, seats, 3)
    let before: unknown = null
    // Now and then many ticks pass between two frames, as in a window that was hidden.
    for (let frame = 0; match.tick < seconds * game.ticksPerSecond; frame++) {
      const pass = frame % 50 === 49 ? game.ticksPerSecond * 3 : Math.ceil(game.ticksPerSecond / 3)
      for (let i = 0; i < pass && !game.result(match.state); i++) match.step()
      const me = frame % 9 === 8 ? null : frame % 13 === 12 ? 500 : (seats[0] ?? null)
      const state = game.state.copy(match.state)
      const shown = JSON.stringify(state)
      draw(state, match.tick / game.ticksPerSecond, me, mood, frame % 4 === 3)
      const caption = view.caption?.(state, me, faces) ?? null
      if (caption !== null) expect(caption.length, caption).toBeLessThan(90)
      if (before !== null) {
        for (const cue of view.cues(before, state, me)) {
          expect([cue.x, cue.y, cue.strength, cue.shake ?? 0].every(Number.isFinite)).toBe(true)
          expect(cue.strength).toBeGreaterThanOrEqual(0)
          expect(cue.strength).toBeLessThanOrEqual(1)
          if (cue.sound) expect(sounds).toContain(cue.sound)
        }
      }
      expect(JSON.stringify(state)).toBe(shown)
      before = state
      drawing.calls.length = 0
      if (game.result(match.state)) break
    }
  })

  it('leaves the canvas as it found it', () => {
    const seats = seatsOf(game, 8)
    const { draw, drawing } = stageFor(made(), facesOf(seats))
    const match = new BotMatch(game, seats, 5)
    for (let i = 0; i < game.ticksPerSecond * 12; i++) match.step()
    draw(match.state, 1, seats[0] ?? null)
    const count = (name: string) => drawing.calls.filter((call) => call.name === name).length
    expect(count('save')).toBe(count('restore'))
    expect(drawing.canvas.globalAlpha).toBe(1)
  })

  it('draws what is told of a match that began long ago, or that another one follows', () => {
    const view = made()
    const seats = seatsOf(game, 8)
    const { draw } = stageFor(view, facesOf(seats))
    const [one, other] = [new BotMatch(game, seats, 5), new BotMatch(game, seats.slice(0, game.seats.min), 6)]
    for (let i = 0; i < game.ticksPerSecond * 30 && !game.result(one.state); i++) one.step()
    draw(one.state, 1, null)
    draw(other.state, 1.1, seats[0] ?? null)
    expect(() => view.cues(one.state, other.state, seats[0] ?? null)).not.toThrow()
    draw(one.state, 1.2, null)
  })

  it('makes an input of whatever a hand does, and never changes the world by it', () => {
    const view = made()
    const seats = seatsOf(game, 4)
    const match = new BotMatch(game, seats, 7)
    const random = randomStream(11)
    for (let i = 0; i < 200; i++) {
      match.step()
      const shown = JSON.stringify(match.state)
      for (const me of [seats[0] ?? null, null, 500]) {
        const input = view.sample(anyDevices(random, view), match.state, me)
        const sent = game.input.quantise(game.input.copy(input))
        expect(game.input.same(game.input.quantise(game.input.copy(sent)), sent)).toBe(true)
        const focus = view.focus?.(match.state, me)
        if (focus) expect([focus.x, focus.y].every(Number.isFinite)).toBe(true)
      }
      expect(JSON.stringify(match.state)).toBe(shown)
    }
  })
})
