/** A character at rest, for screens: in the lobby, beside a chat line, while choosing who to be. */

import { useEffect, useRef } from 'react'
import type { Mood } from '../../games/view.ts'
import type { Appearance } from '../../protocol/appearance.ts'
import { sharpestZoomed } from './camera.ts'
import { Bodies, drawCharacter } from './character.ts'
import { Liveliness } from './liveliness.ts'

/** Portraits share their stamps, and one clock that runs while any of them can be seen. */
const bodies = new Bodies()
const seen = new Set<(time: number) => void>()
let ticking = false

function tick(now: number): void {
  ticking = seen.size > 0
  if (!ticking) return
  for (const draw of seen) draw(now / 1000)
  requestAnimationFrame(tick)
}

function startClock(): void {
  if (ticking) return
  ticking = true
  requestAnimationFrame(tick)
}

export interface PortraitProps {
  readonly appearance: Appearance
  /** In CSS pixels, both ways. */
  readonly size: number
  readonly mood: Mood
  readonly asleep?: boolean
  /** Whether it wears the paper crown. */
  readonly crowned?: boolean
}

export function Portrait({ appearance, size, mood, asleep = false, crowned = false }: PortraitProps) {
  const place = useRef<HTMLCanvasElement>(null)
  const { shape, colour } = appearance

  useEffect(() => {
    const element = place.current
    const canvas = element?.getContext('2d')
    if (!element || !canvas) return
    let sharpness = 0
    const sharpen = () => {
      const wanted = Math.min(sharpestZoomed, window.devicePixelRatio || 1)
      if (wanted === sharpness) return
      sharpness = wanted
      element.width = Math.round(size * sharpness)
      element.height = element.width
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const seed = shape.length * 31 + colour.length
    let life: Liveliness | null = null
    // The drop, the tallest of all, reaches 1.45 radii up, and hops.
    const radius = size / 3.1
    const draw = (time: number) => {
      // The page may be zoomed meanwhile.
      sharpen()
      if (!life) {
        life = new Liveliness(seed, time)
        // A new look arrives with a little hop.
        if (!still) life.pop(2.2)
      }
      life.live(time, 0, 0, { asleep, attention: null }, still)
      canvas.setTransform(sharpness, 0, 0, sharpness, 0, 0)
      canvas.clearRect(0, 0, size, size)
      canvas.translate(size / 2, size * 0.6)
      const look = {
        shape,
        colour,
        mood,
        feeling: 'calm',
        time,
        reducedMotion: still,
        crown: crowned,
      } as const
      drawCharacter(canvas, bodies, radius, life, look, radius * sharpness)
    }
    draw(performance.now() / 1000)
    const sight = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting) {
        seen.add(draw)
        startClock()
      } else seen.delete(draw)
    })
    sight.observe(element)
    return () => {
      sight.disconnect()
      seen.delete(draw)
    }
  }, [shape, colour, size, mood, asleep, crowned])

  return (
    <span aria-hidden="true" style={{ display: 'inline-block', lineHeight: 0 }}>
      <canvas ref={place} style={{ width: size, height: size }} />
    </span>
  )
}
