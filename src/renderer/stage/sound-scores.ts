/** What each sound is: its strokes, how loud it is beside the others, and how long it rests before it comes again. */

import type { Sound } from '../../games/view.ts'
import type { Stroke } from './sound-instruments.ts'

export interface Score {
  readonly strokes: readonly Stroke[]
  /** Evens the sounds out; `npm run sounds` measures them. */
  readonly gain: number
  /** The same sound again within so many milliseconds adds nothing but noise. */
  readonly rest: number
  /** Over how many steps of the scale it wanders, so that a hundred of them are a tune. */
  readonly wander?: number
}

type Pitched = 'wood' | 'string' | 'tine'

const note = (on: Pitched, step: number, at: number, length: number, level = 1): Stroke => ({
  ...{ on, note: step, at, length, level },
})
const run = (on: Pitched, steps: readonly number[], gap: number, length: number, level = 1): Stroke[] =>
  steps.map((step, i) => note(on, step, i * gap, length, level))
const hit = (on: 'drum' | 'knock', pitch: number, length: number, level = 1, at = 0): Stroke => ({
  ...{ on, pitch, at, length, level },
})
const brush = (from: number, to: number, length: number, level = 1, at = 0): Stroke => ({
  ...{ on: 'brush', from, to, at, length, level },
})

export const scores: Readonly<Record<Sound, Score>> = {
  // Of people: strings and wood in the middle; up for coming, down for going.
  join: { strokes: run('string', [2, 5], 0.11, 0.42), gain: 0.121, rest: 90 },
  leave: { strokes: run('string', [3, 0], 0.13, 0.4), gain: 0.13, rest: 90 },
  chat: { strokes: [note('wood', 7, 0, 0.16)], gain: 0.279, rest: 80, wander: 3 },
  emote: { strokes: run('wood', [4, 6], 0.07, 0.2), gain: 0.131, rest: 80, wander: 5 },
  cheer: {
    strokes: [brush(1400, 5200, 0.24, 0.9), ...run('tine', [6, 8, 9], 0.055, 0.24, 0.6)],
    ...{ gain: 0.134, rest: 130, wander: 3 },
  },
  vote: {
    strokes: [hit('knock', 310, 0.07), note('string', 4, 0.02, 0.26, 0.7)],
    ...{ gain: 0.211, rest: 60, wander: 4 },
  },

  // Of a match.
  countdown: { strokes: [hit('knock', 430, 0.09), note('string', 3, 0, 0.34, 0.9)], gain: 0.279, rest: 300 },
  go: {
    strokes: [
      hit('drum', 98, 0.3, 1),
      hit('knock', 300, 0.1, 0.6),
      ...run('string', [0, 3, 5, 7], 0.035, 0.85, 0.8),
      note('tine', 10, 0.14, 0.8, 0.6),
      note('tine', 12, 0.2, 0.7, 0.4),
    ],
    ...{ gain: 0.095, rest: 900 },
  },
  round: { strokes: run('string', [2, 4, 5], 0.1, 0.5), gain: 0.096, rest: 500 },
  turn: { strokes: run('tine', [5, 8], 0.1, 0.5), gain: 0.114, rest: 300 },
  hurry: { strokes: [hit('knock', 620, 0.05), hit('knock', 520, 0.05, 0.8, 0.11)], gain: 0.318, rest: 400 },
  score: { strokes: run('tine', [5, 7, 8, 10], 0.075, 0.55), gain: 0.078, rest: 160 },
  out: {
    strokes: [hit('drum', 82, 0.3, 0.9), ...run('string', [4, 2, 0], 0.12, 0.42, 0.8)],
    ...{ gain: 0.138, rest: 180 },
  },
  win: {
    strokes: [
      hit('drum', 98, 0.3, 0.8),
      ...run('string', [0, 3, 5], 0.11, 0.5, 0.8),
      hit('drum', 131, 0.3, 0.7, 0.44),
      ...[5, 7, 8, 10].map((step, i) => note('string', step, 0.44 + i * 0.022, 1.2, 0.7)),
      ...run('tine', [10, 12, 13, 15], 0.09, 0.9, 0.5).map((stroke) => ({
        ...stroke,
        at: (stroke.at ?? 0) + 0.5,
      })),
      brush(2500, 6000, 0.45, 0.5, 0.44),
    ],
    ...{ gain: 0.084, rest: 4000 },
  },

  // Of bodies and things: drums, knocks and brushes, with a tone where it is about something.
  step: { strokes: [hit('knock', 165, 0.045)], gain: 0.112, rest: 90, wander: 3 },
  bump: {
    strokes: [hit('drum', 130, 0.12, 0.7), hit('knock', 290, 0.08, 0.8)],
    gain: 0.413,
    rest: 60,
    wander: 4,
  },
  kick: {
    strokes: [hit('drum', 92, 0.16), note('wood', 3, 0, 0.24, 0.75)],
    ...{ gain: 0.357, rest: 40, wander: 5 },
  },
  dash: { strokes: [brush(500, 2600, 0.22)], gain: 0.4, rest: 70, wander: 3 },
  shoot: {
    strokes: [hit('knock', 760, 0.06), brush(3200, 1200, 0.09, 0.5)],
    gain: 0.276,
    rest: 55,
    wander: 4,
  },
  hit: {
    strokes: [hit('drum', 150, 0.1), brush(2400, 700, 0.1, 0.9), note('wood', 1, 0.01, 0.14, 0.4)],
    ...{ gain: 0.49, rest: 55, wander: 3 },
  },
  coin: { strokes: run('tine', [11, 13], 0.05, 0.26), gain: 0.092, rest: 50, wander: 2 },
  spill: {
    strokes: [brush(3000, 900, 0.26, 0.7), ...run('wood', [9, 7, 6, 4], 0.05, 0.14, 0.8)],
    ...{ gain: 0.172, rest: 110 },
  },
  place: {
    strokes: [hit('knock', 240, 0.09), note('wood', 3, 0.01, 0.3, 0.8)],
    ...{ gain: 0.3, rest: 60, wander: 5 },
  },
  pick: {
    strokes: [note('string', 8, 0, 0.12), hit('knock', 900, 0.03, 0.3)],
    gain: 0.312,
    rest: 60,
    wander: 4,
  },
  reveal: {
    strokes: [
      hit('drum', 110, 0.22),
      ...run('string', [0, 4, 7], 0.03, 0.5, 0.8),
      brush(800, 3600, 0.2, 0.5),
    ],
    ...{ gain: 0.103, rest: 300 },
  },
}
