/** What is heard, seen to fly and felt in the hand when something happens, in the game and in the party. */

import type { PartyEvent } from '../../client/party-state.ts'
import { type Cue, type Face, type Mood, type Sound, worldWidth } from '../../games/view.ts'
import { playerColours } from './palette.ts'
import type { Picture } from './picture.ts'
import { knocks, type Rumble } from './rumble.ts'
import { playSound } from './sounds.ts'

export interface Setting {
  readonly mood: Mood
  readonly reducedMotion: boolean
  readonly faces: ReadonlyMap<number, Face>
  readonly me: number | null
  /** Milliseconds. */
  readonly now: number
}

/** A thing that happens so near to one's own middle, in radii, happened to oneself. */
const own = 1.8
const felt: Partial<Record<Sound, keyof typeof knocks>> = { hit: 'hit', bump: 'bump', spill: 'hit' }

export class Effects {
  readonly #picture: Picture
  readonly #rumble: Rumble

  constructor(picture: Picture, rumble: Rumble) {
    this.#picture = picture
    this.#rumble = rumble
  }

  play(cues: readonly Cue[], setting: Setting): void {
    const { mood, reducedMotion, faces } = setting
    for (const cue of cues) {
      const { sound, burst, x, y, strength, seat, shake } = cue
      if (sound) playSound(sound, strength, panOf(x))
      if (burst && !(reducedMotion && burst !== 'confetti')) {
        const face = seat === undefined ? undefined : faces.get(seat)
        this.#picture.particles.burst(burst, x, y, strength, mood, face && playerColours[mood][face.colour])
      }
      if (shake) this.#picture.shake.add(shake, strength)
      this.#feel(cue, setting)
    }
  }

  hear(event: PartyEvent, time: number, { mood, reducedMotion, faces }: Setting): void {
    const { painter, speech, throws } = this.#picture
    speech.hear(event, time)
    switch (event.type) {
      case 'emoted':
        painter.pop(event.seat, event.emote === 'wow' ? 5 : 3)
        playSound('emote', 0.7, panOf(painter.crowd.get(event.seat)?.x ?? worldWidth / 2))
        break
      case 'line':
        if (event.line.kind === 'said') painter.pop(event.line.seat, 2)
        break
      case 'cheered':
        throws.add(event, playerColours[mood][faces.get(event.seat)?.colour ?? 'sun'], reducedMotion)
        playSound('cheer', 0.8, panOf(event.x))
        break
    }
  }

  /** Oneself is out of the match. */
  out({ mood, reducedMotion, now }: Setting): void {
    if (reducedMotion) return
    this.#picture.veil.flash(mood === 'day' ? '#d9483a' : '#ff7d63')
    this.#rumble.knock(knocks.out, now)
  }

  /** In the hand, where it happened to oneself. */
  #feel({ sound, seat, x, y, strength }: Cue, { me, reducedMotion, now }: Setting): void {
    const kind = sound && felt[sound]
    if (!kind || me === null || reducedMotion || strength < 0.3) return
    const body = this.#picture.painter.crowd.get(me)
    const isOwn = seat === me || (body && Math.hypot(body.x - x, body.y - y) < body.radius * own)
    if (isOwn) this.#rumble.knock(knocks[kind], now)
  }
}

function panOf(x: number): number {
  return Math.max(-1, Math.min(1, x / (worldWidth / 2) - 1))
}
