/** What the browser's side of the benchmark comes to, and how it is written down. */

import type { Mood } from '../../src/games/view.ts'

/** Times of frames, in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p99: number
}

export interface ViewFigures {
  readonly game: string
  readonly entities: number
  readonly mood: Mood
  /** From a frame's first draw call until every pixel of it is there. */
  readonly drawn: Spread
  /** From one frame to the next. */
  readonly frame: Spread
}

/** Bytes of bodies as they are, and of whole answers as they travel to a guest in the network, with gzip. */
export interface LoadFigures {
  readonly requests: number
  readonly raw: number
  readonly wire: number
}

export interface BrowserFigures {
  readonly chromium: string
  /** What draws the canvas: a graphics card's name, or the software that stands in for one. */
  readonly drawnBy: string
  readonly views: readonly ViewFigures[]
  /** What the connection graph adds to a frame. */
  readonly graph: Spread & { readonly mean: number }
  /** Until the first screen stands, and with all that comes while it is being looked at. */
  readonly firstScreen: LoadFigures
  readonly firstPage: LoadFigures
}

/** `sorted`: ascending. */
export function spreadOf(sorted: readonly number[]): Spread {
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { p50: at(0.5) ?? Number.NaN, p99: at(0.99) ?? Number.NaN }
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Two tables and what stands around them, in Markdown. */
export function browserTables(figures: BrowserFigures): string {
  const ms = (value: number) => value.toFixed(2)
  const kB = (bytes: number) => (bytes / 1000).toFixed(1)
  const { graph } = figures
  return [
    `Chromium ${figures.chromium}, 1280 × 720, drawn by ${figures.drawnBy}. "Drawn" is the time from a frame's first`,
    'draw call until a pixel was read back, which makes the browser carry out all of them: with a software renderer the',
    'whole cost of the picture, without the compositor that shows it. "Frame" is from one frame to the next, which the',
    "screen's 60 a second bound from below.",
    '',
    '| view | mood | entities | drawn p50 (ms) | drawn p99 | frame p50 (ms) | frame p99 |',
    '|---|---|---:|---:|---:|---:|---:|',
    ...figures.views.map(
      ({ game, mood, entities, drawn, frame }) =>
        `| ${game} | ${mood} | ${entities} | ${ms(drawn.p50)} | ${ms(drawn.p99)} | ${ms(frame.p50)} | ${ms(frame.p99)} |`,
    ),
    '',
    `The connection graph adds ${ms(graph.mean)} ms to a frame in the mean, ${ms(graph.p50)} p50, ${ms(graph.p99)} p99.`,
    '',
    '| page load | requests | raw (kB) | with gzip, as it travels (kB) |',
    '|---|---:|---:|---:|',
    ...(
      [
        ['until the first screen', figures.firstScreen],
        ['with the party, which comes meanwhile', figures.firstPage],
      ] as const
    ).map(([what, { requests, raw, wire }]) => `| ${what} | ${requests} | ${kB(raw)} | ${kB(wire)} |`),
  ].join('\n')
}
