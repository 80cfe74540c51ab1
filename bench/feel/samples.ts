/** Order statistics of many small measurements. */

/** The value below which a share of the values lies; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

export function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), 0)
}
