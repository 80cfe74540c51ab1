/** The strips of the connection graph: what each is called, in which unit, and from where on it is felt. */

import type { StripKey } from './graph.ts'

export type Tone = 'good' | 'warning' | 'danger'

export interface Strip {
  readonly key: StripKey
  readonly label: string
  readonly unit: string
  /** The least that the strip's whole height stands for, in its unit. */
  readonly least: number
  /** From the first on it is felt, from the second on it hurts. Falling pairs are felt below. Absent: neither. */
  readonly felt?: readonly [warning: number, danger: number]
}

/** `tickRate`: how often the host is meant to tick, a second. */
export function stripsFor(tickRate: number): readonly Strip[] {
  return [
    { key: 'ping', label: 'Round trip', unit: 'ms', least: 50, felt: [100, 200] },
    { key: 'jitter', label: 'Jitter', unit: 'ms', least: 20, felt: [40, 100] },
    { key: 'delay', label: 'Others’ delay', unit: 'ms', least: 100, felt: [130, 250] },
    { key: 'corrections', label: 'Corrections', unit: 'in 10 s', least: 5, felt: [2, 4] },
    { key: 'bytesIn', label: 'Received', unit: 'B/s', least: 5000 },
    { key: 'bytesOut', label: 'Sent', unit: 'B/s', least: 1000 },
    {
      key: 'tick',
      label: 'Host’s ticks',
      unit: '/s',
      least: tickRate * 1.25,
      felt: [tickRate * 0.95, tickRate * 0.8],
    },
    { key: 'frame', label: 'Frame', unit: 'ms', least: 40, felt: [25, 50] },
    { key: 'work', label: 'Work in it', unit: 'ms', least: 20, felt: [12, 25] },
  ]
}

/** The worst of a strip's values: the least where less is worse. NaN where there are none. */
export function worstOf({ felt }: Strip, values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  if (known.length === 0) return Number.NaN
  return felt && felt[1] < felt[0] ? Math.min(...known) : Math.max(...known)
}

export function toneOf({ felt }: Strip, value: number): Tone {
  if (!felt) return 'good'
  const [warning, danger] = felt
  const beyond = (limit: number) => (danger > warning ? value >= limit : value < limit)
  return beyond(danger) ? 'danger' : beyond(warning) ? 'warning' : 'good'
}

/** The least of `least` and the round numbers 10, 20, 50, 100 … that holds a value. */
export function topFor({ least }: Strip, most: number): number {
  if (!(most > least)) return least
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most
}

/** A figure as people read it: three digits at most where they suffice. */
export function written(value: number): string {
  if (Number.isNaN(value)) return '–'
  return value < 9.95 && value % 1 !== 0 ? value.toFixed(1) : String(Math.round(value))
}
