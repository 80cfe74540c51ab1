/** What the stage itself answers to, beside the game: confetti, and for who watches, whom to follow. */

import type { Control } from '../../games/view.ts'

const cheer: Control = {
  action: 'cheer',
  label: 'Throw confetti',
  keys: 'C',
  touch: 'the Cheer button',
  pad: 'Y',
  codes: ['KeyC'],
  buttons: [3],
}

/** For who could play, but has nothing to do right now. */
export const idleAsides: readonly Control[] = [cheer]

/** For who watches; also what the help says of it. */
export const watchingAsides: readonly Control[] = [
  {
    action: 'next',
    label: 'Follow the next player',
    keys: '→',
    touch: 'tap somebody',
    pad: 'Right shoulder',
    codes: ['ArrowRight', 'KeyD'],
    buttons: [5, 15],
  },
  {
    action: 'previous',
    label: 'Follow the one before',
    keys: '←',
    touch: 'tap somebody',
    pad: 'Left shoulder',
    codes: ['ArrowLeft', 'KeyA'],
    buttons: [4, 14],
  },
  {
    action: 'whole',
    label: 'Look at everyone',
    keys: 'Esc',
    touch: 'the name you follow',
    pad: 'B',
    codes: ['Escape'],
    buttons: [1],
  },
  { ...cheer, keys: 'C, Space, or click a place', touch: 'tap a place', codes: ['KeyC', 'Space'] },
]

export const noAsides: readonly Control[] = []
