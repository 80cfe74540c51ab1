/** The brush that every game is painted with: ground, shadows, characters and what stands under and above them. */

import type { Face, Mood, Painter, Pose, Writing } from '../../games/view.ts'
import { putSharp } from '../../games/view-pictures.ts'
import { drawBubble } from './bubbles.ts'
import type { Camera } from './camera.ts'
import { Bodies, drawCharacter } from './character.ts'
import { crownHeight } from './crown.ts'
import { drawEmote, drawSleep } from './emotes.ts'
import type { Lettering } from './lettering.ts'
import { Liveliness } from './liveliness.ts'
import { drawGlow, drawOwnRing, presence } from './marks.ts'
import type { Meadow } from './meadow.ts'
import { type Ink, inks, playerColours } from './palette.ts'
import type { Particles } from './particles.ts'
import { drawContactShadow } from './shadow.ts'
import { topOf } from './silhouette.ts'
import type { Speech } from './speech.ts'

/** What a frame is painted with, and who is in it. */
export interface Canvas {
  readonly canvas: CanvasRenderingContext2D
  readonly camera: Camera
  readonly mood: Mood
  readonly reducedMotion: boolean
  /** Seconds since the stage began. */
  readonly time: number
  readonly faces: ReadonlyMap<number, Face>
  readonly me: number | null
  /** Who wears a crown. */
  readonly crowned?: ReadonlySet<number>
  /** Whose victory it is right now. */
  honours?(seat: number): boolean
  /** Draws what lies on the field above everyone, but under the names. */
  beneathNames?(canvas: CanvasRenderingContext2D): void
}

/** A face that is not known yet, or no more. */
const stranger = { colour: 'snow', shape: 'circle', name: '', connected: true, away: false } as const
/** CSS pixels that a name never gets smaller than. */
const smallestName = 11.5
const forgetAfter = 6

export class StagePainter implements Painter {
  readonly #meadow: Meadow
  readonly #speech: Speech
  readonly #lettering: Lettering
  readonly #particles: Particles
  readonly #bodies = new Bodies()
  readonly #lives = new Map<number, Liveliness>()
  #places = new Map<number, Pose>()
  #placesBefore = new Map<number, Pose>()
  #now: Canvas | null = null
  #named = false

  constructor(meadow: Meadow, speech: Speech, lettering: Lettering, particles: Particles) {
    this.#meadow = meadow
    this.#speech = speech
    this.#lettering = lettering
    this.#particles = particles
  }

  /** Before each frame. */
  begin(now: Canvas): void {
    this.#now = now
    this.#named = false
    const before = this.#placesBefore
    this.#placesBefore = this.#places
    this.#places = before
    this.#places.clear()
    for (const [seat, life] of this.#lives) {
      if (life.unseenFor(now.time) > forgetAfter) this.#lives.delete(seat)
    }
  }

  /** After each frame: draws the grass that stands in front of everyone. */
  finish(): void {
    this.#beginNames()
  }

  /** Another game begins: nobody stands where they stood. */
  clear(): void {
    this.#places.clear()
    this.#placesBefore.clear()
  }

  /** Where everyone stood in the frame before. */
  get crowd(): ReadonlyMap<number, Pose> {
    return this.#placesBefore
  }

  /** Makes somebody hop. */
  pop(seat: number, strength: number): void {
    if (!this.#now?.reducedMotion) this.#lives.get(seat)?.pop(strength)
  }

  get mood(): Mood {
    return this.#frame.mood
  }

  get reducedMotion(): boolean {
    return this.#frame.reducedMotion
  }

  meadow(isBare?: (x: number, y: number) => boolean): void {
    const { canvas, time, reducedMotion, camera, mood } = this.#frame
    this.#meadow.drawGround(canvas, camera, mood, time, reducedMotion)
    this.#meadow.grass.begin(this.crowd.values(), time, reducedMotion, isBare)
  }

  beforeGrass(y = Number.POSITIVE_INFINITY): void {
    this.#meadow.grass.drawUpTo(this.#frame.canvas, y)
  }

  shadow(x: number, y: number, radius: number, strength = 1): void {
    const { canvas, mood } = this.#frame
    this.beforeGrass(y)
    drawContactShadow(canvas, mood, x, y, radius, strength)
  }

  character(pose: Pose): void {
    const { canvas, camera, time, me, mood, reducedMotion } = this.#frame
    const face = this.#frame.faces.get(pose.seat) ?? { ...stranger, seat: pose.seat, bot: false }
    const life = this.#lifeOf(pose.seat)
    this.#places.set(pose.seat, pose)
    const asleep = face.away || !face.connected
    life.live(time, pose.vx, pose.vy, { asleep, attention: this.#attention(pose) }, reducedMotion)
    if (life.stepped && !reducedMotion && life.pace > 0.5) {
      this.#particles.burst('dust', pose.x, pose.y + pose.radius * 0.75, life.pace * 0.4, mood)
    }
    this.beforeGrass(pose.y + pose.radius * 0.66)

    canvas.save()
    canvas.globalAlpha *= presence(pose, face)
    this.shadow(pose.x, pose.y + pose.radius * 0.66, pose.radius)
    if (this.#frame.honours?.(pose.seat)) drawGlow(canvas, pose, mood === 'day' ? 0.75 : 0.9)
    if (pose.seat === me) drawOwnRing(canvas, pose, mood, reducedMotion ? 0 : -time * 10)
    canvas.translate(pose.x, pose.y)
    drawCharacter(
      canvas,
      this.#bodies,
      pose.radius,
      life,
      {
        shape: face.shape,
        colour: face.colour,
        mood,
        feeling: this.#speech.feeling(pose.seat, time),
        time,
        reducedMotion,
        crown: this.#isCrowned(pose.seat),
      },
      pose.radius * camera.scale * camera.sharpness,
    )
    canvas.restore()
  }

  label(pose: Pose): void {
    const { canvas, camera, time, mood, faces, reducedMotion } = this.#frame
    this.#beginNames()
    const face = faces.get(pose.seat)
    if (!face) return
    const pixels = camera.scale * camera.sharpness
    const size = Math.max(17, smallestName / camera.scale)
    canvas.save()
    canvas.globalAlpha *= 0.35 + 0.65 * presence(pose, face)
    const name = this.#lettering.name(face.name, size, mood, pixels)
    if (name) {
      const { width, height } = name
      putSharp(canvas, name.image, {
        left: pose.x - width / 2,
        top: pose.y + pose.radius * 1.02,
        width,
        height,
      })
    }
    canvas.restore()

    const crown = this.#isCrowned(pose.seat) ? crownHeight(face.shape) : 0
    const top = pose.y - pose.radius * (0.28 - topOf(face.shape) + crown)
    const asleep = face.away || !face.connected
    const letter = asleep ? this.#lettering.name('z', size, mood, pixels) : null
    if (letter) {
      const y = top + pose.radius * 0.4
      drawSleep(canvas, letter, pose.x + pose.radius * 0.5, y, time + pose.seat, size, reducedMotion)
    }
    const bubble = this.#speech.bubble(pose.seat)
    let above = top
    if (bubble) {
      const stamp = this.#lettering.bubble(bubble.text, size * 0.98, mood, pixels)
      if (stamp) {
        drawBubble(canvas, camera, stamp, bubble, { x: pose.x, y: above }, time, reducedMotion)
        above -= stamp.height
      }
    }
    const shown = this.#speech.emote(pose.seat)
    if (shown) drawEmote(canvas, shown, pose.x, above, size, time, reducedMotion)
  }

  write(text: string, x: number, y: number, writing: Writing): void {
    const { canvas, camera, mood } = this.#frame
    const ink = writing.ink ?? inks[mood].ink
    const stamp = this.#lettering.words(text, { ...writing, ink }, mood, camera.scale * camera.sharpness)
    if (!stamp) return
    const { align = 'center' } = writing
    const left =
      align === 'left' ? x - stamp.edge : x - (align === 'right' ? stamp.width - stamp.edge : stamp.width / 2)
    const { width, height } = stamp
    putSharp(canvas, stamp.image, { left, top: y - height / 2, width, height })
  }

  ink(token: Ink): string {
    return inks[this.#frame.mood][token]
  }

  colour(seat: number): string {
    return playerColours[this.#frame.mood][this.#frame.faces.get(seat)?.colour ?? 'snow']
  }

  get #frame(): Canvas {
    if (!this.#now) throw new Error('The painter was used before its first frame began.')
    return this.#now
  }

  #lifeOf(seat: number): Liveliness {
    let life = this.#lives.get(seat)
    if (!life) {
      life = new Liveliness(seat, this.#frame.time)
      if (!this.reducedMotion) life.pop(3)
      this.#lives.set(seat, life)
    }
    return life
  }

  /** Whoever speaks is looked at; else what the game points out. */
  #attention(pose: Pose): { x: number; y: number } | null {
    const { speaker } = this.#speech
    const spoken = speaker === null || speaker === pose.seat ? null : this.#placesBefore.get(speaker)
    const at = spoken ?? pose.lookAt
    return at ? { x: at.x - pose.x, y: at.y - pose.y } : null
  }

  #isCrowned(seat: number): boolean {
    const { crowned, honours } = this.#frame
    return (crowned?.has(seat) ?? false) || (honours?.(seat) ?? false)
  }

  /** After all characters, and before the first name. */
  #beginNames(): void {
    if (this.#named) return
    this.#named = true
    this.beforeGrass()
    this.#frame.beneathNames?.(this.#frame.canvas)
  }
}
