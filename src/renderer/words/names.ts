/** What colours, shapes, emotes and games are called on screen. */

import { gameById } from '../../games/index.ts'
import type { Colour, Emote, Shape } from '../../protocol/appearance.ts'

export const colourNames: Record<Colour, string> = {
  coral: 'Coral',
  sun: 'Sun',
  leaf: 'Leaf',
  sky: 'Sky',
  plum: 'Plum',
  snow: 'Snow',
  rose: 'Rose',
  rust: 'Rust',
  moss: 'Moss',
  teal: 'Teal',
  navy: 'Navy',
  coal: 'Coal',
}

export const shapeNames: Record<Shape, string> = {
  circle: 'Circle',
  square: 'Square',
  triangle: 'Triangle',
  star: 'Star',
  flower: 'Flower',
  hexagon: 'Hexagon',
  drop: 'Drop',
  cloud: 'Cloud',
}

export const emoteNames: Record<Emote, string> = { wave: 'Wave', laugh: 'Laugh', heart: 'Heart', wow: 'Wow' }

/** A game that this version does not know still has its id to show. */
export function gameTitle(id: string): string {
  return gameById(id)?.title ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
}
