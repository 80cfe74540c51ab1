/** Runs in the browser: plays every sound into the void, through the same desk as on the stage, and measures it. */

import { type Sound, sounds } from '../src/games/view.ts'
import { gainOf, mixInto, perform } from '../src/renderer/stage/sounds.ts'

/** How one sound came out at full strength and volume. */
export interface Measured {
  sound: Sound
  /** dB below full scale. */
  peak: number
  /** The loudest fifth of a second as ears weigh it (BS.1770), in dB below full scale. */
  loudness: number
  /** Seconds until it is 50 dB below its peak. */
  length: number
  /** Where the middle of its spectrum lies, in Hz. */
  centroid: number
}

declare global {
  interface Window {
    measureSounds(): Promise<Measured[]>
    /** The peak in dB of `count` sounds of all kinds within one second. */
    measureCrowd(count: number): Promise<number>
  }
}

const rate = 48_000
const decibel = (share: number) => 20 * Math.log10(Math.max(1e-7, share))

window.measureSounds = async () => {
  const measured: Measured[] = []
  for (const sound of sounds) measured.push(measure(sound, await render(2.6, [{ sound, at: 0 }])))
  return measured
}

window.measureCrowd = async (count) => {
  const crowd = Array.from({ length: count }, (_, i) => ({
    sound: sounds[i % sounds.length] ?? 'bump',
    at: i / count,
  }))
  return decibel(peakOf(await render(3, crowd)))
}

async function render(seconds: number, played: { sound: Sound; at: number }[]): Promise<Float32Array> {
  const context = new OfflineAudioContext(2, rate * seconds, rate)
  const out = mixInto(context, gainOf(1))
  // The limiter looks ahead, and begins with silence.
  for (const { sound, at } of played) perform({ context, out, at: at + 0.05 }, sound, { force: 1, turn: 0 })
  return (await context.startRendering()).getChannelData(0)
}

function measure(sound: Sound, samples: Float32Array): Measured {
  const peak = peakOf(samples)
  let last = 0
  samples.forEach((sample, i) => {
    if (Math.abs(sample) > peak * 10 ** (-50 / 20)) last = i
  })
  return {
    sound,
    peak: decibel(peak),
    loudness: loudestOf(weighed(samples)),
    length: last / rate - 0.05,
    centroid: centroidOf(samples),
  }
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
}

/** The two filters of ITU-R BS.1770, for 48 kHz. */
const filters = [
  { b: [1.53512485958697, -2.69169618940638, 1.19839281085285], a: [-1.69065929318241, 0.73248077421585] },
  { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] },
] as const

function weighed(samples: Float32Array): Float32Array {
  return filters.reduce((heard, { b, a }) => {
    let [x1, x2, y1, y2] = [0, 0, 0, 0]
    return heard.map((x) => {
      const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2
      ;[x2, x1, y2, y1] = [x1, x, y1, y]
      return y
    })
  }, samples)
}

/** The loudest fifth of a second, of two channels that are alike. */
function loudestOf(samples: Float32Array): number {
  const window = rate / 5
  let power = 0
  let most = 0
  samples.forEach((sample, i) => {
    power += sample * sample - (samples[i - window] ?? 0) ** 2
    most = Math.max(most, power)
  })
  return -0.691 + 10 * Math.log10(Math.max(1e-12, (2 * most) / window))
}

/** By power, over the first third of a second. */
function centroidOf(samples: Float32Array): number {
  const size = 16_384
  const re = Float64Array.from(samples.subarray(2400, 2400 + size))
  const im = new Float64Array(size)
  transform(re, im)
  let sum = 0
  let all = 0
  for (let i = 1; i < size / 2; i++) {
    const power = (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2
    sum += (power * i * rate) / size
    all += power
  }
  return all > 0 ? sum / all : 0
}

/** Fourier's transform in place, of a power of two of values. */
function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length
  if (size < 2) return
  const half = size / 2
  const even = { re: new Float64Array(half), im: new Float64Array(half) }
  const odd = { re: new Float64Array(half), im: new Float64Array(half) }
  for (let i = 0; i < half; i++) {
    even.re[i] = re[i * 2] ?? 0
    even.im[i] = im[i * 2] ?? 0
    odd.re[i] = re[i * 2 + 1] ?? 0
    odd.im[i] = im[i * 2 + 1] ?? 0
  }
  transform(even.re, even.im)
  transform(odd.re, odd.im)
  for (let i = 0; i < half; i++) {
    const [cos, sin] = [Math.cos((-2 * Math.PI * i) / size), Math.sin((-2 * Math.PI * i) / size)]
    const [oddRe, oddIm] = [odd.re[i] ?? 0, odd.im[i] ?? 0]
    const turnedRe = cos * oddRe - sin * oddIm
    const turnedIm = sin * oddRe + cos * oddIm
    re[i] = (even.re[i] ?? 0) + turnedRe
    im[i] = (even.im[i] ?? 0) + turnedIm
    re[i + half] = (even.re[i] ?? 0) - turnedRe
    im[i + half] = (even.im[i] ?? 0) - turnedIm
  }
}
