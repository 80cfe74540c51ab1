/** Paints the ground of the meadow and the mood around it, once for each size and mood. */

import { type Mood, worldHeight, worldWidth } from '../../games/view.ts'
import type { Area } from './camera.ts'
import { groundColours } from './ground-colours.ts'
import { paintHedge } from './ground-hedge.ts'
import { paintLawn } from './ground-lawn.ts'
import { paintWilds } from './ground-wilds.ts'
import { paintLanternPosts } from './lanterns.ts'
import { seeded } from './seeded.ts'

export function paintGround(area: Area, pixels: number, mood: Mood): HTMLCanvasElement | null {
  if (typeof document === 'undefined') return null
  const image = document.createElement('canvas')
  image.width = Math.max(1, Math.round((area.right - area.left) * pixels))
  image.height = Math.max(1, Math.round((area.bottom - area.top) * pixels))
  const canvas = image.getContext('2d', { alpha: false })
  if (!canvas) return null
  const colours = groundColours[mood]
  canvas.scale(pixels, pixels)
  canvas.translate(-area.left, -area.top)
  paintWilds(canvas, area, colours)
  paintLawn(canvas, colours)
  paintHedge(canvas, colours)
  paintEveningLight(canvas, area, mood)
  paintLanternPosts(canvas, mood, colours)
  paintVignette(canvas, area, colours.vignette)
  canvas.setTransform(1, 0, 0, 1, 0, 0)
  paintGrain(canvas, image.width, image.height)
  return image
}

/** Low sun from the upper left; at dusk what is left of it in the sky. */
function paintEveningLight(canvas: CanvasRenderingContext2D, area: Area, mood: Mood): void {
  canvas.save()
  canvas.globalCompositeOperation = 'soft-light'
  const light = canvas.createLinearGradient(0, 0, worldWidth, worldHeight)
  if (mood === 'day') {
    light.addColorStop(0, 'rgb(255 214 120 / 0.75)')
    light.addColorStop(0.45, 'rgb(255 226 160 / 0.2)')
    light.addColorStop(1, 'rgb(70 60 120 / 0.5)')
  } else {
    light.addColorStop(0, 'rgb(255 140 140 / 0.4)')
    light.addColorStop(0.5, 'rgb(120 110 200 / 0.16)')
    light.addColorStop(1, 'rgb(20 20 90 / 0.4)')
  }
  canvas.fillStyle = light
  canvas.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top)
  if (mood === 'day') {
    // Three broad beams between the trees.
    canvas.rotate(0.55)
    for (const [x, wide, strength] of [
      [170, 150, 0.34],
      [560, 240, 0.28],
      [1080, 170, 0.22],
    ] as const) {
      const beam = canvas.createLinearGradient(x, 0, x + wide, 0)
      beam.addColorStop(0, 'rgb(255 238 170 / 0)')
      beam.addColorStop(0.5, `rgb(255 238 170 / ${strength})`)
      beam.addColorStop(1, 'rgb(255 238 170 / 0)')
      canvas.fillStyle = beam
      canvas.fillRect(x, -2400, wide, 5600)
    }
  }
  canvas.restore()
}

function paintVignette(canvas: CanvasRenderingContext2D, area: Area, colour: string): void {
  const x = (area.left + area.right) / 2
  const y = (area.top + area.bottom) / 2
  const reach = Math.hypot(area.right - x, area.bottom - y)
  const dark = canvas.createRadialGradient(x, y, reach * 0.55, x, y, reach)
  dark.addColorStop(0, `rgb(${colour} / 0)`)
  dark.addColorStop(1, `rgb(${colour} / 0.38)`)
  canvas.fillStyle = dark
  canvas.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top)
}

/** A little tooth, as paper has it. */
function paintGrain(canvas: CanvasRenderingContext2D, width: number, height: number): void {
  const side = 160
  const tile = document.createElement('canvas')
  tile.width = side
  tile.height = side
  const paper = tile.getContext('2d')
  if (!paper) return
  const dots = paper.createImageData(side, side)
  const chance = seeded(808)
  for (let i = 0; i < dots.data.length; i += 4) {
    const tone = 128 + (chance() - 0.5) * 150
    dots.data.set([tone, tone, tone, 30], i)
  }
  paper.putImageData(dots, 0, 0)
  const pattern = canvas.createPattern(tile, 'repeat')
  if (!pattern) return
  canvas.globalCompositeOperation = 'overlay'
  canvas.fillStyle = pattern
  canvas.fillRect(0, 0, width, height)
}
