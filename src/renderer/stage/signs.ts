/** What stands beside the canvas: told by the loop, and only when it is another; read by React. */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyView } from '../../games/view.ts'

export interface Signs {
  /** The game that is on. */
  readonly title: string | null
  readonly view: AnyView | null
  /** Whether one has a game to play, and so needs its buttons. */
  readonly isPlaying: boolean
  /** Whether the caption has its room, above the field. */
  readonly hasCaption: boolean
  /** How things stand, as it is shown and as it is read out; null where there is nothing to say. */
  readonly caption: string | null
  readonly spoken: string | null
  /** Whether one only watches, whom one follows by name, and whether there is anyone to follow. */
  readonly isWatching: boolean
  readonly followed: string | null
  readonly canFollow: boolean
  /** Throws of confetti in hand; null for who may not throw. */
  readonly cheers: number | null
}

export type SignBoard = StoreApi<Signs>

export function newSignBoard(): SignBoard {
  return createStore<Signs>(() => ({
    title: null,
    view: null,
    isPlaying: false,
    hasCaption: false,
    caption: null,
    spoken: null,
    isWatching: false,
    followed: null,
    canFollow: false,
    cheers: null,
  }))
}

/** Costs nothing where all is as it was. */
export function post(board: SignBoard, signs: Partial<Signs>): void {
  const now = board.getState()
  for (const name of Object.keys(signs) as (keyof Signs)[]) {
    if (now[name] !== signs[name]) {
      board.setState(signs)
      return
    }
  }
}
