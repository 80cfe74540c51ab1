import { describe, expect, it } from 'vitest'
import type { Mood } from '../../src/games/view.ts'
import { colours } from '../../src/protocol/appearance.ts'
import { blend, inks, playerColours } from '../../src/renderer/stage/palette.ts'

type Triple = [number, number, number]

/** Machado, Oliveira and Fernandes 2009, at full severity, on linear RGB. */
const eyes: Record<string, readonly number[]> = {
  'all colours': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}
/** Ten times what is just noticeable, in OKLab. */
const clearlyApart = 0.08
const moods: Mood[] = ['day', 'dusk']

describe('the palette', () => {
  for (const mood of moods) {
    for (const [eye, matrix] of Object.entries(eyes)) {
      it(`keeps any two of the twelve players apart for ${eye} (${mood})`, () => {
        const seen = colours.map((colour) => okLab(seenBy(matrix, linear(playerColours[mood][colour]))))
        let nearest = { distance: 1, pair: '' }
        seen.forEach((a, i) => {
          seen.slice(0, i).forEach((b, j) => {
            const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
            if (distance < nearest.distance) nearest = { distance, pair: `${colours[i]} and ${colours[j]}` }
          })
        })
        expect(nearest.distance, nearest.pair).toBeGreaterThan(clearlyApart)
      })
    }

    it(`writes with at least AA contrast on its surface (${mood})`, () => {
      for (const token of ['ink', 'quiet', 'accent', 'good', 'danger', 'warning'] as const) {
        expect(contrast(inks[mood][token], inks[mood].surface), token).toBeGreaterThanOrEqual(4.5)
      }
    })
  }

  it('blends from one colour to the other', () => {
    expect(blend('#000000', '#ffffff', 0)).toBe('#000000')
    expect(blend('#000000', '#ffffff', 1)).toBe('#ffffff')
    expect(blend('#102030', '#304050', 0.5)).toBe('#203040')
  })
})

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function seenBy(matrix: readonly number[], [r, g, b]: Triple): Triple {
  return [0, 3, 6].map((row) =>
    Math.min(1, Math.max(0, matrix[row]! * r + matrix[row + 1]! * g + matrix[row + 2]! * b)),
  ) as Triple
}

function okLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function contrast(a: string, b: string): number {
  const [light, dark] = [a, b]
    .map(linear)
    .map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl)
    .sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
