/** Bots greet whoever comes: one of them waves and says hello, a moment later. */

import type { Player } from './player.ts'
import type { Room } from './room.ts'

/** Milliseconds between two greetings, so that a crowd that arrives is not met by a chorus. */
const between = 8000
const hellos = [
  'Hi NAME!',
  'Hello NAME, come and play!',
  'Welcome, NAME!',
  'Hey NAME! The ball is over here.',
]

export class Greetings {
  readonly #random: () => number
  #pending: { guest: Player; at: number } | null = null
  #last = Number.NEGATIVE_INFINITY

  constructor(random: () => number) {
    this.#random = random
  }

  expect(guest: Player, now: number): void {
    if (this.#pending || guest.identity.kind !== 'human' || now - this.#last < between) return
    this.#pending = { guest, at: now + 1200 + this.#random() * 1500 }
  }

  deliver(room: Room, now: number): void {
    const pending = this.#pending
    if (!pending || now < pending.at) return
    this.#pending = null
    const bots = [...room.players].filter(({ identity }) => identity.kind === 'bot')
    const bot = bots[Math.floor(this.#random() * bots.length)]
    if (!bot || room.at(pending.guest.seat) !== pending.guest) return
    this.#last = now
    const hello = hellos[Math.floor(this.#random() * hellos.length)] ?? 'Hi NAME!'
    room.talk.emote(bot, 'wave')
    room.talk.say(
      bot,
      hello.replace('NAME', () => pending.guest.appearance.name),
    )
  }
}
