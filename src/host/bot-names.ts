/** What bots are called and look like: each different while there are not too many of them. */

import { type Appearance, colours, shapes } from '../protocol/appearance.ts'

const names = [
  'Pip',
  'Juniper',
  'Barnaby',
  'Clover',
  'Fig',
  'Nettle',
  'Bramble',
  'Tansy',
  'Moss',
  'Poppy',
  'Rusty',
  'Sorrel',
  'Bean',
  'Maple',
  'Dill',
  'Hazel',
  'Quince',
  'Thistle',
  'Acorn',
  'Olive',
  'Basil',
  'Sage',
  'Plum',
  'Birch',
]

/** The look of the bot in this seat; `taken` are the names that others have. */
export function botAppearance(seat: number, taken: ReadonlySet<string>): Appearance {
  const free = names.find((name) => !taken.has(name))
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T
  return {
    name: free ?? `Bot ${seat + 1}`,
    colour: pick(colours, seat * 5 + 2),
    shape: pick(shapes, seat * 3 + 1),
  }
}
