/** Who someone is to look at: a name, a colour and a shape. Never the colour alone. */

import { z } from './schema.ts'
import { cleanLine, nameLength } from './text.ts'

export const shapes = ['circle', 'square', 'triangle', 'star', 'flower', 'hexagon', 'drop', 'cloud'] as const
export type Shape = (typeof shapes)[number]

export const colours = [
  'coral',
  'sun',
  'leaf',
  'sky',
  'plum',
  'snow',
  'rose',
  'rust',
  'moss',
  'teal',
  'navy',
  'coal',
] as const
export type Colour = (typeof colours)[number]

export const emotes = ['wave', 'laugh', 'heart', 'wow'] as const
export type Emote = (typeof emotes)[number]

/** A name as it may be shown: cleaned, and never empty. */
export const playerName = z
  .string()
  .max(400)
  .transform((text) => cleanLine(text, nameLength))
  .refine((text) => text.length > 0, 'a name needs at least one letter')

export const appearance = z.object({ name: playerName, colour: z.enum(colours), shape: z.enum(shapes) })
export type Appearance = z.infer<typeof appearance>

const moods = [
  'Brave',
  'Merry',
  'Swift',
  'Sleepy',
  'Lucky',
  'Jolly',
  'Cosy',
  'Bold',
  'Dizzy',
  'Sunny',
  'Fuzzy',
  'Wild',
]
const animals = [
  'Otter',
  'Fox',
  'Hedgehog',
  'Heron',
  'Badger',
  'Newt',
  'Puffin',
  'Mole',
  'Hare',
  'Toad',
  'Lynx',
  'Finch',
]

/** A sensible stranger, so that nothing must be typed before playing. `random` gives numbers in [0, 1). */
export function randomAppearance(random: () => number): Appearance {
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T =>
    from[Math.floor(random() * from.length)] as T
  return { name: `${pick(moods)} ${pick(animals)}`, colour: pick(colours), shape: pick(shapes) }
}
