/** What the garden is painted in, in the late afternoon and at dusk. */

import type { Mood } from '../view.ts'

export interface GardenColours {
  /** Gravel and its rim. */
  readonly gravel: string
  readonly gravelRim: string
  readonly pebbles: readonly [light: string, dark: string]
  readonly mown: readonly [light: string, dark: string]
  readonly bed: string
  readonly hedge: readonly [face: string, deep: string, middle: string, light: string, lit: string]
  readonly petals: readonly string[]
  readonly wood: readonly [rim: string, dark: string, middle: string, light: string]
  readonly fruit: readonly string[]
  readonly shade: string
  /** Around berries, blasters and marks. */
  readonly rim: string
  readonly light: string
  readonly tin: readonly [dark: string, light: string]
  readonly leaf: string
  readonly badge: string
  readonly best: string
}

export const gardenColours: Readonly<Record<Mood, GardenColours>> = {
  day: {
    gravel: '#e3cf9a',
    gravelRim: '#c2a868',
    pebbles: ['#f3e6c1', '#b39b63'],
    mown: ['#dfe28e', '#8fae54'],
    bed: '#8a6a45',
    hedge: ['#284c31', '#35603a', '#4f8043', '#76a34c', '#a9c765'],
    petals: ['#fffaf0', '#f58a8f', '#ffd75e'],
    wood: ['#5b3a24', '#8a5a35', '#b8824c', '#dcae73'],
    fruit: ['#c8384a', '#7a3a8c', '#e2643c', '#4a5aa8'],
    shade: 'rgb(40 62 40 / 0.32)',
    rim: '#4a2c38',
    light: '#fffaf0',
    tin: ['#5f6f7c', '#a9bac2'],
    leaf: '#5d9a3c',
    badge: '#7a3355',
    best: '#d99a1c',
  },
  dusk: {
    gravel: '#7d7a78',
    gravelRim: '#54585f',
    pebbles: ['#a39a8e', '#4d5058'],
    mown: ['#527c70', '#2a4c57'],
    bed: '#33313d',
    hedge: ['#10222e', '#173341', '#24504f', '#3a6f62', '#5d927a'],
    petals: ['#cfd8e6', '#b06a7c', '#c9b77c'],
    wood: ['#251c2c', '#443243', '#6a4c50', '#96705f'],
    fruit: ['#9c3550', '#5d3a80', '#a9543f', '#3e4a86'],
    shade: 'rgb(8 14 34 / 0.42)',
    rim: '#1d1730',
    light: '#ffe9bd',
    tin: ['#3d4a5e', '#7f93a6'],
    leaf: '#5c8f5c',
    badge: '#5a2b52',
    best: '#b97f28',
  },
}
