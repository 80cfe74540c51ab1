/** What is said: the caption above the field, and the few large words upon it. */

import type { Face, Painter } from '../view.ts'
import { nameOf } from '../view-words.ts'
import { shaking } from './platform.ts'
import { isLastRound } from './rounds.ts'
import { middle, readyTicks, type Sumo, stands } from './world.ts'

type Faces = ReadonlyMap<number, Face>

export function captionOf(state: Sumo, me: number | null, faces: Faces): string {
  const round = `Round ${state.round} of ${state.rounds}`
  switch (state.phase) {
    case 'ready':
      return `${round} · the last one dry wins it`
    case 'play':
      return `${round} · ${situation(state, me)}`
    case 'settled':
    case 'over':
      return `${round} · ${winner(state, me, faces)}`
  }
}

function situation(state: Sumo, me: number | null): string {
  const body = me === null ? undefined : state.players[me]
  const up = state.players.reduce((count, one) => (one && stands(one) ? count + 1 : count), 0)
  if (body && !stands(body)) return isLastRound(state) ? 'wet, and watching' : 'wet, back next round'
  if (shaking(state) > 0) return state.left > 1 ? 'the outer planks are going' : 'the middle is going'
  return `${up} still dry`
}

function winner({ champion }: Sumo, me: number | null, faces: Faces): string {
  if (champion === 0) return 'nobody stayed dry'
  if (champion - 1 === me) return 'you stayed dry'
  return `${nameOf(champion - 1, faces)} stayed dry`
}

/** Pops up, stands, and goes. `age` in seconds. */
function pop(
  canvas: CanvasRenderingContext2D,
  paint: Painter,
  text: string,
  y: number,
  size: number,
  age: number,
  lasts: number,
): void {
  if (age < 0 || age > lasts) return
  const come = Math.min(1, age / 0.16)
  const go = Math.min(1, (lasts - age) / 0.22)
  canvas.save()
  canvas.globalAlpha = Math.min(come, go)
  canvas.translate(middle.x, y)
  if (!paint.reducedMotion) {
    const swell = 1 + 0.35 * (1 - come) - 0.12 * Math.sin(come * Math.PI) + 0.12 * (1 - go)
    canvas.scale(swell, swell)
  }
  paint.write(text, 0, 0, { size, rim: true })
  canvas.restore()
}

/** Above people, below labels. */
export function drawWords(
  canvas: CanvasRenderingContext2D,
  { phase, clock, round, rounds, champion }: Sumo,
  me: number | null,
  faces: Faces,
  paint: Painter,
): void {
  const age = clock / 60
  if (phase === 'ready') {
    const title = round === rounds ? 'Last round' : `Round ${round}`
    pop(canvas, paint, title, middle.y - 20, 76, age - 0.1, readyTicks / 60 - 0.1)
  } else if (phase === 'play') pop(canvas, paint, 'Push!', middle.y - 20, 104, age, 0.75)
  else if (phase === 'settled') {
    const text =
      champion === 0 ? 'All wet!' : champion - 1 === me ? 'You stay dry!' : `${nameOf(champion - 1, faces)}!`
    pop(canvas, paint, text, middle.y - 150, 84, age - 0.35, 1.9)
  }
}
