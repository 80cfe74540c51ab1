/** The colours of the pond and the platform, in the late afternoon and at dusk. */

import type { Mood } from '../view.ts'

export interface Colours {
  /** Water from where the sky shines in it to where it is deep. */
  readonly water: readonly [lit: string, middle: string, deep: string]
  /** The sky in the water: warm, and clear at its end. */
  readonly sky: readonly [warm: string, clear: string]
  readonly strokes: readonly [light: string, dark: string]
  readonly glint: string
  readonly foam: string
  /** What lies in the shadow on the water. */
  readonly shade: string
  readonly pads: readonly [leaf: string, dark: string, light: string]
  readonly lotus: readonly [petal: string, inner: string, heart: string]
  readonly bank: readonly [far: string, near: string, light: string]
  readonly reed: readonly [light: string, dark: string, head: string]
  readonly wood: readonly [light: string, middle: string, dark: string]
  readonly gap: string
  /** What falls on the planks from the upper left, and what does not. */
  readonly light: readonly [lit: string, clear: string, shaded: string]
  readonly side: readonly [light: string, dark: string]
  readonly rope: readonly [light: string, dark: string]
  readonly chalk: string
  readonly alarm: string
  readonly drum: readonly [lacquer: string, dark: string, skin: string, mark: string]
  readonly vignette: string
}

export const colours: Readonly<Record<Mood, Colours>> = {
  day: {
    water: ['#a5d0b4', '#66aba4', '#397886'],
    sky: ['rgb(255 224 150 / 0.62)', 'rgb(255 224 150 / 0)'],
    strokes: ['rgb(240 250 220 / 0.2)', 'rgb(28 88 104 / 0.16)'],
    glint: '#fff8dc',
    foam: '#fbfff2',
    shade: 'rgb(16 60 76 / 0.42)',
    pads: ['#7fa650', '#4f7d42', '#abc669'],
    lotus: ['#f3a9b6', '#fbdcd9', '#f2c230'],
    bank: ['#5d8a4c', '#7fa352', '#b2c266'],
    reed: ['#88a049', '#54783c', '#7a4b2e'],
    wood: ['#e6bd80', '#d6a868', '#c39152'],
    gap: '#7a4f2b',
    light: ['rgb(255 238 190 / 0.3)', 'rgb(255 238 190 / 0)', 'rgb(60 20 70 / 0.22)'],
    side: ['#9a683c', '#6b4428'],
    rope: ['#f6e8bd', '#b89658'],
    chalk: 'rgb(255 250 236 / 0.85)',
    alarm: '#d8432a',
    drum: ['#b93f2c', '#702218', '#f7ead0', '#5a3a2c'],
    vignette: '20 60 70',
  },
  dusk: {
    water: ['#6d6a98', '#37507f', '#1a2850'],
    sky: ['rgb(255 150 116 / 0.5)', 'rgb(255 150 116 / 0)'],
    strokes: ['rgb(255 196 170 / 0.12)', 'rgb(10 16 50 / 0.22)'],
    glint: '#ffd9a8',
    foam: '#dfe6ff',
    shade: 'rgb(8 10 38 / 0.5)',
    pads: ['#3f6f62', '#264a50', '#5d8f74'],
    lotus: ['#c583a6', '#e3c3d2', '#e0b860'],
    bank: ['#1c3444', '#28505a', '#3f6d66'],
    reed: ['#41686a', '#213f4c', '#3a2838'],
    wood: ['#b48a70', '#a07862', '#8a6557'],
    gap: '#3a2733',
    light: ['rgb(255 176 116 / 0.42)', 'rgb(255 186 120 / 0.1)', 'rgb(20 14 70 / 0.34)'],
    side: ['#5d434a', '#382832'],
    rope: ['#e6d0a0', '#8a7160'],
    chalk: 'rgb(255 240 214 / 0.7)',
    alarm: '#ff6a4a',
    drum: ['#8e3434', '#471a26', '#e2d0b4', '#4a2f35'],
    vignette: '8 10 36',
  },
}
