/** From taps, keys and a stick to a pick. It is held while picking lasts, and open otherwise: each round begins anew. */

import type { Devices } from '../view.ts'
import { type Card, cardAt, letters } from './view-cards.ts'
import { lasts, type Royale } from './world.ts'

/** Seconds that arrows or a stick rest on a card until it is picked: whoever only passes by picks nothing. */
const rests = 0.28
/** Seconds after which a held arrow or stick goes on to the next card. */
const repeats = 0.3
/** The stick's throw that counts. */
const thrown = 0.55

/** The physical keys of each hand's letter; W and Z are in each other's place on some keyboards. */
const codes: readonly (readonly string[])[] = letters.map((letter) =>
  letter === 'W' ? ['KeyW', 'KeyZ'] : [`Key${letter}`],
)
export const pickCodes: readonly string[] = codes.flat()

export class Picking {
  /** What was picked in this round, as far as this screen knows; 0 for nothing. */
  picked = 0
  /** Where arrows or a stick point; 0 for nowhere. */
  cursor = 0
  hovered = 0
  #round = ''
  #time = 0
  #way = 0
  #movedAt = 0
  #isChosen = true

  /** Time goes on, in seconds. */
  pass(time: number): void {
    this.#time = time
  }

  sample(devices: Devices, state: Royale, me: number | null, cards: readonly Card[]): number {
    const { pointer, tap } = devices
    const mine = me === null ? undefined : state.players[me]
    const round = `${state.royale} ${state.round}`
    if (round !== this.#round || mine?.fate !== 'in') this.#pick(0)
    this.#round = round
    this.hovered = 0
    if (state.clock.phase !== 'pick' || mine?.fate !== 'in') return 0
    this.hovered = pointer && !pointer.held ? cardAt(cards, pointer) : 0
    if (isOpen(state)) {
      const tapped = tap ? cardAt(cards, tap) : 0
      const typed = codes.findIndex((keys) => keys.some((code) => devices.keys.has(code))) + 1
      const wanted = tapped || (typed <= state.actions ? typed : 0)
      if (wanted > 0) this.#pick(wanted)
      else this.#point(devices, state.actions)
    }
    return this.picked
  }

  #pick(pick: number): void {
    this.picked = pick
    this.cursor = 0
    this.#isChosen = true
  }

  #point({ keys, stick }: Devices, actions: number): void {
    const way =
      (keys.has('ArrowRight') ? 1 : 0) - (keys.has('ArrowLeft') ? 1 : 0) ||
      (stick && Math.abs(stick.x) > thrown ? Math.sign(stick.x) : 0)
    const isNew = way !== 0 && (way !== this.#way || this.#time - this.#movedAt > repeats)
    this.#way = way
    if (isNew) {
      const from = this.cursor || this.picked
      // From nowhere, to the left or the right of the middle.
      const next = from > 0 ? from + way : (actions + 1) / 2 + way
      this.cursor = ((next - 1 + actions) % actions) + 1
      this.#movedAt = this.#time
      this.#isChosen = false
    } else if (!this.#isChosen && this.#time - this.#movedAt > rests) {
      this.picked = this.cursor
      this.#isChosen = true
    }
  }
}

/** Whether one can still change one's mind: what is picked later might come too late. */
export function isOpen({ clock }: Royale): boolean {
  return clock.phase === 'pick' && clock.left > lasts.grace
}
