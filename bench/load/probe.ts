/**
 * A pair of clients in a process with time to spare: one that turns at moments of its own and one that watches it, for
 * the time from an input to being seen, and how evenly snapshots come. `node probe.ts WIRE PORT`.
 */

import { getPriority, setPriority } from 'node:os'
import { answerLines, say } from '../lines.ts'
import { RawSocket } from './raw-socket.ts'
import type { Direction, Eye, Heading } from './talk.ts'
import { Walker } from './walker.ts'
import { wireNamed } from './wires.ts'

/**
 * Milliseconds between what was seen and the next turn: from the least on, spread evenly over a time that whole periods
 * fit in at every rate, so that all phases of a tick are met alike, and not only on average.
 */
const pause = { least: 5, over: 50 }
const golden = 0.618033988749895
/** A turn that was not seen after so many milliseconds is given up. */
const givenUp = 1000
const patience = 20_000

try {
  // It shares its core with the load, and is to see what comes when it comes. Not every account may ask for that.
  setPriority(getPriority() - 5)
} catch {}

const wire = wireNamed(process.argv[2] ?? '')
const port = Number(process.argv[3])

let watching = false
let arrivals: number[] = []
let delays: number[] = []
let unseen = 0
let turns = 0
let bytesBefore = 0
let direction: Direction = { x: 0, y: 0 }
/** The turn that is not seen yet. */
let turnedAt: number | null = null

const target = await wire.target(port)
const talk = wire.talk(
  {
    send: (frame) => socket.send(frame),
    snapshot: () => {
      if (watching) arrivals.push(performance.now())
    },
  },
  0,
  target,
)
const socket = new RawSocket(target, talk)
await until(() => talk.isIn)
const opening = wire.eye(port, look)
const eye: Eye | null = opening === null ? null : await opening
// Where nothing can be seen, a second client that only listens keeps the number the same.
const listener = eye === null ? await Walker.dial(wire, port, 1) : null
await (eye?.ready() ?? until(() => listener?.talk.isIn === true))

setInterval(() => {
  const now = performance.now()
  talk.speak(now, direction)
  listener?.walk(now)
  if (turnedAt !== null && now - turnedAt > givenUp) {
    unseen++
    turnLater()
  }
}, 10)

answerLines(({ ask, count }) => {
  switch (ask) {
    case 'begin':
      arrivals = []
      delays = []
      unseen = 0
      bytesBefore = socket.bytes
      watching = true
      if (eye) turnLater()
      return {}
    case 'end':
      watching = false
      turnedAt = null
      return { arrivals, delays, unseen, bytes: socket.bytes - bytesBefore, lost: socket.lost }
    case 'joins':
      return joins(Number(count))
    default:
      throw new Error(`nobody knows how to ${ask}`)
  }
})
say({ clients: 2 })

function turnLater(): void {
  turnedAt = null
  setTimeout(turn, pause.least + ((turns++ * golden) % 1) * pause.over)
}

function turn(): void {
  if (!watching || turnedAt !== null) return
  // Alternating: what is seen can only be this turn, and nobody is walked into a wall for long.
  direction = direction.x === 1 ? { x: -1, y: 0 } : { x: 1, y: 0 }
  turnedAt = performance.now()
  talk.turn(turnedAt, direction)
}

function look(heading: Heading): void {
  if (turnedAt === null || talk.id === null) return
  const seen = heading(talk.id)
  if (seen?.x !== direction.x || seen.y !== direction.y) return
  delays.push(performance.now() - turnedAt)
  turnLater()
}

/** Milliseconds from dialling to the first full snapshot, of some that come one after the other. */
async function joins(count: number) {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    const comer = await Walker.dial(wire, port, i)
    await until(
      () => comer.talk.isIn || comer.lost !== null,
      () => `the one who joins heard ${comer.heardOf} bytes`,
    )
    if (comer.lost !== null) throw new Error(`the one who joins was lost: ${comer.lost}`)
    took.push(comer.inAt - began)
    comer.end()
    await new Promise((after) => setTimeout(after, 30))
  }
  return { took }
}

async function until(holds: () => boolean, detail = () => ''): Promise<void> {
  const end = performance.now() + patience
  while (!holds()) {
    if (socket.lost !== null) throw new Error(`the probe was lost: ${socket.lost}`)
    if (performance.now() > end) throw new Error(`the probe does not get in ${detail()}`)
    await new Promise((after) => setTimeout(after, 2))
  }
}
