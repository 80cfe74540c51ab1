/** Soft plucked and wooden sounds in one key, made on the spot; a chaotic round still sounds like music. */

import type { Sound } from '../../games/view.ts'
import { type Channel, endOf, play, type Stroke } from './sound-instruments.ts'
import { scores } from './sound-scores.ts'
import { Voices } from './sound-voices.ts'

/** More sounds at once are a mush. */
const mostVoices = 16
/** A sound that is so much stronger than the last one does not wait for its rest. */
const muchStronger = 1.8

interface Desk {
  readonly context: AudioContext
  readonly master: GainNode
}

let desk: Desk | null = null
let volume = 0.6
const voices = new Voices(mostVoices)
const lastPlayed = new Map<Sound, { at: number; strength: number }>()

/** 0 to 1; 0 is silence. */
export function setVolume(level: number): void {
  volume = Math.max(0, Math.min(1, level))
  if (desk) desk.master.gain.setTargetAtTime(gainOf(volume), desk.context.currentTime, 0.02)
}

/**
 * Browsers let nothing sound before the first touch or key, and phones fall silent again after a call: every gesture
 * wakes the sound. Until then all is silent, and nothing is saved up.
 */
export function unlockSound(page: Window): () => void {
  const ends = new AbortController()
  const unlock = () => {
    desk ??= openDesk()
    if (desk && desk.context.state !== 'running') void desk.context.resume().catch(() => {})
  }
  if (page.navigator.userActivation?.hasBeenActive) unlock()
  for (const gesture of ['pointerdown', 'pointerup', 'keydown'] as const) {
    page.addEventListener(gesture, unlock, { signal: ends.signal, capture: true, passive: true })
  }
  return () => ends.abort()
}

/** `strength` 0 to 1; `pan` from −1, left, to 1, right. */
export function playSound(sound: Sound, strength = 1, pan = 0): void {
  if (!desk || volume === 0 || desk.context.state !== 'running') return
  const { context, master } = desk
  const now = context.currentTime
  const force = Math.max(0, Math.min(1, strength))
  const last = lastPlayed.get(sound)
  const rests = last !== undefined && now - last.at < scores[sound].rest / 1000
  if (rests && force < last.strength * muchStronger) return
  const weight = loudnessOf(force)
  if (!voices.admit(weight * scores[sound].gain, now)) return
  lastPlayed.set(sound, { at: now, strength: force })

  const out = context.createGain()
  const side = context.createStereoPanner()
  side.pan.value = Math.max(-1, Math.min(1, pan)) * 0.6
  out.connect(side).connect(master)
  const length = perform({ context, out, at: now }, sound, { force, turn: Math.floor(now * 7.3) })
  voices.add({
    weight: weight * scores[sound].gain,
    ends: now + length,
    hush: () => out.gain.setTargetAtTime(0, context.currentTime, 0.012),
  })
  setTimeout(() => side.disconnect(), (length + 0.3) * 1000)
}

/** Plays a sound's strokes; `turn` says which of its variants it is. Returns its length in seconds. */
export function perform(
  channel: Channel,
  sound: Sound,
  { force, turn }: { force: number; turn: number },
): number {
  const { strokes, gain, wander = 1 } = scores[sound]
  const loud = gain * loudnessOf(force)
  const step = turn % wander
  let length = 0
  for (const stroke of strokes) {
    play(channel, { ...varied(stroke, step), level: stroke.level * loud })
    length = Math.max(length, endOf(stroke))
  }
  return length
}

function varied(stroke: Stroke, step: number): Stroke {
  if (step === 0) return stroke
  switch (stroke.on) {
    case 'drum':
    case 'knock':
      return { ...stroke, pitch: stroke.pitch * (1 + step * 0.06) }
    case 'brush':
      return { ...stroke, from: stroke.from * (1 + step * 0.08), to: stroke.to * (1 + step * 0.08) }
    default:
      return { ...stroke, note: stroke.note + step }
  }
}

function loudnessOf(force: number): number {
  return 0.35 + 0.65 * force
}

function openDesk(): Desk | null {
  if (typeof AudioContext === 'undefined') return null
  const context = new AudioContext({ latencyHint: 'interactive' })
  return { context, master: mixInto(context, gainOf(volume)) }
}

/** Everything goes through a gentle low-pass and a limiter: never louder than talk. */
export function mixInto(context: BaseAudioContext, level: number): GainNode {
  const master = context.createGain()
  const soft = context.createBiquadFilter()
  const limiter = context.createDynamicsCompressor()
  master.gain.value = level
  soft.type = 'lowpass'
  soft.frequency.value = 6200
  soft.Q.value = 0.5
  limiter.threshold.value = -20
  limiter.knee.value = 8
  limiter.ratio.value = 16
  limiter.attack.value = 0.002
  limiter.release.value = 0.18
  master.connect(soft).connect(limiter).connect(context.destination)
  return master
}

/** Ears hear by powers. */
export function gainOf(level: number): number {
  return level ** 1.6 * 0.5
}
