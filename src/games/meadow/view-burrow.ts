/** The two burrows in the hedge that the ball may fall into: woven baskets with a dark mouth. */

import { width } from '../field.ts'
import type { Mood } from '../view.ts'
import { paintPicture } from '../view-pictures.ts'
import { burrow } from './world.ts'

/** The picture's box: the left burrow in world units. */
const box = { left: -30, top: 318, width: 112, height: 264 }
const middle = (burrow.top + burrow.bottom) / 2
const reach = (burrow.bottom - burrow.top) / 2

const wickers = {
  day: { base: '#a8743c', light: '#d9a85f', dark: '#6e4523', hole: '#2c1c17', earth: '#b08a55' },
  dusk: { base: '#6b4d49', light: '#a57a58', dark: '#3a2838', hole: '#120d1e', earth: '#4d4a52' },
} as const

export class BurrowPicture {
  #image: HTMLCanvasElement | null = null
  #key = ''

  draw(canvas: CanvasRenderingContext2D, mood: Mood): void {
    const pixels = Math.min(4, Math.max(0.5, canvas.getTransform().a))
    const key = `${mood} ${Math.ceil(pixels * 8)}`
    if (key !== this.#key) {
      this.#key = key
      this.#image = paintPicture(box, pixels, (it) => paintBurrow(it, mood))
    }
    if (!this.#image) return
    canvas.drawImage(this.#image, box.left, box.top, box.width, box.height)
    canvas.save()
    canvas.translate(width, 0)
    canvas.scale(-1, 1)
    canvas.drawImage(this.#image, box.left, box.top, box.width, box.height)
    canvas.restore()
  }
}

function paintBurrow(canvas: CanvasRenderingContext2D, mood: Mood): void {
  const { base, dark, light, hole, earth } = wickers[mood]
  canvas.lineCap = 'round'
  // Trodden earth in front.
  const trodden = canvas.createRadialGradient(40, middle, 0, 40, middle, reach + 16)
  trodden.addColorStop(0, earth)
  trodden.addColorStop(0.75, earth)
  trodden.addColorStop(1, `${earth}00`)
  canvas.save()
  canvas.translate(40, middle)
  canvas.scale(0.36, 1)
  canvas.translate(-40, -middle)
  canvas.globalAlpha = 0.75
  canvas.fillStyle = trodden
  canvas.fillRect(-100, box.top, 400, box.height)
  canvas.restore()

  canvas.fillStyle = base
  canvas.beginPath()
  traceBasket(canvas)
  canvas.fill()
  canvas.save()
  canvas.clip()
  for (let row = 0; row < 9; row++) {
    for (let strand = -1; strand < 23; strand++) {
      const y = middle - reach - 16 + strand * 11 + (row % 2) * 5.5
      canvas.strokeStyle = (strand + row) % 2 ? light : dark
      canvas.lineWidth = 2.6
      canvas.beginPath()
      canvas.moveTo(-26 + row * 9, y)
      canvas.quadraticCurveTo(-22 + row * 9, y + 5, -26 + row * 9, y + 9)
      canvas.stroke()
    }
  }
  const round = canvas.createLinearGradient(-24, 0, 50, 0)
  round.addColorStop(0, 'rgb(20 8 20 / 0.5)')
  round.addColorStop(0.5, 'rgb(20 8 20 / 0)')
  canvas.fillStyle = round
  canvas.fillRect(box.left, box.top, box.width, box.height)
  canvas.restore()

  canvas.fillStyle = hole
  canvas.beginPath()
  canvas.ellipse(38, middle, 19, reach - 1, 0, 0, 2 * Math.PI)
  canvas.fill()
  // The plaited rim.
  for (let i = 0; i < 44; i++) {
    const angle = (i / 44) * 2 * Math.PI
    const x = 38 + Math.cos(angle) * 21
    const y = middle + Math.sin(angle) * (reach + 2)
    canvas.strokeStyle = i % 2 ? light : base
    canvas.lineWidth = 7
    canvas.beginPath()
    const ahead = angle + 0.13
    canvas.moveTo(x, y)
    canvas.lineTo(38 + Math.cos(ahead) * 18, middle + Math.sin(ahead) * (reach - 1))
    canvas.stroke()
  }
}

function traceBasket(canvas: CanvasPath): void {
  canvas.moveTo(40, middle - reach - 8)
  canvas.bezierCurveTo(-10, middle - reach - 6, -26, middle - reach * 0.6, -26, middle)
  canvas.bezierCurveTo(-26, middle + reach * 0.6, -10, middle + reach + 6, 40, middle + reach + 8)
  canvas.closePath()
}
