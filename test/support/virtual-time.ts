/** Time that passes only when a test says so: everything due is done in order, and nothing waits for real. */

interface Due {
  at: number
  order: number
  act: () => void
}

export class VirtualTime {
  #now = 0
  #order = 0
  #due: Due[] = []

  get now(): number {
    return this.#now
  }

  /** Does something at a time, or right after what is happening now. */
  at(time: number, act: () => void): void {
    const due = { at: Math.max(time, this.#now), order: this.#order++, act }
    let place = this.#due.length
    while (place > 0 && (this.#due[place - 1] as Due).at > due.at) place--
    this.#due.splice(place, 0, due)
  }

  /** Does something every `period` milliseconds, until the returned function is called. */
  every(period: number, act: () => void, first = this.#now): () => void {
    let stopped = false
    const again = (at: number) =>
      this.at(at, () => {
        if (stopped) return
        act()
        again(at + period)
      })
    again(first)
    return () => {
      stopped = true
    }
  }

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    const until = this.#now + milliseconds
    for (;;) {
      const next = this.#due[0]
      if (!next || next.at > until) break
      this.#due.shift()
      this.#now = next.at
      next.act()
    }
    this.#now = until
  }
}
