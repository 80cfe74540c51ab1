/** How often the line above the field is asked for, and which of its changes are worth reading out. */

import { post, type SignBoard } from './signs.ts'

/** Milliseconds between two looks. */
const lookEvery = 120
/** Nobody wants to be read to more often, in milliseconds. */
const readEvery = 2500

/** Clocks and seconds that run: what is left of a caption when they are taken out. */
export function withoutClocks(caption: string): string {
  return caption.replace(/\d+:\d{2}|\d+(?:\.\d+)?\s?(?:s|sec|seconds?)\b/g, '…')
}

export class Caption {
  readonly #board: SignBoard
  #lookAt = 0
  #readAt = 0
  #read: string | null = null

  constructor(board: SignBoard) {
    this.#board = board
  }

  /** `now` in milliseconds; `ask` is called now and then only. */
  pass(now: number, ask: () => string | null): void {
    if (now < this.#lookAt) return
    this.#lookAt = now + lookEvery
    const caption = ask()
    const bare = caption === null ? null : withoutClocks(caption)
    if (bare !== this.#read && (now >= this.#readAt || bare === null)) {
      this.#read = bare
      this.#readAt = now + readEvery
      post(this.#board, { caption, spoken: caption })
    } else post(this.#board, { caption })
  }
}
