import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import { makeMeadowView } from '../../src/games/meadow/view.ts'
import type { Meadow as MeadowState } from '../../src/games/meadow/world.ts'
import type { Face, Mood } from '../../src/games/view.ts'
import { colours, emotes, shapes } from '../../src/protocol/appearance.ts'
import { Air } from '../../src/renderer/stage/air.ts'
import { areaSeen, frameWorld } from '../../src/renderer/stage/camera.ts'
import { paintGround } from '../../src/renderer/stage/ground.ts'
import { Lettering } from '../../src/renderer/stage/lettering.ts'
import { Meadow } from '../../src/renderer/stage/meadow.ts'
import { StagePainter } from '../../src/renderer/stage/painter.ts'
import { Particles } from '../../src/renderer/stage/particles.ts'
import { topOf, traceBody } from '../../src/renderer/stage/silhouette.ts'
import { Speech } from '../../src/renderer/stage/speech.ts'
import { fakeCanvas, fakeDocument } from './fake-canvas.ts'

const moods: Mood[] = ['day', 'dusk']
const seats = Array.from({ length: 24 }, (_, seat) => seat)
const faces: ReadonlyMap<number, Face> = new Map(
  seats.slice(0, 22).map((seat) => [
    seat,
    {
      seat,
      name: `Player ${seat}`,
      colour: colours[seat % colours.length]!,
      shape: shapes[seat % shapes.length]!,
      bot: seat > 10,
      connected: seat !== 3,
      away: seat === 4,
    },
  ]),
)

beforeEach(() => vi.stubGlobal('document', fakeDocument()))
afterEach(() => vi.unstubAllGlobals())

function stage() {
  const speech = new Speech()
  const lettering = new Lettering()
  const particles = new Particles()
  const painter = new StagePainter(new Meadow(), speech, lettering, particles)
  return { speech, particles, painter, view: makeMeadowView(), drawing: fakeCanvas() }
}

function draw(it: ReturnType<typeof stage>, state: MeadowState, time: number, mood: Mood, me: number | null) {
  const { canvas } = it.drawing
  const camera = frameWorld({ width: 390, height: 844, sharpness: 2 }, it.view.focus?.(state, me) ?? null)
  it.painter.begin({ canvas, camera, mood, reducedMotion: false, time, faces, me })
  it.view.draw(canvas, { state, me, faces, time, paint: it.painter })
  it.painter.finish()
  it.particles.advance(1 / 60)
  it.particles.draw(canvas)
}

describe('drawing', () => {
  for (const mood of moods) {
    it(`shows a lively meadow without changing it or drawing nonsense (${mood})`, () => {
      const it = stage()
      const state = meadow.start(seats, 5, {})
      const brains = seats.map((seat) => meadow.bot.play(seat, () => 0.4, 'fair'))
      for (const [i, emote] of emotes.entries()) it.speech.hear({ type: 'emoted', seat: i, emote }, 0)
      const said = {
        kind: 'said',
        seat: 6,
        id: 1,
        name: 'x',
        colour: 'sun',
        text: 'word '.repeat(48),
      } as const
      it.speech.hear({ type: 'line', line: said }, 0)
      for (let tick = 1; tick <= 150; tick++) {
        const inputs = Object.fromEntries(seats.map((seat) => [seat, brains[seat]!.next(state, tick)]))
        const before = meadow.state.copy(state)
        meadow.step(state, { tick, dt: 1 / 60, inputs, behind: () => 0 })
        meadow.state.quantise(state)
        const shown = JSON.stringify(state)
        draw(it, state, tick / 60, mood, tick % 50 === 0 ? null : 1)
        for (const cue of it.view.cues(before, state, 1)) {
          expect(cue.strength).toBeGreaterThanOrEqual(0)
          expect(cue.strength).toBeLessThanOrEqual(1)
          if (cue.burst) it.particles.burst(cue.burst, cue.x, cue.y, cue.strength, mood)
        }
        it.speech.pass(tick / 60)
        expect(JSON.stringify(state)).toBe(shown)
      }
      expect(it.drawing.calls.length).toBeGreaterThan(1000)
    })

    it(`leaves the canvas as it found it (${mood})`, () => {
      const it = stage()
      draw(it, meadow.start(seats, 5, {}), 0.5, mood, 0)
      const count = (name: string) => it.drawing.calls.filter((call) => call.name === name).length
      expect(count('save')).toBe(count('restore'))
      expect(it.drawing.canvas.globalAlpha).toBe(1)
    })

    it(`paints ground for screens of any size (${mood})`, () => {
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
        [2560, 400],
        [1, 1],
      ] as const) {
        const area = areaSeen(frameWorld({ width, height, sharpness: 1 }, null))
        expect(paintGround(area, 0.5, mood)).not.toBeNull()
      }
    })

    it(`fills the air, with and without motion (${mood})`, () => {
      const air = new Air()
      const { canvas, calls } = fakeCanvas()
      const crowd = new Map([[0, { seat: 0, x: 800, y: 450, radius: 26, vx: 0, vy: 0 }]])
      for (let time = 0; time < 4; time += 0.25) air.draw(canvas, mood, time, time > 2, crowd)
      expect(calls.length).toBeGreaterThan(50)
    })
  }

  it('draws one’s own character after all others, and no name before the last body', () => {
    const it = stage()
    const drawn: string[] = []
    const state = meadow.start(seats, 5, {})
    const { canvas } = it.drawing
    const camera = frameWorld({ width: 1280, height: 800, sharpness: 1 }, null)
    it.painter.begin({ canvas, camera, mood: 'day', reducedMotion: true, time: 1, faces, me: 7 })
    const paint = Object.create(it.painter, {
      character: { value: (pose: { seat: number }) => drawn.push(`body ${pose.seat}`) },
      label: { value: (pose: { seat: number }) => drawn.push(`name ${pose.seat}`) },
      mood: { value: 'day' },
      reducedMotion: { value: true },
      ink: { value: () => '#000000' },
      colour: { value: () => '#000000' },
      meadow: { value: () => {} },
      shadow: { value: () => {} },
    })
    it.view.draw(canvas, { state, me: 7, faces, time: 1, paint })
    expect(drawn.filter((call) => call.startsWith('body'))).toHaveLength(seats.length)
    expect(drawn[seats.length - 1]).toBe('body 7')
    expect(drawn.slice(seats.length).every((call) => call.startsWith('name'))).toBe(true)
    const others = drawn
      .slice(0, seats.length - 1)
      .map((call) => state.players[Number(call.split(' ')[1])]!.y)
    expect(others).toEqual(others.toSorted((a, b) => a - b))
  })
})

describe('the eight silhouettes', () => {
  it('stand on one line, reach about as high, and are eight different ones', () => {
    const outlines = shapes.map((shape) => {
      const { canvas, calls } = fakeCanvas()
      traceBody(canvas, shape, 100)
      const points = calls
        .filter(({ name }) => name === 'quadraticCurveTo')
        .map(({ args }) => args as number[])
      expect(Math.max(...points.map((point) => point[1]!))).toBeCloseTo(92, 5)
      expect(topOf(shape)).toBeLessThan(-0.7)
      expect(topOf(shape)).toBeGreaterThan(-1.7)
      return points.map((point) => point.map(Math.round).join()).join(' ')
    })
    expect(new Set(outlines).size).toBe(shapes.length)
  })
})
