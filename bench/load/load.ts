/** The load: many clients that walk at random. `node load.ts WIRE PORT`, then asked over its input. */

import { answerLines, say, usage } from '../lines.ts'
import { Walker } from './walker.ts'
import { wireNamed } from './wires.ts'

/** Milliseconds between two rounds in which each client says what is due. */
const round = 4
/** Clients that join at the same time. */
const together = 20
const patience = 20_000

const wire = wireNamed(process.argv[2] ?? '')
const port = Number(process.argv[3])
const walkers: Walker[] = []
let began = { at: 0, cpu: 0 }

setInterval(() => {
  const now = performance.now()
  for (const walker of walkers) walker.walk(now)
}, round)

answerLines(async ({ ask, to }) => {
  switch (ask) {
    case 'grow':
      await grow(Number(to))
      return { clients: walkers.length }
    case 'begin': {
      const at = performance.now()
      for (const walker of walkers) walker.begin(at)
      began = { at, cpu: usage().cpu }
      return {}
    }
    case 'end':
      return end()
    default:
      throw new Error(`nobody knows how to ${ask}`)
  }
})
say({ ready: true })

async function grow(to: number): Promise<void> {
  while (walkers.length < to) {
    const more = Math.min(together, to - walkers.length)
    const joining = await Promise.all(
      Array.from({ length: more }, (_, i) => Walker.dial(wire, port, walkers.length + i)),
    )
    walkers.push(...joining)
    const until = performance.now() + patience
    while (joining.some(({ talk }) => !talk.isIn)) {
      const lost = joining.find((walker) => walker.lost)
      if (lost) throw new Error(`a client was lost while it joined: ${lost.lost}`)
      if (performance.now() > until) {
        const out = joining.filter(({ talk }) => !talk.isIn).map(({ heardOf }) => heardOf)
        throw new Error(`${out.length} of ${walkers.length} clients do not get in; bytes heard: ${out}`)
      }
      await new Promise((after) => setTimeout(after, 2))
    }
  }
}

function end() {
  const now = performance.now()
  const { cpu } = usage()
  const heard = walkers.map((walker) => walker.heard(now))
  return {
    seconds: (now - began.at) / 1000,
    /** The share of one core that the load itself took. */
    busy: (cpu - began.cpu) / 1000 / (now - began.at),
    snapshots: heard.reduce((sum, { snapshots }) => sum + snapshots, 0),
    bytes: heard.reduce((sum, { bytes }) => sum + bytes, 0),
    rates: heard.map(({ rate }) => rate),
    lost: walkers.filter(({ lost }) => lost !== null).length,
  }
}
