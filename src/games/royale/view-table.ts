/** What lies on the table in the middle: the time that is left, the drum's words, and how many showed what. */

import type { Painter } from '../view.ts'
import { tallyOf } from './verdict.ts'
import { drawHand } from './view-hands.ts'
import { ease, type Moment, spring } from './view-moment.ts'
import { table } from './view-place.ts'
import { middle } from './view-ring.ts'
import { deedOf } from './view-words.ts'
import { beats, celebrated, fallsAfter, lasts, type Royale, seatsWhere, ticksPerSecond } from './world.ts'

type Canvas = CanvasRenderingContext2D

const drumWords = ['rock …', 'paper …', 'scissors!'] as const
const falls = fallsAfter / ticksPerSecond

export class Table {
  #left = 1
  #time = 0

  draw(canvas: Canvas, state: Royale, moment: Moment, time: number, paint: Painter): void {
    const dt = Math.min(0.1, Math.max(0, time - this.#time))
    this.#time = time
    switch (moment.phase) {
      case 'gather':
        this.#left = 1
        writeArriving(canvas, state.isFinal ? 'Last royale!' : `Royale ${state.royale}`, moment.age, paint)
        break
      case 'pick':
        this.#drawTime(canvas, state, dt, paint)
        break
      case 'drum':
        this.#left = 1
        drawDrum(canvas, moment.age / (state.clock.of / ticksPerSecond), paint)
        break
      case 'reveal':
        this.#left = 1
        drawTally(canvas, state, moment.age, paint)
        break
      default:
        writeVictory(state, moment.age, canvas, paint)
        break
    }
  }

  /** A rim around the table that shortens as time passes, and the seconds. */
  #drawTime(canvas: Canvas, state: Royale, dt: number, paint: Painter): void {
    const { clock, players } = state
    const left = Math.max(0, clock.left - lasts.grace) / Math.max(1, clock.of - lasts.grace)
    this.#left += (left - this.#left) * (paint.reducedMotion ? 1 : 1 - Math.exp(-dt * 9))
    const seconds = Math.ceil(Math.max(0, clock.left - lasts.grace) / ticksPerSecond)
    const isLate = seconds <= 2
    const waitsFor = players.filter((player) => player?.fate === 'in' && player.hand !== 'picked').length
    canvas.lineCap = 'round'
    for (const [colour, width, share] of [
      [paint.mood === 'day' ? 'rgb(74 52 44 / 0.35)' : 'rgb(20 14 40 / 0.5)', 15, 1],
      [isLate ? paint.ink('warning') : paint.ink('accent'), 9, this.#left],
    ] as const) {
      canvas.strokeStyle = colour
      canvas.lineWidth = width
      canvas.beginPath()
      const from = -Math.PI / 2
      canvas.ellipse(
        middle.x,
        middle.y,
        table.x + 12,
        table.y + 10,
        0,
        from,
        from + Math.max(0.001, share) * 2 * Math.PI,
      )
      canvas.stroke()
    }
    const dark = paint.mood === 'day' ? '#4a342c' : '#241a30'
    if (waitsFor === 0) {
      paint.write('All in!', middle.x, middle.y, { size: 50, ink: dark })
    } else {
      const heading = state.isLastRound ? 'Last round!' : state.ties > 0 ? 'Once more!' : ''
      if (heading) paint.write(heading, middle.x, middle.y - 66, { size: 25, ink: dark })
      paint.write(String(seconds), middle.x, middle.y - (heading ? 6 : 14), { size: 84, ink: dark })
      const words = waitsFor === 1 ? 'one still thinks' : `${waitsFor} still think`
      paint.write(words, middle.x, middle.y + 52, { size: 24, ink: dark })
    }
  }
}

function drawDrum(canvas: Canvas, share: number, paint: Painter): void {
  const beat = Math.max(0, Math.min(2, Math.floor(share * 3)))
  const into = share * 3 - beat
  const size = paint.reducedMotion ? 1 : 0.8 + 0.25 * spring(into, 0, 0.7)
  canvas.save()
  canvas.translate(middle.x, middle.y)
  canvas.scale(size, size)
  drawHand(canvas, beat + 1, 0, -26, 92)
  paint.write(drumWords[beat] ?? '', 0, 52, { size: 42, ink: paint.mood === 'day' ? '#4a342c' : '#241a30' })
  canvas.restore()
}

/** Who showed what, and which of it beats which, around a circle. */
function drawTally(canvas: Canvas, state: Royale, age: number, paint: Painter): void {
  const { shown, score } = tallyOf(state)
  const kinds = shown.map((_, pick) => pick).filter((pick) => (shown[pick] ?? 0) > 0)
  const dark = paint.mood === 'day' ? '#4a342c' : '#241a30'
  const isEven = kinds.every((pick) => score[pick] === 0)
  const verdict = ease(age, falls - 0.1, falls + 0.2)
  if (kinds.length === 0) {
    paint.write('Nobody picked', middle.x, middle.y, { size: 38, ink: dark })
    return
  }
  const spread = kinds.length === 1 ? 0 : 1
  const places = kinds.map((pick, i) => {
    const angle = -Math.PI / 2 + ((i + (kinds.length === 2 ? 0.5 : 0)) / kinds.length) * 2 * Math.PI
    const side = kinds.length === 2 ? -1 : 1
    const lower = kinds.length === 3 ? 12 : kinds.length < 3 ? -18 : 0
    return {
      pick,
      x: middle.x + Math.cos(angle) * 92 * spread * side,
      y: middle.y + Math.sin(angle) * (kinds.length > 3 ? 66 : 54) * spread + lower,
    }
  })
  const size = kinds.length > 5 ? 50 : kinds.length > 3 ? 56 : 66
  canvas.save()
  canvas.globalAlpha = ease(age, 0.1, 0.35)
  if (kinds.length <= 5) {
    for (const a of places)
      for (const b of places)
        if (a !== b && beats(a.pick, b.pick, state.actions)) drawArrow(canvas, a, b, size * 0.62, dark)
  }
  for (const { pick, x, y } of places) {
    const isGood = isEven || (score[pick] ?? 0) > 0
    canvas.save()
    canvas.globalAlpha *= isGood ? 1 : 1 - 0.55 * verdict
    drawHand(canvas, pick, x, y, size * (isGood ? 1 + 0.1 * verdict : 1 - 0.12 * verdict))
    drawCount(canvas, shown[pick] ?? 0, x + size * 0.4, y + size * 0.36, isGood, paint)
    canvas.restore()
  }
  const words = isEven
    ? evenWords(state, kinds.length)
    : kinds.length === 2
      ? wordsForTwo(kinds, state.actions)
      : ''
  if (words) {
    const width = 226
    const fit = Math.min(30, width / (words.length * 0.5))
    paint.write(words, middle.x, middle.y + (kinds.length > 2 ? 0 : 60), {
      size: fit,
      ink: dark,
      rim: kinds.length > 2,
    })
  }
  canvas.restore()
}

function evenWords(state: Royale, kinds: number): string {
  const sleepers = seatsWhere(state, ({ fate }) => fate === 'falls').length
  if (sleepers > 0) return 'Too slow!'
  return kinds === 1 ? 'All the same!' : 'Even!'
}

function wordsForTwo([a = 0, b = 0]: readonly number[], actions: number): string {
  return beats(a, b, actions) ? deedOf(a, b) : deedOf(b, a)
}

function drawCount(
  canvas: Canvas,
  count: number,
  x: number,
  y: number,
  isGood: boolean,
  paint: Painter,
): void {
  canvas.beginPath()
  canvas.arc(x, y, 16, 0, 2 * Math.PI)
  canvas.fillStyle = '#fffaf0'
  canvas.fill()
  canvas.beginPath()
  canvas.arc(x, y, 14, 0, 2 * Math.PI)
  canvas.fillStyle = isGood ? '#3f7a2f' : '#8a6f5c'
  canvas.fill()
  paint.write(String(count), x, y + 1, { size: 21, ink: '#fffaf0' })
}

/** From who beats to who is beaten. */
function drawArrow(
  canvas: Canvas,
  from: { x: number; y: number },
  to: { x: number; y: number },
  clear: number,
  colour: string,
): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const far = Math.hypot(dx, dy)
  if (far < clear * 2 + 6) return
  const [ux, uy] = [dx / far, dy / far]
  const tip = { x: to.x - ux * clear, y: to.y - uy * clear }
  canvas.strokeStyle = colour
  canvas.fillStyle = colour
  canvas.lineWidth = 4.5
  canvas.lineCap = 'round'
  canvas.beginPath()
  canvas.moveTo(from.x + ux * clear, from.y + uy * clear)
  canvas.lineTo(tip.x - ux * 8, tip.y - uy * 8)
  canvas.stroke()
  canvas.beginPath()
  canvas.moveTo(tip.x, tip.y)
  canvas.lineTo(tip.x - ux * 15 - uy * 8.5, tip.y - uy * 15 + ux * 8.5)
  canvas.lineTo(tip.x - ux * 15 + uy * 8.5, tip.y - uy * 15 - ux * 8.5)
  canvas.closePath()
  canvas.fill()
}

function writeArriving(canvas: Canvas, words: string, age: number, paint: Painter): void {
  const size = paint.reducedMotion ? 1 : spring(age, 0, 0.4)
  canvas.save()
  canvas.translate(middle.x, middle.y)
  canvas.scale(Math.max(0.05, size), Math.max(0.05, size))
  paint.write(words, 0, 0, { size: 46, ink: paint.mood === 'day' ? '#4a342c' : '#241a30' })
  canvas.restore()
}

function writeVictory(state: Royale, age: number, canvas: Canvas, paint: Painter): void {
  const winners = celebrated(state).length
  const words =
    winners === 0
      ? 'Nobody is left'
      : winners === 1
        ? 'wins!'
        : state.clock.phase === 'over'
          ? 'win!'
          : 'share it!'
  canvas.save()
  canvas.globalAlpha = ease(age, 0.3, 0.6)
  const ink = paint.mood === 'day' ? '#4a342c' : '#241a30'
  paint.write(words, middle.x, middle.y + (winners === 0 ? 0 : 72), { size: 38, ink })
  canvas.restore()
}
