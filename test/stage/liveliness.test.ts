import { describe, expect, it } from 'vitest'
import { Ease } from '../../src/renderer/stage/ease.ts'
import { Liveliness, type Mind } from '../../src/renderer/stage/liveliness.ts'
import { Speech } from '../../src/renderer/stage/speech.ts'

const awake: Mind = { asleep: false, attention: null }

function live(life: Liveliness, from: number, seconds: number, vx: number, mind = awake, still = false) {
  const seen: { lean: number; squash: number; open: number; gazeX: number }[] = []
  for (let time = from; time < from + seconds; time += 1 / 60) {
    life.live(time, vx, 0, mind, still)
    const { lean, squash, open, gazeX } = life
    seen.push({ lean, squash, open, gazeX })
  }
  return seen
}

describe('a character', () => {
  it('leans into its run, looks where it goes, and stands upright afterwards', () => {
    const life = new Liveliness(1, 0)
    const running = live(life, 0, 1, 320).at(-1)!
    expect(running.lean).toBeGreaterThan(0.1)
    expect(running.gazeX).toBeGreaterThan(0.7)
    expect(Math.abs(live(life, 1, 2, 0).at(-1)!.lean)).toBeLessThan(0.01)
  })

  it('squashes when it is stopped, and springs back', () => {
    const life = new Liveliness(1, 0)
    live(life, 0, 1, 320)
    const stopped = live(life, 1, 2, 0)
    expect(Math.max(...stopped.map(({ squash }) => squash))).toBeGreaterThan(0.08)
    expect(Math.abs(stopped.at(-1)!.squash)).toBeLessThan(0.01)
  })

  it('blinks now and then, and not all at the same time', () => {
    const blinks = [1, 2, 3].map((seed) => {
      const open = live(new Liveliness(seed, 0), 0, 12, 0).map((frame) => frame.open < 0.5)
      return open.flatMap((shut, i) => (shut && !open[i - 1] ? [i] : []))
    })
    for (const times of blinks) {
      expect(times.length).toBeGreaterThan(1)
      expect(times.length).toBeLessThan(16)
    }
    expect(new Set(blinks.map((times) => times.join())).size).toBe(3)
  })

  it('shuts its eyes in its sleep, and looks at what holds its attention', () => {
    const life = new Liveliness(1, 0)
    expect(live(life, 0, 3, 0, { asleep: true, attention: null }).at(-1)!.open).toBe(0)
    const looking = live(life, 3, 3, 0, { asleep: false, attention: { x: -300, y: 0 } }).at(-1)!
    expect(looking.gazeX).toBeLessThan(-0.8)
  })

  it('neither leans nor squashes where motion is unwelcome', () => {
    const life = new Liveliness(1, 0)
    const frames = [...live(life, 0, 1, 320, awake, true), ...live(life, 1, 1, 0, awake, true)]
    for (const { lean, squash } of frames) expect([lean, squash]).toEqual([0, 0])
  })
})

describe('speech', () => {
  const said = (seat: number, text: string) =>
    ({ type: 'line', line: { kind: 'said', id: seat, seat, name: 'x', colour: 'sun', text } }) as const

  it('stays over its speaker long enough to read, and everyone looks at who spoke last', () => {
    const speech = new Speech()
    speech.hear(said(1, 'hi'), 0)
    speech.hear(said(2, 'a much longer line that takes a while to read'), 0.5)
    expect(speech.speaker).toBe(2)
    speech.pass(2)
    expect([speech.bubble(1)?.text, speech.bubble(2)?.text]).toEqual([
      'hi',
      expect.stringContaining('longer'),
    ])
    speech.pass(4)
    expect(speech.bubble(1)).toBeNull()
    expect(speech.bubble(2)).not.toBeNull()
    speech.pass(60)
    expect([speech.bubble(2), speech.speaker]).toEqual([null, null])
  })

  it('shows joins and leaves to nobody’s head', () => {
    const speech = new Speech()
    speech.hear({ type: 'line', line: { kind: 'joined', id: 1, seat: 3, name: 'x', colour: 'sun' } }, 0)
    expect([speech.bubble(3), speech.speaker]).toEqual([null, null])
  })
})

describe('a slow machine', () => {
  const frames = (ease: Ease, count: number, gap: number, from = 0) => {
    for (let i = 0; i < count; i++) ease.frame(from + i * gap)
  }

  it('is asked for fewer pixels, but never for a blur; a quick one keeps them all', () => {
    const quick = new Ease()
    frames(quick, 1000, 16.7)
    expect(quick.share).toBe(1)
    const slow = new Ease()
    frames(slow, 2000, 60)
    expect(slow.share).toBe(0.5)
  })

  it('is not mistaken for a page that was hidden', () => {
    const ease = new Ease()
    frames(ease, 500, 1000)
    expect(ease.share).toBe(1)
  })
})
