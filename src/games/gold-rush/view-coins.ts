/** Gold that lies about, rolls, hops and rains; each coin is one of a few frames that were painted before. */

import type { Mood, Painter } from '../view.ts'
import { fillBlob } from '../view-brush.ts'
import type { Box, Paint, Pictures } from '../view-pictures.ts'
import { landColours } from './view-colours.ts'
import { type Coin, coinRadius, fallTicks, hopTicks, nugget, popTicks } from './world.ts'

const frames = 10
const coinNames = Array.from({ length: frames }, (_, turned) => `coin ${turned}`)
const coinBox = { left: -16, top: -18, width: 34, height: 36 }
const nuggetBox = { left: -24, top: -26, width: 50, height: 46 }
const hopHeight = 58
const fallHeight = 460

/** What lies on the ground, beneath everyone. */
export function drawLying(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  coins: readonly (Coin | undefined)[],
  paint: Painter,
  time: number,
): void {
  for (let slot = 0; slot < coins.length; slot++) {
    const coin = coins[slot]
    if (!coin || liftOf(coin, paint) > 0) continue
    const grown = coin.came === 'pop' ? 1 - coin.fresh / popTicks : 1
    // A little larger than itself before it settles.
    const size = paint.reducedMotion || grown === 1 ? 1 : grown * (1 + 0.5 * Math.sin(grown * Math.PI))
    drawGold(canvas, pictures, paint.mood, coin, { x: coin.x, y: coin.y, size }, frameAt(slot, time, paint))
  }
}

/** What is in the air, above everyone, with its shadow on the ground. */
export function drawFlying(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  coins: readonly (Coin | undefined)[],
  paint: Painter,
  time: number,
): void {
  const { gold, shade } = landColours[paint.mood]
  for (let slot = 0; slot < coins.length; slot++) {
    const coin = coins[slot]
    if (!coin) continue
    const lift = liftOf(coin, paint)
    if (lift <= 0) continue
    const near = 1 - Math.min(1, lift / fallHeight)
    canvas.fillStyle = shade
    canvas.beginPath()
    canvas.ellipse(coin.x, coin.y + 5, coinRadius * near, coinRadius * 0.5 * near, 0, 0, 2 * Math.PI)
    canvas.fill()
    if (coin.came === 'fall') {
      canvas.strokeStyle = gold[2]
      canvas.globalAlpha = 0.5
      canvas.lineWidth = 3
      canvas.beginPath()
      canvas.moveTo(coin.x, coin.y - lift - 16)
      canvas.lineTo(coin.x, coin.y - lift - 16 - lift * 0.18)
      canvas.stroke()
      canvas.globalAlpha = 1
    }
    const at = { x: coin.x, y: coin.y - lift, size: 1 }
    drawGold(canvas, pictures, paint.mood, coin, at, frameAt(slot, time * 1.8, paint))
  }
}

interface Put {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A coin as such, wherever it is shown. */
export function drawCoin(canvas: CanvasRenderingContext2D, pictures: Pictures, at: Put, frame: number): void {
  const turned = ((frame % frames) + frames) % frames
  const paint: Paint = (on, mood) => paintCoin(on, mood, turned / frames)
  drawAt(canvas, pictures, coinNames[turned] ?? 'coin', coinBox, paint, at)
}

function drawGold(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  mood: Mood,
  coin: Coin,
  at: Put,
  frame: number,
): void {
  if (at.size <= 0.02) return
  if (coin.worth < nugget) {
    drawCoin(canvas, pictures, at, frame)
    return
  }
  drawAt(canvas, pictures, 'nugget', nuggetBox, paintNugget, at)
  const gleam = frame % frames
  if (gleam > 3) return
  canvas.fillStyle = landColours[mood].gold[3]
  canvas.beginPath()
  traceGleam(canvas, at.x - 6, at.y - 9, 4 + 5 * Math.sin(((gleam + 1) / 5) * Math.PI))
  canvas.fill()
}

function drawAt(
  canvas: CanvasRenderingContext2D,
  pictures: Pictures,
  name: string,
  box: Box,
  paint: Paint,
  { x, y, size }: Put,
): void {
  if (size === 1) pictures.putSharp(canvas, name, box, paint, x, y)
  else pictures.put(canvas, name, box, paint, { x, y, wide: size, high: size })
}

function frameAt(slot: number, time: number, { reducedMotion }: Painter): number {
  return reducedMotion ? slot % 3 : Math.floor(time * 9 + slot * 3.7)
}

/** How high a coin is above the ground. */
function liftOf({ came, fresh }: Coin, { reducedMotion }: Painter): number {
  if (fresh === 0 || came === 'pop' || reducedMotion) return 0
  if (came === 'fall') return (fresh / fallTicks) ** 1.4 * fallHeight
  const share = Math.min(1, fresh / hopTicks)
  return hopHeight * 4 * share * (1 - share)
}

/** A coin that has turned by a share of half a turn. */
function paintCoin(canvas: CanvasRenderingContext2D, mood: Mood, turned: number): void {
  const { gold, shade } = landColours[mood]
  const thin = Math.max(0.16, Math.abs(Math.cos(turned * Math.PI)))
  const r = coinRadius
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.ellipse(2.5, r * 0.86, r * (0.35 + 0.65 * thin), 4, 0, 0, 2 * Math.PI)
  canvas.fill()
  const disc = (radius: number, shift: number) => {
    canvas.beginPath()
    canvas.ellipse(shift, 0, radius * thin, radius, 0, 0, 2 * Math.PI)
  }
  disc(r + 1.2, 1.6 * (1 - thin) + 0.8)
  canvas.fillStyle = gold[0]
  canvas.fill()
  disc(r, 0)
  canvas.fillStyle = gold[1]
  canvas.fill()
  disc(r * 0.74, 0)
  canvas.strokeStyle = gold[2]
  canvas.lineWidth = 2
  canvas.stroke()
  if (thin < 0.3) return
  canvas.save()
  canvas.scale(thin, 1)
  canvas.fillStyle = gold[0]
  canvas.globalAlpha = 0.55
  canvas.beginPath()
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 ? 2.2 : 5
    const angle = (i / 10) * 2 * Math.PI - Math.PI / 2
    canvas.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach)
  }
  canvas.closePath()
  canvas.fill()
  canvas.globalAlpha = 0.9
  canvas.strokeStyle = gold[3]
  canvas.lineWidth = 2.6
  canvas.beginPath()
  canvas.arc(0, 0, r * 0.78, Math.PI * 1.05, Math.PI * 1.45)
  canvas.stroke()
  canvas.restore()
}

function paintNugget(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const { gold, shade } = landColours[mood]
  fillBlob(canvas, shade, 4, 9, 19, 7, 70)
  fillBlob(canvas, gold[0], 1, 1, 18, 14.5, 71, 0.16)
  fillBlob(canvas, gold[1], -0.5, -1, 16.5, 12.5, 71, 0.16)
  fillBlob(canvas, gold[2], -4, -5, 10.5, 6.5, 72, 0.2)
  fillBlob(canvas, gold[1], 6, 3, 5, 3.6, 73, 0.2)
  fillBlob(canvas, gold[3], -7, -7, 4.2, 2.4, 74, 0.2)
}

function traceGleam(canvas: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  canvas.moveTo(x, y - size)
  canvas.quadraticCurveTo(x, y, x + size, y)
  canvas.quadraticCurveTo(x, y, x, y + size)
  canvas.quadraticCurveTo(x, y, x - size, y)
  canvas.quadraticCurveTo(x, y, x, y - size)
}
