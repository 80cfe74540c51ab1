/** Small things that fly for a moment: dust, sparks, confetti, leaves. */

import type { Cue, Mood } from '../../games/view.ts'

type Burst = NonNullable<Cue['burst']>

interface Particle {
  readonly kind: Burst
  x: number
  y: number
  vx: number
  vy: number
  turn: number
  readonly spin: number
  readonly size: number
  readonly colour: string
  age: number
  readonly life: number
}

const most = 260
const confetti = ['#e2745c', '#f8d653', '#5cc8fd', '#8e3ebd', '#ffa3b1', '#a8bf1c', '#f1f8f2']
const leaves = ['#8fa63a', '#b9b44a', '#6f8f3f', '#d9b65a']

export class Particles {
  #alive: Particle[] = []

  /** `colour`: of what it is made; the kind's own where it is absent. */
  burst(kind: Burst, x: number, y: number, strength: number, mood: Mood, colour?: string): void {
    const count = Math.round({ dust: 3, spark: 9, confetti: 54, leaf: 8 }[kind] * (0.4 + 0.6 * strength))
    for (let i = 0; i < count && this.#alive.length < most; i++)
      this.#alive.push({ ...born(kind, x, y, strength, mood), ...(colour !== undefined && { colour }) })
  }

  clear(): void {
    this.#alive = []
  }

  advance(dt: number): void {
    for (const it of this.#alive) {
      it.age += dt
      const drag = it.kind === 'dust' ? 4 : it.kind === 'confetti' ? 2.2 : 1.6
      const fall = { dust: -14, spark: 160, confetti: 190, leaf: 60 }[it.kind]
      it.vx -= it.vx * drag * dt
      it.vy += (fall - it.vy * drag) * dt
      it.x += it.vx * dt
      it.y += it.vy * dt
      it.turn += it.spin * dt
    }
    this.#alive = this.#alive.filter((it) => it.age < it.life)
  }

  draw(canvas: CanvasRenderingContext2D): void {
    if (this.#alive.length === 0) return
    canvas.save()
    for (const it of this.#alive) {
      const left = 1 - it.age / it.life
      canvas.globalAlpha = it.kind === 'dust' ? left * 0.42 : Math.min(1, left * 2.5)
      canvas.fillStyle = it.colour
      canvas.beginPath()
      if (it.kind === 'dust') canvas.arc(it.x, it.y, it.size * (1.7 - left), 0, 2 * Math.PI)
      else if (it.kind === 'spark') canvas.arc(it.x, it.y, it.size * left, 0, 2 * Math.PI)
      else {
        const flip = it.kind === 'confetti' ? Math.abs(Math.cos(it.turn * 1.3)) : 0.45
        canvas.ellipse(it.x, it.y, it.size, it.size * (0.15 + 0.6 * flip), it.turn, 0, 2 * Math.PI)
      }
      canvas.fill()
    }
    canvas.restore()
  }
}

function born(kind: Burst, x: number, y: number, strength: number, mood: Mood): Particle {
  const angle = Math.random() * 2 * Math.PI
  const push = Math.random()
  const base = { kind, x, y, age: 0, turn: angle, spin: (Math.random() - 0.5) * 14 }
  switch (kind) {
    case 'dust':
      return {
        ...base,
        vx: Math.cos(angle) * 30 * push,
        vy: Math.sin(angle) * 12 * push - 8,
        size: 3 + 5 * push * (0.5 + strength),
        colour: mood === 'day' ? '#f3e6b4' : '#9aa7a8',
        life: 0.35 + 0.3 * Math.random(),
      }
    case 'spark':
      return {
        ...base,
        vx: Math.cos(angle) * 190 * (0.4 + push) * (0.5 + strength),
        vy: Math.sin(angle) * 150 * (0.4 + push) - 40,
        size: 2.2 + 2.2 * push,
        colour: push > 0.5 ? '#fff6cf' : '#ffd166',
        life: 0.25 + 0.25 * Math.random(),
      }
    case 'confetti':
      return {
        ...base,
        vx: Math.cos(angle) * 430 * (0.25 + push),
        vy: Math.sin(angle) * 280 * (0.25 + push) - 260,
        size: 4 + 4 * Math.random(),
        colour: confetti[Math.floor(Math.random() * confetti.length)] ?? '#fff',
        life: 1.3 + 0.9 * Math.random(),
      }
    case 'leaf':
      return {
        ...base,
        vx: Math.cos(angle) * 120 * push,
        vy: Math.sin(angle) * 60 * push - 60,
        size: 3.5 + 2.5 * Math.random(),
        colour: leaves[Math.floor(Math.random() * leaves.length)] ?? '#8fa63a',
        life: 0.7 + 0.5 * Math.random(),
      }
  }
}
