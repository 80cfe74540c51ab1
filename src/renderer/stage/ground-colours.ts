/** The colours that the place is painted in, in the late afternoon and at dusk. */

import type { Mood } from '../../games/view.ts'

export interface GroundColours {
  /** The lawn, from where the sun stands to where it does not reach. */
  readonly lawn: readonly [lit: string, middle: string, shaded: string]
  readonly patchLight: string
  readonly patchDark: string
  readonly blades: readonly [light: string, dark: string]
  /** The wild meadow around, from near to far. */
  readonly wild: readonly [near: string, far: string]
  readonly hedge: readonly [deep: string, middle: string, light: string]
  readonly trees: readonly (readonly [deep: string, middle: string, light: string])[]
  readonly trunk: string
  readonly earth: string
  readonly stone: readonly [dark: string, light: string]
  readonly shade: string
  readonly petals: readonly (readonly [petal: string, heart: string])[]
  readonly cap: string
  readonly stem: string
  readonly wood: string
  readonly vignette: string
}

export const groundColours: Readonly<Record<Mood, GroundColours>> = {
  day: {
    lawn: ['#d3d67c', '#b3c565', '#91b058'],
    patchLight: '#dade86',
    patchDark: '#86a651',
    blades: ['#d6da86', '#7f9f4b'],
    wild: ['#93ad57', '#577f48'],
    hedge: ['#41693c', '#5d8a45', '#8cae55'],
    trees: [
      ['#3d6a45', '#578a4d', '#86ad59'],
      ['#4b6d38', '#718f3f', '#aab653'],
      ['#6f6a34', '#a38f3d', '#d3b552'],
    ],
    trunk: '#6f4a33',
    earth: '#cbb272',
    stone: ['#9a9583', '#c9c2a8'],
    shade: '#3f6a52',
    petals: [
      ['#fffaf0', '#f2c230'],
      ['#ffe071', '#e79a1f'],
      ['#f58a70', '#7a2f2c'],
      ['#d9b3f0', '#fff3c4'],
      ['#fffaf0', '#f2c230'],
    ],
    cap: '#d4523a',
    stem: '#f6e9cf',
    wood: '#8a5d3b',
    vignette: '60 84 40',
  },
  dusk: {
    lawn: ['#47706a', '#385f62', '#2c4d5a'],
    patchLight: '#527a6e',
    patchDark: '#294854',
    blades: ['#5d8878', '#274651'],
    wild: ['#2b4b56', '#182b42'],
    hedge: ['#17303c', '#234650', '#376360'],
    trees: [
      ['#152b3d', '#20404e', '#33595c'],
      ['#1a2c42', '#293f56', '#41586a'],
      ['#2a2a45', '#433e58', '#66586a'],
    ],
    trunk: '#2c2438',
    earth: '#5b6a62',
    stone: ['#43566a', '#6d8290'],
    shade: '#14283c',
    petals: [
      ['#cfd8e6', '#d7b36a'],
      ['#c9b77c', '#a98748'],
      ['#b06a7c', '#52304a'],
      ['#9f8fd0', '#d8d0e8'],
      ['#cfd8e6', '#d7b36a'],
    ],
    cap: '#a8475a',
    stem: '#c6bcc4',
    wood: '#5a4350',
    vignette: '10 14 40',
  },
}
