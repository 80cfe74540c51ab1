/** Runs in the browser: plays bots up to a moment, and draws the last three seconds before it as the stage does. */

import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?inline'
import fredoka from '@fontsource-variable/fredoka/files/fredoka-latin-wght-normal.woff2?inline'
import { gameById } from '../../src/games/index.ts'
import { standardOptions } from '../../src/games/options.ts'
import type { Face, Mood } from '../../src/games/view.ts'
import { viewOf } from '../../src/games/views.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { colours, shapes } from '../../src/protocol/appearance.ts'
import { frameWorld, sharpnessFor } from '../../src/renderer/stage/camera.ts'
import { awaitFaces, Lettering } from '../../src/renderer/stage/lettering.ts'
import { playerColours } from '../../src/renderer/stage/palette.ts'
import { Picture } from '../../src/renderer/stage/picture.ts'

export interface PreviewWish {
  game: string
  players: number
  seconds: number
  seed: number
  mood: Mood
  me: number | null
  reducedMotion: boolean
}

declare global {
  interface Window {
    /** Returns what the view says of this moment. */
    preview(wish: PreviewWish): Promise<string>
  }
}

const names = [
  'Anna',
  'Ben',
  'Chloé',
  'Dmitri',
  'Emi',
  'Farid',
  'Greta',
  'Hugo',
  'Inês',
  'Jonas',
  'Kim',
  'Lou',
]
/** Long enough for what a view remembers: marks, dust, eased places. */
const drawnSeconds = 3

window.preview = async ({ game: id, players, seconds, seed, mood, me, reducedMotion }) => {
  for (const [family, source] of [
    ['Figtree Variable', figtree],
    ['Fredoka Variable', fredoka],
  ] as const) {
    document.fonts.add(await new FontFace(family, `url(${source})`, { weight: '300 900' }).load())
  }
  const lettering = new Lettering()
  await new Promise<void>((arrived) => awaitFaces(document, arrived))
  const game = gameById(id)
  const view = viewOf(id)
  if (!game || !view) throw new Error(`There is no game or no view ${id}.`)

  const element = document.createElement('canvas')
  const sharpness = sharpnessFor(innerWidth, innerHeight, devicePixelRatio)
  element.width = Math.round(innerWidth * sharpness)
  element.height = Math.round(innerHeight * sharpness)
  document.body.replaceChildren(element)
  const canvas = element.getContext('2d', { alpha: false })
  if (!canvas) throw new Error('This browser has no canvas.')

  const random = randomStream(seed)
  const seats = Array.from({ length: players }, (_, i) => i)
  const bots = seats.map((seat) => game.bot.play(seat, random, 'fair'))
  const state = game.state.quantise(game.start(seats, seed, standardOptions(game)))
  const faces = new Map(seats.map((seat) => [seat, faceOf(seat)]))
  const picture = new Picture(lettering)
  let before: unknown = null
  let tick = 0
  const drawFrom = Math.max(0, seconds - drawnSeconds)
  for (let frame = 0; frame <= seconds * 60; frame++) {
    for (; tick < Math.floor((frame * game.ticksPerSecond) / 60) && !game.result(state); ) {
      tick++
      const inputs = Object.fromEntries(
        seats.map((seat) => [seat, game.input.quantise(bots[seat]?.next(state, tick))]),
      )
      game.step(state, { tick, dt: 1 / game.ticksPerSecond, inputs, behind: () => 0 })
      game.state.quantise(state)
    }
    if (frame < drawFrom * 60) continue
    const now = game.state.copy(state)
    if (before !== null) {
      for (const { burst, x, y, strength, seat, shake } of view.cues(before, now, me)) {
        const face = seat === undefined ? undefined : faces.get(seat)
        if (burst)
          picture.particles.burst(burst, x, y, strength, mood, face && playerColours[mood][face.colour])
        if (shake) picture.shake.add(shake, strength)
      }
    }
    before = now
    const screen = { width: innerWidth, height: innerHeight, sharpness }
    const camera = frameWorld(screen, view.focus?.(now, me) ?? null)
    const time = frame / 60
    picture.draw(canvas, {
      ...{ camera, mood, reducedMotion, faces, me, time, dt: 1 / 60 },
      act: { view, state: now },
    })
  }
  const caption = view.caption?.(state, me, faces) ?? 'no caption'
  return `${caption}\ntick ${tick}, result ${JSON.stringify(game.result(state))}`
}

function faceOf(seat: number): Face {
  const colour = colours[seat % colours.length] ?? 'snow'
  const shape = shapes[seat % shapes.length] ?? 'circle'
  const name = names[seat] ?? `Player ${seat}`
  return { seat, colour, shape, name, bot: false, connected: true, away: false }
}
