/** The colours of what lies on the meadow for a round of tic-tac-toe, in both moods. */

import type { Mood } from '../view.ts'

export interface TableColours {
  readonly wood: {
    readonly base: string
    readonly light: string
    readonly dark: string
    readonly edge: string
  }
  readonly chalk: string
  readonly burnt: string
  readonly cloth: string
  /** The stripes of the cloths: the middle one's first, then by board. */
  readonly stripes: readonly string[]
  readonly hem: string
  readonly shade: string
  readonly paper: string
  readonly paperLine: string
  readonly pencil: string
  readonly rim: string
  readonly petal: string
  readonly glow: string
  readonly heart: string
}

export const tableColours: Readonly<Record<Mood, TableColours>> = {
  day: {
    wood: { base: '#c48a52', light: '#d9a76b', dark: '#9c683a', edge: '#6d4429' },
    chalk: '#fffaf0',
    burnt: 'rgb(84 48 24 / 0.75)',
    cloth: '#f8ecd2',
    stripes: ['196 71 43', '58 122 150', '92 132 58', '214 150 40', '142 90 160'],
    hem: '#e6d3ac',
    shade: 'rgb(58 52 30 / 0.26)',
    paper: '#fff8e6',
    paperLine: 'rgb(92 130 150 / 0.3)',
    pencil: '#4a3a34',
    rim: '#fffaec',
    petal: '#fffdf4',
    glow: '#ffdf6e',
    heart: '#f2b92f',
  },
  dusk: {
    wood: { base: '#7d5850', light: '#9a705e', dark: '#573c46', edge: '#2f2238' },
    chalk: '#ffeecb',
    burnt: 'rgb(32 20 36 / 0.8)',
    cloth: '#5d5674',
    stripes: ['190 84 92', '84 130 170', '96 140 120', '190 140 90', '140 104 176'],
    hem: '#4b4562',
    shade: 'rgb(10 12 36 / 0.4)',
    paper: '#d9cdbf',
    paperLine: 'rgb(70 80 130 / 0.3)',
    pencil: '#33283c',
    rim: '#fff0d2',
    petal: '#f3eadf',
    glow: '#ffd07a',
    heart: '#e0a94e',
  },
}
