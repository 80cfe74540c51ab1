/** How many sounds there are at once: where there would be too many, the faintest makes room for what is new. */

export interface Voice {
  /** Seconds of the sound's clock. */
  readonly ends: number
  /** How loud it began. */
  readonly weight: number
  /** Fades it at once. */
  hush(): void
}

export class Voices {
  readonly #most: number
  #sounding: Voice[] = []

  constructor(most: number) {
    this.#most = most
  }

  get count(): number {
    return this.#sounding.length
  }

  /** Whether one of this weight may begin at `now`; the faintest of the others is hushed where there is no room. */
  admit(weight: number, now: number): boolean {
    this.#sounding = this.#sounding.filter(({ ends }) => ends > now)
    if (this.#sounding.length < this.#most) return true
    const faintest = this.#sounding.reduce((faint, voice) =>
      heard(voice, now) < heard(faint, now) ? voice : faint,
    )
    if (heard(faintest, now) > weight) return false
    faintest.hush()
    this.#sounding = this.#sounding.filter((voice) => voice !== faintest)
    return true
  }

  add(voice: Voice): void {
    this.#sounding.push(voice)
  }
}

/** What is nearly over is hardly heard. */
function heard({ weight, ends }: Voice, now: number): number {
  return weight * Math.min(1, (ends - now) / 0.3)
}
