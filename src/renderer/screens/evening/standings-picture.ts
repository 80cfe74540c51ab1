/** The evening's table as a painted picture: the place in its mood, a podium, and the table on a card. */

import type { Mood } from '../../../games/view.ts'
import { Bodies, drawCharacter } from '../../stage/character.ts'
import { Liveliness } from '../../stage/liveliness.ts'
import { scoreWords } from '../../words/evening.ts'
import { podiumOf, type RankedStanding } from '../../words/standing.ts'
import { paintPlace } from './picture-place.ts'
import { inPodiumOrder } from './podium-order.ts'

export interface Painted {
  party: string
  date: Date
  table: readonly RankedStanding[]
  /** How many games the table is of. */
  played: number
  mood: Mood
}

/** In CSS pixels; painted at twice as many. */
const wide = 1080
const sharpness = 2
const rowHeight = 46
/** Where the podium's steps stand, and where the table's card begins. */
const ground = 560
const cardTop = 620
const mostRows = 40

const papers = {
  day: { card: '#fffaf0', line: '#ead9bd', ink: '#3a2638', quiet: '#6d5266', title: '#3a2638' },
  dusk: { card: '#2d2449', line: '#4a3d6b', ink: '#fff1dc', quiet: '#cdbbd3', title: '#fff1dc' },
} as const
const steps = [
  { height: 168, fill: '#f6c24a' },
  { height: 122, fill: '#c3cddb' },
  { height: 88, fill: '#d99a68' },
] as const

/** Resolves with a PNG. Rejects where the browser cannot paint. */
export async function paintStandings(painted: Painted): Promise<Blob> {
  await Promise.all(
    ['700 20px "Fredoka Variable"', '500 20px "Figtree Variable"'].map((font) => document.fonts.load(font)),
  )
  const rows = painted.table.slice(0, mostRows)
  const high = cardTop + 84 + rows.length * rowHeight + (painted.table.length > mostRows ? 36 : 0) + 56
  const element = document.createElement('canvas')
  element.width = wide * sharpness
  element.height = high * sharpness
  const canvas = element.getContext('2d')
  if (!canvas) throw new Error('no canvas to paint on')
  canvas.scale(sharpness, sharpness)
  paintPlace(canvas, { wide, high, ground, mood: painted.mood })
  paintTitle(canvas, painted)
  paintPodium(canvas, painted)
  paintTable(canvas, painted, rows, high)
  return await new Promise((resolve, reject) => {
    element.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture came to nothing'))),
      'image/png',
    )
  })
}

function paintTitle(canvas: CanvasRenderingContext2D, { party, date, played, mood }: Painted): void {
  const paper = papers[mood]
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  write(canvas, party, wide / 2, 140, { font: display(700, 58), ink: paper.title, most: wide - 120 })
  const line = `${day} · ${played === 1 ? 'one game' : `${played} games`}`
  write(canvas, line, wide / 2, 182, { font: text(600, 24), ink: paper.title })
}

function paintPodium(canvas: CanvasRenderingContext2D, { table, mood }: Painted): void {
  const bodies = new Bodies()
  const standing = inPodiumOrder(podiumOf(table, 5))
  const each = Math.min(210, 900 / standing.length)
  const from = wide / 2 - (each * standing.length) / 2
  standing.forEach((row, i) => {
    const step = steps[row.rank - 1] ?? steps[2]
    const [x, top] = [from + i * each, ground - step.height]
    canvas.fillStyle = step.fill
    canvas.beginPath()
    canvas.roundRect(x + 5, top, each - 10, step.height + 6, [18, 15, 4, 4])
    canvas.fill()
    write(canvas, String(row.rank), x + each / 2, top + 46, { font: display(700, 40), ink: '#3a2313' })
    write(canvas, row.name, x + each / 2, top + 74, {
      font: display(600, 20),
      ink: '#3a2313',
      most: each - 26,
    })
    if (row.rank === 1) {
      const words = scoreWords(row.points, 'points')
      write(canvas, words, x + each / 2, top + 102, { font: text(600, 18), ink: '#3a2313' })
    }
    const radius = Math.min(54, each * 0.29)
    canvas.save()
    canvas.translate(x + each / 2, top - radius * 0.82)
    drawCharacter(
      canvas,
      bodies,
      radius,
      new Liveliness(i + 1, 0),
      lookOf(row, mood, row.rank === 1),
      radius * sharpness,
    )
    canvas.restore()
  })
}

function paintTable(
  canvas: CanvasRenderingContext2D,
  { table, mood }: Painted,
  rows: readonly RankedStanding[],
  high: number,
): void {
  const paper = papers[mood]
  const bodies = new Bodies()
  const [left, right] = [90, wide - 90]
  canvas.fillStyle = paper.card
  canvas.beginPath()
  canvas.roundRect(left - 30, cardTop, right - left + 60, high - cardTop - 40, [28, 22, 30, 21])
  canvas.fill()
  const columns = [
    ['Points', right - 220],
    ['Wins', right - 110],
    ['Played', right],
  ] as const
  for (const [label, x] of columns)
    write(canvas, label, x, cardTop + 46, { font: text(650, 18), ink: paper.quiet, align: 'right' })
  rows.forEach((row, i) => {
    const y = cardTop + 66 + i * rowHeight
    canvas.fillStyle = paper.line
    canvas.fillRect(left, y, right - left, 2)
    const base = y + 31
    write(canvas, String(row.rank), left + 26, base, {
      font: display(600, 22),
      ink: paper.quiet,
      align: 'right',
    })
    canvas.save()
    canvas.translate(left + 66, y + 26)
    canvas.globalAlpha = row.seat === null ? 0.55 : 1
    drawCharacter(canvas, bodies, 15, new Liveliness(i + 1, 0), lookOf(row, mood, false), 15 * sharpness)
    canvas.restore()
    const name = row.seat === null ? `${row.name} (left)` : row.name
    write(canvas, name, left + 100, base, {
      font: display(600, 22),
      ink: paper.ink,
      align: 'left',
      most: 420,
    })
    for (const [value, [, x]] of [row.points, row.wins, row.played].map(
      (n, c) => [n, columns[c] ?? columns[0]] as const,
    ))
      write(canvas, String(value), x, base, { font: display(600, 22), ink: paper.ink, align: 'right' })
  })
  if (table.length > rows.length)
    write(canvas, `and ${table.length - rows.length} more`, wide / 2, high - 64, {
      font: text(500, 18),
      ink: paper.quiet,
    })
}

function lookOf({ shape, colour }: RankedStanding, mood: Mood, crown: boolean) {
  return { shape, colour, mood, crown, feeling: 'calm', time: 0, reducedMotion: true } as const
}

interface Letters {
  font: string
  ink: string
  align?: CanvasTextAlign
  /** Widest in pixels; what is longer is squeezed. */
  most?: number
}

function write(
  canvas: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  letters: Letters,
): void {
  canvas.font = letters.font
  canvas.fillStyle = letters.ink
  canvas.textAlign = letters.align ?? 'center'
  canvas.fillText(words, x, y, letters.most)
}

function display(weight: number, size: number): string {
  return `${weight} ${size}px "Fredoka Variable", ui-rounded, sans-serif`
}

function text(weight: number, size: number): string {
  return `${weight} ${size}px "Figtree Variable", system-ui, sans-serif`
}
