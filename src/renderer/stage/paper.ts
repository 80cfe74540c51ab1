/** Confetti of paper, cheap enough for a hundred hands: a fixed number of pieces, each one rectangle. */

interface Piece {
  x: number
  y: number
  vx: number
  vy: number
  turn: number
  spin: number
  flip: number
  flutter: number
  wide: number
  high: number
  colour: string
  age: number
  life: number
  /** World units a second, a second. */
  fall: number
  drag: number
}

const festive = ['#e2745c', '#f8d653', '#5cc8fd', '#8e3ebd', '#ffa3b1', '#a8bf1c', '#f1f8f2']

/** Every other piece has `colour`, the rest are of all colours. */
function mixed(colour: string, i: number): string {
  return i % 2 === 0 ? colour : (festive[Math.floor(Math.random() * festive.length)] ?? colour)
}

/** The grain for a camera's scale. */
export function grainFor(scale: number): number {
  return Math.max(1, Math.min(3, 0.62 / scale))
}

export class Paper {
  readonly #most: number
  readonly #pieces: Piece[] = []
  #alive = 0
  /** How much larger and faster new pieces are: where the world is small on the screen, paper must not be dust. */
  grain = 1

  constructor(most: number) {
    this.#most = most
  }

  /** How many pieces there are. */
  get count(): number {
    return this.#alive
  }

  /** A handful bursts: the fuller the air is already, the smaller. `still`: it lies there for a moment, and fades. */
  burst(x: number, y: number, colour: string, still: boolean): void {
    const count = Math.ceil(18 * (1 - this.#alive / this.#most))
    for (let i = 0; i < count; i++) {
      const angle = Math.random() * 2 * Math.PI
      const push = 0.25 + Math.random() * 0.75
      const piece = this.#next(mixed(colour, i))
      if (!piece) return
      const { grain } = this
      const far = (still ? 46 * push : 8) * grain
      piece.x = x + Math.cos(angle) * far
      piece.y = y + Math.sin(angle) * far * 0.7
      piece.vx = still ? 0 : Math.cos(angle) * 330 * push * grain
      piece.vy = still ? 0 : (Math.sin(angle) * 230 * push - 170) * grain
      piece.fall = still ? 0 : 210 * grain
      piece.drag = 2.6
      piece.life = 0.75 + Math.random() * 0.45
      if (still) piece.spin = piece.flutter = 0
    }
  }

  /** One piece that sinks from `y` on, and sways. */
  sink(x: number, y: number, colour: string, i: number): void {
    const piece = this.#next(mixed(colour, i))
    if (!piece) return
    piece.x = x
    piece.y = y
    piece.vx = (Math.random() - 0.5) * 90 * this.grain
    piece.vy = (90 + Math.random() * 60) * this.grain
    piece.fall = 190 * this.grain
    piece.drag = 1.1
    piece.life = 3.4 + Math.random() * 1.6
  }

  clear(): void {
    this.#alive = 0
  }

  advance(dt: number): void {
    for (let i = 0; i < this.#alive; ) {
      const it = this.#pieces[i] as Piece
      it.age += dt
      if (it.age >= it.life) {
        this.#lay(i, it)
        continue
      }
      it.vx -= it.vx * it.drag * dt
      it.vy += (it.fall - it.vy * it.drag) * dt
      it.x += (it.vx + Math.sin(it.flip) * it.flutter * 6) * dt
      it.y += it.vy * dt
      it.turn += it.spin * dt
      it.flip += it.flutter * dt
      i++
    }
  }

  draw(canvas: CanvasRenderingContext2D): void {
    if (this.#alive === 0) return
    const { a, d, e, f } = canvas.getTransform()
    const opacity = canvas.globalAlpha
    for (let i = 0; i < this.#alive; i++) {
      const it = this.#pieces[i] as Piece
      const cos = Math.cos(it.turn)
      const sin = Math.sin(it.turn)
      // Paper that turns over is now broad, now narrow.
      const seen = 0.25 + 0.75 * Math.abs(Math.cos(it.flip))
      canvas.globalAlpha = opacity * Math.min(1, (1 - it.age / it.life) * 3)
      canvas.fillStyle = it.colour
      canvas.setTransform(a * cos, d * sin, -a * sin * seen, d * cos * seen, e + it.x * a, f + it.y * d)
      canvas.fillRect(-it.wide / 2, -it.high / 2, it.wide, it.high)
    }
    canvas.setTransform(a, 0, 0, d, e, f)
    canvas.globalAlpha = opacity
  }

  #next(colour: string): Piece | null {
    if (this.#alive >= this.#most) return null
    const made = this.#pieces[this.#alive] ?? newPiece()
    this.#pieces[this.#alive++] = made
    made.age = 0
    made.colour = colour
    made.turn = Math.random() * Math.PI
    made.spin = (Math.random() - 0.5) * 9
    made.flip = Math.random() * Math.PI
    made.flutter = 4 + Math.random() * 7
    made.wide = (8 + Math.random() * 5) * this.grain
    made.high = (6 + Math.random() * 5) * this.grain
    return made
  }

  /** The last one takes its place, so that it can be used again. */
  #lay(at: number, piece: Piece): void {
    const last = --this.#alive
    this.#pieces[at] = this.#pieces[last] as Piece
    this.#pieces[last] = piece
  }
}

function newPiece(): Piece {
  const still = { x: 0, y: 0, vx: 0, vy: 0, turn: 0, spin: 0, flip: 0, flutter: 0 }
  return { ...still, wide: 0, high: 0, colour: '', age: 0, life: 1, fall: 0, drag: 0 }
}
