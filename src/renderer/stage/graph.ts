/**
 * The last ten seconds of the line, of the host's ticks and of this screen's frames, in columns of a tenth of a
 * second. It is always kept, so that whoever turns the connection graph on sees what has just gone wrong.
 */

import type { LinkFigures } from '../../client/party-state.ts'

export const columns = 100
/** Milliseconds that a column stands for. */
export const columnTime = 100
/** Rates are taken over so many columns, and the figure beside a strip over the last second. */
const rateOver = 5
const figureOver = 10

/** What a frame knows of itself. */
export interface FrameSample extends LinkFigures {
  /** The host's newest tick that arrived; null before the first. */
  readonly tick: number | null
  /** Milliseconds since the frame before, and how many of them this frame's own work took. */
  readonly frame: number
  readonly work: number
}

export type StripKey =
  | 'ping'
  | 'jitter'
  | 'delay'
  | 'corrections'
  | 'bytesIn'
  | 'bytesOut'
  | 'tick'
  | 'frame'
  | 'work'

/** Levels are as they are, of which a column keeps the worst; counts are what a column's time added to a total. */
const levels = ['ping', 'jitter', 'delay', 'frame', 'work'] as const
const counts = ['corrections', 'bytesIn', 'bytesOut', 'tick'] as const
type Count = (typeof counts)[number]

export class Graph {
  readonly #rings: Readonly<Record<StripKey, Float64Array>>
  readonly #totals = new Map<Count, number>()
  #newest: number | null = null

  constructor() {
    const ring = () => new Float64Array(columns).fill(Number.NaN)
    this.#rings = {
      ...{ ping: ring(), jitter: ring(), delay: ring(), frame: ring(), work: ring() },
      ...{ corrections: ring(), bytesIn: ring(), bytesOut: ring(), tick: ring() },
    }
  }

  /** The number of the column that is being filled, counted from some time long ago; null before the first frame. */
  get newest(): number | null {
    return this.#newest
  }

  /** Takes a frame's sample, at `now` in milliseconds. A frame that took long fills all the columns of its time. */
  add(sample: FrameSample, now: number): void {
    const column = Math.floor(now / columnTime)
    const last = this.#newest ?? column - 1
    const first = Math.min(column, Math.max(last + 1, column - columns + 1))
    const opened = Math.max(0, column - last)
    for (let at = first; at <= column && opened > 0; at++) this.#open(at)
    this.#newest = Math.max(column, last)
    for (const key of levels) {
      const value = sample[key]
      if (value === null) continue
      for (let at = first; at <= column; at++) this.#raise(key, at, value)
    }
    for (const key of counts) {
      const added = this.#added(key, sample[key])
      if (added === null) continue
      const share = added / Math.max(1, opened)
      for (let at = first; at <= column; at++) this.#put(key, at, share)
    }
  }

  /** A strip's value `age` columns ago: milliseconds, corrections, or a rate a second; NaN where nothing is known. */
  value(key: StripKey, age: number): number {
    if (key !== 'bytesIn' && key !== 'bytesOut' && key !== 'tick') return this.#raw(key, age)
    return this.#rate(key, age, rateOver)
  }

  /** The figure to write beside a strip; corrections are added up over all that is shown. NaN where nothing is known. */
  figure(key: StripKey): number {
    switch (key) {
      case 'corrections': {
        let sum = 0
        for (let age = 0; age < columns; age++) sum += this.#raw(key, age) || 0
        return this.#newest === null ? Number.NaN : sum
      }
      case 'frame':
      case 'work':
        return this.#mean(key, 0, figureOver)
      case 'bytesIn':
      case 'bytesOut':
      case 'tick':
        return this.#rate(key, 0, figureOver)
      default:
        return this.#raw(key, 0)
    }
  }

  #open(column: number): void {
    for (const ring of Object.values(this.#rings)) ring[column % columns] = Number.NaN
  }

  #raise(key: StripKey, column: number, value: number): void {
    const ring = this.#rings[key]
    const known = ring[column % columns] ?? Number.NaN
    ring[column % columns] = Number.isNaN(known) ? value : Math.max(known, value)
  }

  #put(key: Count, column: number, value: number): void {
    const ring = this.#rings[key]
    ring[column % columns] = (ring[column % columns] || 0) + value
  }

  /** What was added to a total since the last frame; another match counts from zero again. Null while unknown. */
  #added(key: Count, total: number | null): number | null {
    if (total === null) return null
    const before = this.#totals.get(key)
    this.#totals.set(key, total)
    return before === undefined ? null : Math.max(0, total - before)
  }

  #raw(key: StripKey, age: number): number {
    if (this.#newest === null || age >= columns) return Number.NaN
    return this.#rings[key][(((this.#newest - age) % columns) + columns) % columns] ?? Number.NaN
  }

  /** What came a second; NaN where the time before is not known. */
  #rate(key: StripKey, age: number, over: number): number {
    // The column that is being filled has not had all of its time.
    const from = Math.max(1, age)
    if (Number.isNaN(this.#raw(key, from + over - 1))) return Number.NaN
    return (this.#mean(key, from, over) * 1000) / columnTime
  }

  /** The mean of the columns that are known, from `age` on backwards. */
  #mean(key: StripKey, age: number, over: number): number {
    let sum = 0
    let known = 0
    for (let back = age; back < age + over; back++) {
      const value = this.#raw(key, back)
      if (Number.isNaN(value)) continue
      sum += value
      known++
    }
    return known === 0 ? Number.NaN : sum / known
  }
}
