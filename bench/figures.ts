/** What is measured, and how many measurements become one figure. */

export const sizes = [10, 50, 100, 200, 400] as const
export const rates = [60, 20] as const

/** One contender at one cell in one run. */
export interface Sample {
  contender: string
  n: number
  r: number
  run: number
  /** Microseconds of the host's CPU per client and snapshot. */
  cpu: number
  /** The share of its core that the host took. */
  busy: number
  /** Payload bytes per client and second, and per client and snapshot. */
  bytesPerSecond: number
  bytesPerSnapshot: number
  /** Snapshots a second: of the median client, and of the one furthest from what was asked. */
  rate: number
  worstRate: number
  /** Milliseconds from an input to its being seen by another; null where nothing is to be seen. */
  seenP50: number | null
  seenP99: number | null
  /** Milliseconds by which snapshots came apart from the period. */
  jitterP99: number
  /** Bytes. */
  memory: number
  /** The share of its core that the load itself took. */
  loadBusy: number
  /** The share of the time in which the host was ready to run and had no core: something else was running on it. */
  waited: number
  /** Milliseconds from dialling to the first full snapshot, in a full room; null where it was not tried. */
  joinMedian: number | null
  joinWorst: number | null
}

/** The load is at its own limit beyond this share of its core: what is measured there is not the host alone. */
export const overloaded = 0.85

/** A host that was kept waiting for more than this share of the time was measured on a machine that was busy. */
export const keptWaiting = 0.05

export interface Spread {
  median: number
  min: number
  max: number
}

/** Of the values that there are; null where there is none. */
export function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return { median: quantile(known, 0.5), min: Math.min(...known), max: Math.max(...known) }
}

/** Nearest rank; the middle two are averaged for the median. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = q * (sorted.length - 1)
  const low = Math.floor(at)
  const high = q === 0.5 ? Math.ceil(at) : Math.round(at)
  const pick = (index: number) => sorted[index] ?? Number.NaN
  return q === 0.5 ? (pick(low) + pick(high)) / 2 : pick(high)
}

/** A figure of one contender over another's, run by run. */
export function ratios(
  samples: readonly Sample[],
  {
    n,
    r,
    of,
    over,
    figure,
  }: { n: number; r: number; of: string; over: string; figure: (sample: Sample) => number },
): Spread | null {
  const at = (contender: string) =>
    samples.filter((sample) => sample.contender === contender && sample.n === n && sample.r === r)
  const others = at(over)
  return spread(
    at(of).map((sample) => {
      const other = others.find(({ run }) => run === sample.run)
      return other ? figure(sample) / figure(other) : null
    }),
  )
}
