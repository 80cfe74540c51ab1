/** What the sounds are made of: struck wood, plucked strings, tines of a thumb piano, a drum, a brush, a knock. */

/** One stroke of one instrument. Levels from 0 to 1, times in seconds. */
export type Stroke =
  /** Something with a pitch: a step of the scale. */
  | {
      readonly on: 'wood' | 'string' | 'tine'
      readonly note: number
      readonly at?: number
      readonly level: number
      readonly length: number
    }
  /** A soft drum or a knock on wood: its pitch in Hz, which falls as it fades. */
  | {
      readonly on: 'drum' | 'knock'
      readonly pitch: number
      readonly at?: number
      readonly level: number
      readonly length: number
    }
  /** A brush that goes over the skin, from one pitch in Hz to another. */
  | {
      readonly on: 'brush'
      readonly from: number
      readonly to: number
      readonly at?: number
      readonly level: number
      readonly length: number
    }

/** Where strokes are played: the desk's channel, and when. */
export interface Channel {
  readonly context: BaseAudioContext
  readonly out: AudioNode
  readonly at: number
}

/** C major without what could clash: any two of these tones go together. */
const steps = [0, 2, 4, 7, 9]
const lowest = 261.63

/** The pitch of a step in Hz; five make an octave. */
export function pitchOf(note: number): number {
  const octave = Math.floor(note / steps.length)
  const step = steps[((note % steps.length) + steps.length) % steps.length] ?? 0
  return lowest * 2 ** (octave + step / 12)
}

/** The overtones of a bar, a string and a tine: how high, how loud and how long, beside the tone itself. */
const overtones = {
  wood: [
    [1, 1, 1],
    [3.93, 0.34, 0.28],
    [9.2, 0.1, 0.1],
  ],
  string: [
    [1, 1, 1],
    [2.003, 0.42, 0.6],
    [3.01, 0.2, 0.36],
    [4.02, 0.1, 0.22],
  ],
  tine: [
    [1, 1, 1],
    [2.0, 0.16, 0.5],
    [5.42, 0.16, 0.16],
  ],
} as const

export function play(channel: Channel, stroke: Stroke): void {
  const at = channel.at + (stroke.at ?? 0)
  const { level, length } = stroke
  switch (stroke.on) {
    case 'wood':
    case 'string':
    case 'tine': {
      const pitch = pitchOf(stroke.note)
      for (const [high, loud, long] of overtones[stroke.on])
        tone(channel, 'sine', [pitch * high, pitch * high], at, level * loud, length * long)
      if (stroke.on !== 'tine') hiss(channel, [pitch * 4, pitch * 3], at, level * 0.16, 0.018)
      return
    }
    case 'drum':
      tone(channel, 'sine', [stroke.pitch * 2.2, stroke.pitch], at, level, length)
      hiss(channel, [900, 300], at, level * 0.4, 0.03)
      return
    case 'knock':
      tone(channel, 'sine', [stroke.pitch * 1.7, stroke.pitch], at, level, length)
      tone(channel, 'triangle', [stroke.pitch * 4.1, stroke.pitch * 2.6], at, level * 0.32, length * 0.4)
      hiss(channel, [3000, 1500], at, level * 0.3, 0.012)
      return
    case 'brush':
      hiss(channel, [stroke.from, stroke.to], at, level, length, length * 0.35)
  }
}

/** How long a stroke sounds from the beginning of its sound, in seconds. */
export function endOf({ at = 0, length }: Stroke): number {
  return at + length + 0.03
}

type Way = readonly [from: number, to: number]

/** As good as silent. */
const silence = 0.0004

function tone(
  channel: Channel,
  type: OscillatorType,
  [from, to]: Way,
  at: number,
  level: number,
  length: number,
): void {
  const { context } = channel
  const oscillator = context.createOscillator()
  oscillator.type = type
  oscillator.frequency.setValueAtTime(from, at)
  if (to !== from) oscillator.frequency.exponentialRampToValueAtTime(to, at + length * 0.4)
  through(channel, oscillator, at, level, length, 0.003)
}

/** A puff of noise around a pitch that may wander. */
function hiss(
  channel: Channel,
  [from, to]: Way,
  at: number,
  level: number,
  length: number,
  swell = 0.002,
): void {
  const { context } = channel
  const source = context.createBufferSource()
  const band = context.createBiquadFilter()
  source.buffer = noiseOf(context)
  band.type = 'bandpass'
  band.Q.value = 1.1
  band.frequency.setValueAtTime(from, at)
  band.frequency.exponentialRampToValueAtTime(to, at + length)
  source.connect(band)
  through(channel, source, at, level, length, swell, band)
}

function through(
  { context, out }: Channel,
  source: AudioScheduledSourceNode,
  at: number,
  level: number,
  length: number,
  swell: number,
  last: AudioNode = source,
): void {
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(level, at + swell)
  gain.gain.exponentialRampToValueAtTime(silence, at + Math.max(swell * 1.1, length))
  last.connect(gain).connect(out)
  source.start(at)
  source.stop(at + length + 0.02)
  source.onended = () => gain.disconnect()
}

const noises = new WeakMap<BaseAudioContext, AudioBuffer>()

/** The same half second of noise for everyone. */
function noiseOf(context: BaseAudioContext): AudioBuffer {
  let noise = noises.get(context)
  if (!noise) {
    noise = context.createBuffer(1, Math.ceil(context.sampleRate / 2), context.sampleRate)
    const samples = noise.getChannelData(0)
    let chance = 22222
    for (let i = 0; i < samples.length; i++) {
      chance = (chance * 16807) % 2147483647
      samples[i] = chance / 1073741823.5 - 1
    }
    noises.set(context, noise)
  }
  return noise
}
