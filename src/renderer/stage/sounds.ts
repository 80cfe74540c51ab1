/** Soft plucked and wooden sounds in one key, made on the spot; a chaotic round still sounds like music. */

import type { Sound } from '../../games/view.ts'

/** C major pentatonic around middle C: any two of these tones go together. */
const scale = [261.63, 293.66, 329.63, 392, 440, 523.25, 587.33, 659.26, 783.99, 880, 1046.5]
/** The same sound again within so many milliseconds adds nothing but noise. */
const restFor: Partial<Record<Sound, number>> = {
  ...{
    step: 90,
    bump: 60,
    kick: 30,
    chat: 80,
    emote: 80,
    cheer: 120,
    hit: 50,
    coin: 45,
    shoot: 50,
    spill: 90,
  },
}
const mostVoices = 40

interface Desk {
  readonly context: AudioContext
  readonly master: GainNode
}

let desk: Desk | null = null
let volume = 0.6
let voices = 0
const lastPlayed = new Map<Sound, number>()

/** 0 to 1; 0 is silence. */
export function setVolume(level: number): void {
  volume = Math.max(0, Math.min(1, level))
  if (desk) desk.master.gain.setTargetAtTime(loudness(), desk.context.currentTime, 0.02)
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
  if (!desk || volume === 0 || desk.context.state !== 'running' || voices >= mostVoices) return
  const now = desk.context.currentTime
  const rest = (restFor[sound] ?? 40) / 1000
  if (now - (lastPlayed.get(sound) ?? -1) < rest) return
  lastPlayed.set(sound, now)
  const voice = openVoice(desk, Math.max(0, Math.min(1, strength)), Math.max(-1, Math.min(1, pan)))
  compose(sound, voice, now)
}

interface Score {
  /** A knock on wood: its pitch, its level, its seconds. */
  readonly knock?: readonly [pitch: number, level: number, length: number]
  /** Plucked one after the other: steps of the scale. */
  readonly notes?: readonly number[]
  readonly gap?: number
  readonly level?: number
  readonly length?: number
  /** Over how many steps of the scale it wanders, so that a hundred of them are a tune. */
  readonly wander?: number
}

const scores: Readonly<Record<Sound, Score>> = {
  join: { notes: [2, 5], gap: 0.1, level: 0.3 },
  leave: { notes: [3, 0], gap: 0.12, level: 0.24 },
  chat: { notes: [6], level: 0.2, length: 0.16, wander: 3 },
  emote: { notes: [4, 5], gap: 0.06, level: 0.22, wander: 5 },
  cheer: { notes: [5, 7, 8], gap: 0.05, level: 0.2, length: 0.2, wander: 3 },
  vote: { knock: [300, 0.2, 0.07], notes: [4], level: 0.26, length: 0.2, wander: 4 },
  countdown: { knock: [420, 0.4, 0.1], notes: [3], level: 0.35, length: 0.3 },
  go: { knock: [260, 0.4, 0.12], notes: [3, 5, 8], gap: 0.05, level: 0.42, length: 0.5 },
  round: { notes: [2, 4, 5], gap: 0.08, level: 0.3 },
  turn: { notes: [5, 8], gap: 0.09, level: 0.3, length: 0.26 },
  hurry: { knock: [520, 0.24, 0.06] },
  score: { notes: [3, 5, 7, 10], gap: 0.085, level: 0.4 },
  out: { notes: [4, 2, 0], gap: 0.11, level: 0.32 },
  win: { notes: [0, 3, 5, 7, 8, 10], gap: 0.1, level: 0.4 },
  step: { knock: [160, 0.06, 0.05], wander: 3 },
  bump: { knock: [200, 0.35, 0.12], wander: 4 },
  kick: { knock: [120, 0.5, 0.14], notes: [2], level: 0.28, length: 0.25, wander: 5 },
  dash: { knock: [340, 0.22, 0.18], wander: 4 },
  shoot: { knock: [640, 0.2, 0.08], notes: [7], level: 0.12, length: 0.1, wander: 4 },
  hit: { knock: [150, 0.5, 0.12], notes: [1], level: 0.24, length: 0.18, wander: 4 },
  coin: { notes: [8, 10], gap: 0.05, level: 0.22, length: 0.18, wander: 2 },
  spill: { knock: [240, 0.3, 0.1], notes: [7, 5, 4, 2], gap: 0.045, level: 0.22, length: 0.16 },
  place: { knock: [230, 0.42, 0.1], notes: [3], level: 0.2, length: 0.2, wander: 5 },
  pick: { knock: [380, 0.26, 0.06], wander: 5 },
  reveal: { knock: [180, 0.45, 0.16], notes: [0, 4, 7], level: 0.3, length: 0.4 },
}

function compose(sound: Sound, voice: Voice, at: number): void {
  const { knock: wood, notes = [], gap = 0, level = 0.3, length = 0.32, wander = 1 } = scores[sound]
  const wandered = Math.floor(at * 7.3) % wander
  if (wood) knock(voice, at, wood[0] * (1 + wandered * 0.07), wood[1], wood[2])
  notes.forEach((note, i) => {
    pluck(voice, at + i * gap, note + wandered, level, length)
  })
}

interface Voice {
  readonly context: AudioContext
  readonly out: AudioNode
  readonly strength: number
}

function openVoice({ context, master }: Desk, strength: number, pan: number): Voice {
  const out = context.createStereoPanner()
  out.pan.value = pan * 0.6
  out.connect(master)
  return { context, out, strength }
}

/** A plucked string: a round tone and a little of its octave, quickly gone. */
function pluck(voice: Voice, at: number, note: number, level: number, length: number): void {
  const pitch = scale[Math.min(note, scale.length - 1)] ?? 440
  tone(voice, 'triangle', pitch, pitch, at, level, length)
  tone(voice, 'sine', pitch * 2, pitch * 2, at, level * 0.35, length * 0.5)
}

/** A knock on wood: a tone that falls, too short to have a pitch. */
function knock(voice: Voice, at: number, pitch: number, level: number, length: number): void {
  tone(voice, 'sine', pitch * 1.9, pitch, at, level, length)
  tone(voice, 'triangle', pitch * 4.1, pitch * 2.4, at, level * 0.3, length * 0.4)
}

function tone(
  { context, out, strength }: Voice,
  type: OscillatorType,
  from: number,
  to: number,
  at: number,
  level: number,
  length: number,
): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.type = type
  oscillator.frequency.setValueAtTime(from, at)
  if (to !== from) oscillator.frequency.exponentialRampToValueAtTime(to, at + length * 0.5)
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(level * (0.35 + 0.65 * strength), at + 0.004)
  gain.gain.exponentialRampToValueAtTime(0.0005, at + length)
  oscillator.connect(gain).connect(out)
  oscillator.start(at)
  oscillator.stop(at + length + 0.02)
  voices++
  oscillator.onended = () => {
    voices--
    gain.disconnect()
  }
}

/** Everything goes through a gentle low-pass and a limiter: never louder than talk. */
function openDesk(): Desk | null {
  if (typeof AudioContext === 'undefined') return null
  const context = new AudioContext({ latencyHint: 'interactive' })
  const master = context.createGain()
  const soft = context.createBiquadFilter()
  const limiter = context.createDynamicsCompressor()
  master.gain.value = loudness()
  soft.type = 'lowpass'
  soft.frequency.value = 4200
  limiter.threshold.value = -20
  limiter.knee.value = 8
  limiter.ratio.value = 16
  limiter.attack.value = 0.002
  limiter.release.value = 0.18
  master.connect(soft).connect(limiter).connect(context.destination)
  return { context, master }
}

/** Ears hear by powers. */
function loudness(): number {
  return volume ** 1.6 * 0.5
}
