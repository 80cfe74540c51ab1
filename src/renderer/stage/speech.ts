/** What is in the air above people's heads: lines just said, and emotes. */

import type { PartyEvent } from '../../client/party-state.ts'
import type { Emote } from '../../protocol/appearance.ts'

export interface Bubble {
  readonly seat: number
  readonly text: string
  /** Seconds of the stage's time. */
  readonly since: number
  readonly until: number
}

export interface EmoteShown {
  readonly seat: number
  readonly emote: Emote
  readonly since: number
  readonly until: number
}

const emoteFor = 2.4
/** A mouth moves only while the line could still be being said. */
const talksAtMost = 1.8

export class Speech {
  readonly #bubbles = new Map<number, Bubble>()
  readonly #emotes = new Map<number, EmoteShown>()
  #lastSpeaker: { seat: number; until: number } | null = null

  hear(event: PartyEvent, time: number): void {
    if (event.type === 'emoted') {
      const { seat, emote } = event
      this.#emotes.set(seat, { seat, emote, since: time, until: time + emoteFor })
      this.#lastSpeaker = { seat, until: time + emoteFor }
    } else if (event.type === 'line' && event.line.kind === 'said') {
      const { seat, text } = event.line
      const until = time + readingTime(text)
      this.#bubbles.set(seat, { seat, text, since: time, until })
      this.#lastSpeaker = { seat, until: Math.min(until, time + 4) }
    }
  }

  /** Forgets what is over. */
  pass(time: number): void {
    for (const [seat, { until }] of this.#bubbles) if (until <= time) this.#bubbles.delete(seat)
    for (const [seat, { until }] of this.#emotes) if (until <= time) this.#emotes.delete(seat)
    if (this.#lastSpeaker && this.#lastSpeaker.until <= time) this.#lastSpeaker = null
  }

  bubble(seat: number): Bubble | null {
    return this.#bubbles.get(seat) ?? null
  }

  emote(seat: number): EmoteShown | null {
    return this.#emotes.get(seat) ?? null
  }

  /** Whom everyone looks at. */
  get speaker(): number | null {
    return this.#lastSpeaker?.seat ?? null
  }

  feeling(seat: number, time: number): 'calm' | 'talking' | 'laughing' | 'amazed' | 'loving' {
    switch (this.#emotes.get(seat)?.emote) {
      case 'laugh':
        return 'laughing'
      case 'wow':
        return 'amazed'
      case 'heart':
        return 'loving'
      default: {
        const bubble = this.#bubbles.get(seat)
        return bubble && time - bubble.since < Math.min(talksAtMost, bubble.text.length * 0.07)
          ? 'talking'
          : 'calm'
      }
    }
  }
}

/** Seconds that a line stays: long enough to look up and read it. */
function readingTime(text: string): number {
  return Math.min(9, 2.6 + text.length * 0.055)
}
