/** Runs in the browser: draws a game's view as the stage does, frame by frame, and takes the time of each. */

import { gameById } from '../../src/games/index.ts'
import { standardOptions } from '../../src/games/options.ts'
import type { Face, Mood } from '../../src/games/view.ts'
import { viewOf } from '../../src/games/views.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { colours, shapes } from '../../src/protocol/appearance.ts'
import { type Camera, frameWorld } from '../../src/renderer/stage/camera.ts'
import { Graph } from '../../src/renderer/stage/graph.ts'
import { GraphDrawing } from '../../src/renderer/stage/graph-drawing.ts'
import { Lettering } from '../../src/renderer/stage/lettering.ts'
import { Picture } from '../../src/renderer/stage/picture.ts'

/** What is drawn, and for how long. */
export interface Wish {
  game: string
  entities: number
  mood: Mood
  frames: number
}

/** In milliseconds, sorted; `called` is the part of `drawn` until the last draw call had returned. */
export interface Times {
  drawn: number[]
  called: number[]
  frames: number[]
}

declare global {
  interface Window {
    drawGame(wish: Wish): Promise<Times>
    drawGraph(frames: number): Promise<Times>
    /** What taking the time costs by itself. */
    drawNothing(frames: number): Promise<Times>
  }
}

const warmUp = 30

window.drawGame = async ({ game: id, entities, mood, frames }) => {
  const states = played(id, entities, warmUp + frames)
  const view = viewOf(id)
  if (!view) throw new Error(`There is no view of ${id}.`)
  const { canvas, camera } = screen()
  const picture = new Picture(new Lettering())
  const faces = new Map(Array.from({ length: entities }, (_, seat) => [seat, faceOf(seat)]))
  let before: unknown = null
  return await measure(canvas, frames, (frame) => {
    const state = states[frame] ?? before
    const look = { camera, mood, reducedMotion: false, faces, me: 0 }
    if (before !== null) {
      for (const { burst, x, y, strength, shake } of view.cues(before, state, 0)) {
        if (burst) picture.particles.burst(burst, x, y, strength, mood)
        if (shake) picture.shake.add(shake, strength)
      }
    }
    before = state
    picture.draw(canvas, { ...look, time: frame / 60, dt: 1 / 60, act: { view, state } })
  })
}

window.drawGraph = async (frames) => {
  const { canvas } = screen()
  const graph = new Graph()
  const drawing = new GraphDrawing()
  const random = randomStream(5)
  return await measure(canvas, frames, (frame) => {
    const link = { ping: 20 + random() * 9, jitter: random() * 9, delay: 40, lead: 30, silence: 9 }
    const totals = { corrections: frame >> 5, bytesIn: frame * 70, bytesOut: frame * 3, tick: frame }
    graph.add({ ...link, ...totals, frame: 16 + random(), work: random() * 5 }, (frame * 1000) / 60)
    drawing.draw(canvas, graph, {
      ...{ mood: 'day', sharpness: 1, reducedMotion: false, tickRate: 60 },
      room: () => ({ left: 8, top: 60, height: 600 }),
      words: () => ({ title: 'Romp', lines: ['192.168.1.20:8765', 'Connected · 64 here', `Tick ${frame}`] }),
    })
  })
}

window.drawNothing = (frames) => measure(screen().canvas, frames, () => {})

/** A canvas that fills the screen, as the stage's does. */
function screen(): { canvas: CanvasRenderingContext2D; camera: Camera } {
  const element = document.createElement('canvas')
  element.width = innerWidth
  element.height = innerHeight
  element.style.display = 'block'
  document.body.replaceChildren(element)
  const canvas = element.getContext('2d', { alpha: false })
  if (!canvas) throw new Error('This browser has no canvas.')
  return { canvas, camera: frameWorld({ width: innerWidth, height: innerHeight, sharpness: 1 }, null) }
}

/** Reading one pixel back makes the browser carry out every call before it, so that the time is the whole drawing's. */
async function measure(
  canvas: CanvasRenderingContext2D,
  frames: number,
  draw: (frame: number) => void,
): Promise<Times> {
  const times: Times = { drawn: [], called: [], frames: [] }
  let last: number | null = null
  for (let frame = 0; frame < warmUp + frames; frame++) {
    const now = await new Promise<number>((next) => requestAnimationFrame(next))
    const began = performance.now()
    draw(frame)
    const called = performance.now()
    canvas.getImageData(0, 0, 1, 1)
    const drawn = performance.now()
    if (frame >= warmUp) {
      times.drawn.push(drawn - began)
      times.called.push(called - began)
      if (last !== null) times.frames.push(now - last)
    }
    last = now
  }
  for (const list of Object.values(times)) list.sort((a: number, b: number) => a - b)
  return times
}

/** A match of bots, one state for each frame, played before anything is measured. */
function played(id: string, entities: number, frames: number): unknown[] {
  const game = gameById(id)
  if (!game) throw new Error(`There is no game ${id}.`)
  const seats = Array.from({ length: entities }, (_, seat) => seat)
  const random = randomStream(entities)
  const brains = seats.map((seat) => game.bot.play(seat, random, 'fair'))
  const state = game.start(seats, 7, standardOptions(game))
  const states: unknown[] = []
  let tick = 0
  for (let frame = 0; frame < frames; frame++) {
    for (; tick < Math.floor(((frame + 1) * game.ticksPerSecond) / 60); ) {
      tick++
      const inputs = Object.fromEntries(seats.map((seat) => [seat, brains[seat]?.next(state, tick)]))
      game.step(state, { tick, dt: 1 / game.ticksPerSecond, inputs, behind: () => 0 })
      game.state.quantise(state)
    }
    states.push(game.state.copy(state))
  }
  return states
}

function faceOf(seat: number): Face {
  const colour = colours[seat % colours.length] ?? 'snow'
  const shape = shapes[seat % shapes.length] ?? 'circle'
  return { seat, colour, shape, name: `Player ${seat}`, bot: false, connected: true, away: false }
}
