/** The cards that one picks from: what each is, and what it beats. They lie in a row at the lower part of the world. */

import { type Painter, worldWidth } from '../view.ts'
import { drawHand } from './view-hands.ts'
import { beatenBy, handName } from './view-words.ts'

type Canvas = CanvasRenderingContext2D

/** The letter that picks each hand. */
export const letters = ['R', 'P', 'S', 'W', 'F', 'N', 'H'] as const

export interface Card {
  readonly pick: number
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the row looks in a frame. */
export interface Hold {
  /** 0 to 1: how much the cards are there to be picked from, and not only to be read. */
  readonly open: number
  readonly picked: number
  /** Where keys or a stick point; 0 for nowhere. */
  readonly cursor: number
  readonly hovered: number
  readonly actions: number
  readonly isNarrow: boolean
  readonly colour: string
  readonly time: number
}

/** Below them there is room for what the screen itself has there. */
const top = 690
const bottom = 838

export function layCards(actions: number, isNarrow: boolean): Card[] {
  const room = isNarrow ? 700 : 1120
  const gap = isNarrow ? (actions > 5 ? 6 : 12) : 16
  const width = Math.min(isNarrow ? 168 : 138, (room - gap * (actions - 1)) / actions)
  const left = (worldWidth - width * actions - gap * (actions - 1)) / 2
  return Array.from({ length: actions }, (_, i) => ({
    ...{ pick: i + 1, width, height: bottom - top },
    ...{ x: left + i * (width + gap) + width / 2, y: (top + bottom) / 2 },
  }))
}

/** The card at a place, a little beyond its edges too; 0 for none. */
export function cardAt(cards: readonly Card[], { x, y }: { x: number; y: number }): number {
  const found = cards.find(
    (card) => Math.abs(card.x - x) <= card.width / 2 + 3 && Math.abs(card.y - y) <= card.height / 2 + 16,
  )
  return found?.pick ?? 0
}

export class CardRow {
  /** By pick: how far a card is lifted, 0 to 1. */
  readonly #lifts = new Map<number, number>()
  #time = 0

  draw(canvas: Canvas, cards: readonly Card[], hold: Hold, paint: Painter): void {
    const dt = Math.min(0.1, Math.max(0, hold.time - this.#time))
    this.#time = hold.time
    for (const card of cards) {
      const { pick } = card
      const wanted = pick === hold.picked ? 1 : pick === hold.hovered || pick === hold.cursor ? 0.4 : 0
      const before = this.#lifts.get(pick) ?? 0
      const lift = before + (wanted * hold.open - before) * (1 - Math.exp(-dt * 18))
      this.#lifts.set(pick, lift)
      drawCard(canvas, card, lift, hold, paint)
    }
  }
}

function drawCard(canvas: Canvas, card: Card, lift: number, hold: Hold, paint: Painter): void {
  const { pick, width, height } = card
  const isPicked = pick === hold.picked
  const day = paint.mood === 'day'
  canvas.save()
  // Cards that are only there to be read lie lower, in the shade.
  const sunk = (1 - hold.open) * 14
  canvas.translate(card.x, card.y + sunk - lift * 18)
  canvas.fillStyle = day ? 'rgb(50 40 24 / 0.3)' : 'rgb(8 8 28 / 0.45)'
  canvas.beginPath()
  canvas.roundRect(-width / 2 + 5, -height / 2 + 7 + lift * 8, width, height, 20)
  canvas.fill()
  canvas.fillStyle = day ? '#fff6e2' : '#efe2c8'
  canvas.beginPath()
  // Cut by hand: no corner is like the other.
  canvas.roundRect(-width / 2, -height / 2, width, height, [22, 17, 24, 18])
  canvas.fill()
  canvas.lineWidth = isPicked ? 9 : 3
  canvas.strokeStyle = isPicked ? hold.colour : day ? '#c9a878' : '#9a8068'
  canvas.stroke()
  if (isPicked) {
    canvas.lineWidth = 2.5
    canvas.strokeStyle = '#41302b'
    canvas.beginPath()
    canvas.roundRect(-width / 2 - 5.5, -height / 2 - 5.5, width + 11, height + 11, [26, 21, 28, 22])
    canvas.stroke()
  } else if (pick === hold.cursor && hold.open > 0.5) {
    canvas.lineWidth = 4
    canvas.strokeStyle = '#41302b'
    canvas.setLineDash([10, 8])
    canvas.beginPath()
    canvas.roundRect(-width / 2 - 7, -height / 2 - 7, width + 14, height + 14, 26)
    canvas.stroke()
    canvas.setLineDash([])
  }
  const picture = Math.min(76, width - 14)
  drawHand(canvas, pick, 0, -height / 2 + 45, picture)
  writeOn(card, hold, paint)
  writePrey(card, hold.actions, canvas, paint)
  if (hold.open < 1) {
    canvas.fillStyle = day
      ? `rgb(116 128 74 / ${0.3 * (1 - hold.open)})`
      : `rgb(34 44 74 / ${0.36 * (1 - hold.open)})`
    canvas.beginPath()
    canvas.roundRect(-width / 2 - 2, -height / 2 - 2, width + 4, height + 4, [23, 18, 25, 19])
    canvas.fill()
  }
  canvas.restore()
  if (isPicked) drawTick(canvas, card.x + width / 2 - 12, card.y - height / 2 - lift * 18 + 8, hold.colour)
}

function writeOn({ pick, width, height }: Card, { isNarrow }: Hold, paint: Painter): void {
  const name = handName(pick)
  const size = Math.min(25, (width - 8) / (name.length * 0.56))
  paint.write(name, 0, -height / 2 + 97, { size, ink: '#41302b' })
  if (!isNarrow)
    paint.write(letters[pick - 1] ?? '', -width / 2 + 16, -height / 2 + 19, { size: 17, ink: '#8a6f5c' })
}

/** What it beats, small, in one row. */
function writePrey({ pick, width, height }: Card, actions: number, canvas: Canvas, paint: Painter): void {
  const prey = beatenBy(pick, actions)
  const hasWord = prey.length < 3 && width > 118
  const before = hasWord ? 54 : 20
  const size = Math.min(31, (width - 12 - before) / prey.length)
  const left = -(prey.length * size + before) / 2
  const y = height / 2 - 23
  if (hasWord) paint.write('beats', left, y, { size: 19, ink: '#6d5a4c', align: 'left' })
  else drawPointer(canvas, left + 9, y)
  prey.forEach((other, i) => {
    drawHand(canvas, other, left + before + (i + 0.5) * size, y, size - 2)
  })
}

function drawPointer(canvas: Canvas, x: number, y: number): void {
  canvas.fillStyle = '#6d5a4c'
  canvas.beginPath()
  canvas.moveTo(x - 6, y - 9)
  canvas.lineTo(x + 7, y)
  canvas.lineTo(x - 6, y + 9)
  canvas.closePath()
  canvas.fill()
}

function drawTick(canvas: Canvas, x: number, y: number, colour: string): void {
  canvas.save()
  canvas.translate(x, y)
  canvas.beginPath()
  canvas.arc(0, 0, 16, 0, 2 * Math.PI)
  canvas.fillStyle = '#41302b'
  canvas.fill()
  canvas.beginPath()
  canvas.arc(0, 0, 13, 0, 2 * Math.PI)
  canvas.fillStyle = colour
  canvas.fill()
  traceTick(canvas)
  canvas.strokeStyle = '#2c201c'
  canvas.lineWidth = 7.5
  canvas.stroke()
  canvas.strokeStyle = '#fffaf0'
  canvas.lineWidth = 4
  canvas.stroke()
  canvas.restore()
}

/** Around the origin, about 14 wide. */
export function traceTick(canvas: Canvas): void {
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  canvas.beginPath()
  canvas.moveTo(-6.5, 0.5)
  canvas.lineTo(-1.5, 5.5)
  canvas.lineTo(7, -5)
}
