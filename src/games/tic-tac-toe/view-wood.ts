/** The wooden boards, with a grid that somebody drew on them with chalk. */

import { randomStream } from '../../netcode/random.ts'
import type { Mood } from '../view.ts'
import { tableColours } from './view-colours.ts'
import { halfBoard } from './view-layout.ts'

/** Letters and numbers at the edge are worth their ink from this size of a cell on. */
const legible = 60

/** Paints the board with this number around the origin. */
export function paintBoard(
  canvas: CanvasRenderingContext2D,
  { index, cell, mood }: { index: number; cell: number; mood: Mood },
): void {
  const reach = halfBoard(cell)
  const { wood, shade, burnt } = tableColours[mood]
  const thick = cell * 0.09
  const round = cell * 0.2
  canvas.fillStyle = shade
  canvas.beginPath()
  canvas.roundRect(-reach + thick * 0.7, -reach + thick * 1.6, 2 * reach, 2 * reach, round)
  canvas.fill()
  canvas.fillStyle = wood.edge
  canvas.beginPath()
  canvas.roundRect(-reach, -reach + thick, 2 * reach, 2 * reach, round)
  canvas.fill()
  canvas.fillStyle = wood.base
  canvas.beginPath()
  canvas.roundRect(-reach, -reach, 2 * reach, 2 * reach, round)
  canvas.fill()
  canvas.save()
  canvas.clip()
  paintGrain(canvas, reach, index, mood)
  paintLight(canvas, reach, mood)
  canvas.restore()
  canvas.strokeStyle = wood.light
  canvas.lineWidth = Math.max(1.2, cell * 0.025)
  canvas.beginPath()
  canvas.roundRect(
    -reach + thick / 3,
    -reach + thick / 3,
    2 * reach - thick / 1.5,
    2 * reach - thick / 1.5,
    round * 0.9,
  )
  canvas.stroke()
  if (cell > legible) paintNames(canvas, cell, burnt)
}

/** Four planks, each with its own tone and its own rings. */
function paintGrain(canvas: CanvasRenderingContext2D, reach: number, seed: number, mood: Mood): void {
  const { wood } = tableColours[mood]
  const random = randomStream(seed * 31 + 3)
  const planks = 4
  const high = (2 * reach) / planks
  canvas.lineCap = 'round'
  for (let plank = 0; plank < planks; plank++) {
    const top = -reach + plank * high
    canvas.globalAlpha = 0.12 + random() * 0.3
    canvas.fillStyle = random() < 0.5 ? wood.light : wood.dark
    canvas.fillRect(-reach, top, 2 * reach, high)
    canvas.strokeStyle = wood.dark
    for (let line = 0; line < 5; line++) {
      const y = top + high * (0.12 + 0.19 * line + random() * 0.08)
      const bow = (random() - 0.5) * high * 0.3
      canvas.globalAlpha = 0.2 + random() * 0.25
      canvas.lineWidth = reach * (0.006 + random() * 0.008)
      canvas.beginPath()
      canvas.moveTo(-reach * (0.6 + random() * 0.5), y)
      canvas.bezierCurveTo(
        -reach * 0.3,
        y + bow,
        reach * 0.3,
        y - bow,
        reach * (0.6 + random() * 0.5),
        y + bow * 0.4,
      )
      canvas.stroke()
    }
    if (random() < 0.6) {
      const [x, y] = [(random() - 0.5) * 1.7 * reach, top + high * (0.3 + random() * 0.4)]
      canvas.globalAlpha = 0.4
      for (const ring of [1, 0.55]) {
        canvas.beginPath()
        canvas.ellipse(x, y, high * 0.2 * ring, high * 0.11 * ring, 0.1, 0, 2 * Math.PI)
        canvas.stroke()
      }
    }
    if (plank === 0) continue
    canvas.globalAlpha = 0.7
    canvas.lineWidth = reach * 0.012
    canvas.beginPath()
    canvas.moveTo(-reach, top)
    canvas.lineTo(reach, top + (random() - 0.5) * 2)
    canvas.stroke()
  }
  canvas.globalAlpha = 1
}

/** The evening sun from the upper left, or the lanterns above. */
function paintLight(canvas: CanvasRenderingContext2D, reach: number, mood: Mood): void {
  const day = mood === 'day'
  const light = canvas.createRadialGradient(-reach * 0.5, -reach * 0.7, 0, 0, 0, reach * 1.7)
  light.addColorStop(0, day ? 'rgb(255 232 170 / 0.42)' : 'rgb(255 196 120 / 0.34)')
  light.addColorStop(0.6, 'rgb(255 220 150 / 0.04)')
  light.addColorStop(1, day ? 'rgb(70 30 40 / 0.26)' : 'rgb(20 10 50 / 0.4)')
  canvas.fillStyle = light
  canvas.fillRect(-reach, -reach, 2 * reach, 2 * reach)
}

/** Columns a to c and rows 1 to 3, burnt into the wood. */
function paintNames(canvas: CanvasRenderingContext2D, cell: number, ink: string): void {
  canvas.fillStyle = ink
  canvas.font = `600 ${cell * 0.17}px "Fredoka Variable", ui-rounded, system-ui, sans-serif`
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  for (const i of [0, 1, 2]) {
    canvas.fillText('abc'[i] ?? '', (i - 1) * cell, cell * 1.615)
    canvas.fillText(String(3 - i), -cell * 1.62, (i - 1) * cell)
  }
}
