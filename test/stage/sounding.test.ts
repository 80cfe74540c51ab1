import { describe, expect, it } from 'vitest'
import { sounds } from '../../src/games/view.ts'
import { knocks, Rumble } from '../../src/renderer/stage/rumble.ts'
import { pitchOf } from '../../src/renderer/stage/sound-instruments.ts'
import { scores } from '../../src/renderer/stage/sound-scores.ts'
import { Voices } from '../../src/renderer/stage/sound-voices.ts'

describe('the sounds', () => {
  it('are all in one key, whatever they wander to', () => {
    const key = [0, 2, 4, 7, 9]
    for (const sound of sounds) {
      const { strokes, wander = 1 } = scores[sound]
      for (const stroke of strokes) {
        if (!('note' in stroke)) continue
        for (let step = 0; step < wander; step++) {
          const half = Math.round(12 * Math.log2(pitchOf(stroke.note + step) / pitchOf(0)))
          expect(key, sound).toContain(((half % 12) + 12) % 12)
        }
      }
    }
  })

  it('are over soon: only a victory may last', () => {
    for (const sound of sounds) {
      const length = Math.max(...scores[sound].strokes.map(({ at = 0, length: long }) => at + long))
      expect(length, sound).toBeLessThan(sound === 'win' ? 2 : 1.1)
    }
  })
})

describe('voices', () => {
  const voice = (weight: number, ends: number, hushed: number[] = []) => ({
    weight,
    ends,
    hush: () => void hushed.push(weight),
  })

  it('make room for what is new and loud, and the faintest gives way', () => {
    const hushed: number[] = []
    const voices = new Voices(3)
    for (const weight of [0.5, 0.2, 0.9]) {
      expect(voices.admit(weight, 0)).toBe(true)
      voices.add(voice(weight, 1, hushed))
    }
    expect(voices.admit(0.1, 0)).toBe(false)
    expect(hushed).toEqual([])
    expect(voices.admit(0.4, 0)).toBe(true)
    expect(hushed).toEqual([0.2])
    expect(voices.count).toBe(2)
  })

  it('count what is nearly over as faint, and what is over not at all', () => {
    const hushed: number[] = []
    const voices = new Voices(2)
    voices.add(voice(0.9, 1, hushed))
    voices.add(voice(0.5, 5, hushed))
    expect(voices.admit(0.3, 0.95)).toBe(true)
    expect(hushed).toEqual([0.9])
    voices.add(voice(0.3, 5, hushed))
    expect(voices.admit(0.1, 6)).toBe(true)
    expect(voices.count).toBe(0)
  })
})

describe('rumble', () => {
  function hands(pads: unknown[], touched = true) {
    const felt: string[] = []
    const navigator = {
      getGamepads: () => pads,
      userActivation: { hasBeenActive: touched },
      vibrate: (length: number) => void felt.push(`phone ${length}`),
    }
    return { rumble: new Rumble({ navigator: navigator as unknown as Navigator }), felt }
  }

  it('is felt on a pad that can, else on a phone that was touched', () => {
    const { rumble, felt } = hands([null, { connected: true, vibrationActuator: null }])
    rumble.knock(knocks.out, 0)
    expect(felt).toEqual(['phone 320'])
    const effects: unknown[] = []
    const actuator = {
      playEffect: (kind: string, effect: unknown) => {
        effects.push([kind, effect])
        return Promise.resolve('complete')
      },
    }
    const withPad = hands([{ connected: true, vibrationActuator: actuator }])
    withPad.rumble.knock(knocks.hit, 0)
    expect(withPad.felt).toEqual([])
    expect(effects).toMatchObject([['dual-rumble', { duration: 130, strongMagnitude: 0.7 }]])
    const untouched = hands([], false)
    untouched.rumble.knock(knocks.out, 0)
    expect(untouched.felt).toEqual([])
  })

  it('does not buzz all the time, and being out comes through', () => {
    const { rumble, felt } = hands([])
    for (let now = 0; now < 170; now += 10) rumble.knock(knocks.bump, now)
    expect(felt).toHaveLength(1)
    rumble.knock(knocks.out, 175)
    expect(felt).toHaveLength(2)
  })
})
