/** The colours of both moods: the twelve players, who stay apart for the colour-blind, and the ink of everything else. */

import type { Mood, Painter } from '../../games/view.ts'
import type { Colour } from '../../protocol/appearance.ts'

/** Spread over lightness as well as hue, since lightness is what everyone sees; a test measures how far apart they are. */
export const playerColours: Readonly<Record<Mood, Readonly<Record<Colour, string>>>> = {
  day: {
    coral: '#e2745c',
    sun: '#f8d653',
    leaf: '#a8bf1c',
    sky: '#5cc8fd',
    plum: '#8e3ebd',
    snow: '#f1f8f2',
    rose: '#ffa3b1',
    rust: '#bb2f0a',
    moss: '#42704f',
    teal: '#0c99ad',
    navy: '#2f347c',
    coal: '#35201f',
  },
  dusk: {
    coral: '#dc7161',
    sun: '#f1cd59',
    leaf: '#a5b82e',
    sky: '#5dc0fa',
    plum: '#8c40bc',
    snow: '#ebeef0',
    rose: '#f89db1',
    rust: '#b73325',
    moss: '#466d55',
    teal: '#1f94ad',
    navy: '#36387e',
    coal: '#3b2830',
  },
}

export type Ink = Parameters<Painter['ink']>[0]

/** What is drawn on the stage itself: signs, rings, bubbles. */
export const inks: Readonly<Record<Mood, Readonly<Record<Ink, string>>>> = {
  day: {
    ground: '#a9bd62',
    surface: '#fff6e2',
    ink: '#41302b',
    quiet: '#6d5a4c',
    accent: '#c4472b',
    good: '#3f7a2f',
    warning: '#93560a',
    danger: '#b3261e',
  },
  dusk: {
    ground: '#33535a',
    surface: '#38304d',
    ink: '#fff1d8',
    quiet: '#c9bcd0',
    accent: '#ffb45e',
    good: '#a5d67b',
    warning: '#ffcf6b',
    danger: '#ff8f80',
  },
}

/** `hex` moved towards `to` by `share`, from 0 to 1. */
export function blend(hex: string, to: string, share: number): string {
  const mixed = channels(hex).map((from, i) => Math.round(from + ((channels(to)[i] ?? from) - from) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** A hex colour with an opacity. */
export function fade(hex: string, opacity: number): string {
  return `rgb(${channels(hex).join(' ')} / ${opacity})`
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
