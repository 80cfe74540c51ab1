/** A knock in the hand, for what happens to oneself: gamepads and phones that can. */

export interface Knock {
  /** Milliseconds. */
  readonly length: number
  /** 0 to 1. */
  readonly strength: number
}

export const knocks = {
  bump: { length: 70, strength: 0.35 },
  hit: { length: 130, strength: 0.7 },
  out: { length: 320, strength: 1 },
} as const satisfies Record<string, Knock>

/** Phones that buzz all the time are put away. */
const rest = 180

type Page = Pick<Window, 'navigator'>

export class Rumble {
  readonly #page: Page
  #last = Number.NEGATIVE_INFINITY

  constructor(page: Page) {
    this.#page = page
  }

  /** `now` in milliseconds. A stronger one comes through at any time. */
  knock({ length, strength }: Knock, now: number): void {
    if (now - this.#last < rest && strength < 1) return
    this.#last = now
    const { navigator } = this.#page
    let inHand = false
    for (const pad of navigator.getGamepads?.() ?? []) {
      const actuator = pad?.connected ? pad.vibrationActuator : null
      if (!actuator) continue
      inHand = true
      const weak = strength * 0.8
      actuator
        .playEffect?.('dual-rumble', { duration: length, strongMagnitude: strength, weakMagnitude: weak })
        ?.catch(() => {})
    }
    // Before the first touch a browser refuses, and says so on the console.
    if (!inHand && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(Math.round(length * strength))
  }
}
