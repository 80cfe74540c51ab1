/** Names and lines: what may be shown, and what is taken out of them. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { appearance, randomAppearance } from '../../src/protocol/appearance.ts'
import { clientContents } from '../../src/protocol/messages.ts'
import { passwordKey, passwordProof, sameProof } from '../../src/protocol/password.ts'
import { closeCodes, isFinal, reasonOf, reasons } from '../../src/protocol/reasons.ts'
import { cleanLine, lengthOf } from '../../src/protocol/text.ts'
import { tokenAt } from '../../src/protocol/token.ts'
import { version } from '../../src/protocol/version.ts'

describe('TEXT', () => {
  it.each([
    ['  Anna   Müller \n', 'Anna Müller'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['zero\u200bwidth\u2066x\u2069', 'zerowidthx'],
    ['bell\u0007 null\u0000', 'bell null'],
    ['e\u0301', 'é'],
    ['z\u0335\u0336\u0337\u0338\u0339', 'z\u0335\u0336'],
    ['👩‍🚀 and 👍🏽', '👩‍🚀 and 👍🏽'],
    ['a\u200db', 'ab'],
    ['\u3164', ''],
    ['\u2800', ''],
    ['\ufe0f\u034f\u17b4\u180b\u{e0100}', ''],
    ['\u{1d159}', ''],
    ['\u0301\u0302', ''],
    ['a \u200b \u200b b', 'a b'],
    ['e\u200b\u0301', 'é'],
    ['1\ufe0f', '1'],
    ['❤\ufe0f 🏳\ufe0f\u200d🌈', '❤\ufe0f 🏳\ufe0f\u200d🌈'],
    // Letters and symbols by their category, and blank all the same.
    ['\u{13441}\u{13442}', ''],
    ['\ufffc', ''],
    ['<b>bold</b>', '<b>bold</b>'],
  ])('%j becomes %j', (typed, shown) => {
    expect(cleanLine(typed, 40)).toBe(shown)
  })

  // What takes a text apart and puts it together: such characters meet seldom where all of Unicode is drawn from.
  const awkward = fc.constantFrom(
    ...[
      'a',
      'e',
      ' ',
      '1',
      '👩',
      '🚀',
      '🏽',
      '❤',
      '🏴',
      '🇩',
      '\u00a0',
      '\u200b',
      '\u200d',
      '\ufe0f',
      '\u034f',
    ],
    ...['\u0301', '\u0302', '\u0327', '\u0335', '\u0345', '\u20e3', '\u3099', '\u093c', '\u0958', '\u0f73'],
    ...['\u1100', '\u1161', '\u11a8', '\u115f', '\u3164', '\u2800', '\u{e0067}', '\u{1d15e}', '\ud800'],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: awkward, maxLength: 24 }),
  )

  it('is never longer than asked, never changed by being cleaned again, and never hides anything', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 30 }), (text, length) => {
        const clean = cleanLine(text, length)
        expect(lengthOf(clean)).toBeLessThanOrEqual(length)
        expect(cleanLine(clean, length)).toBe(clean)
        expect(clean.normalize('NFC')).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]|\s\s|^\s|\s$/u)
        if (clean !== '') expect(clean).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
      }),
      { numRuns: 5000 },
    )
  })

  it('holds for every character there is, alone and among others', () => {
    const wrong: string[] = []
    for (let code = 0; code <= 0xe0fff; code++) {
      // Ideographs, and planes that nothing is in yet; beyond the end is what everyone makes up for themselves.
      if (code === 0x20000) code = 0xe0000
      const one = String.fromCodePoint(code)
      const alone = cleanLine(one, 40)
      if (alone !== '' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(alone)) wrong.push(`U+${code.toString(16)} alone`)
      for (const text of [one, `e${one}\u0301`]) {
        const clean = cleanLine(text, 40)
        if (clean !== clean.normalize('NFC') || clean !== cleanLine(clean, 40))
          wrong.push(`U+${code.toString(16)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('everyone begins as somebody sensible', () => {
    for (let i = 0; i < 50; i++) {
      const somebody = randomAppearance(Math.random)
      expect(appearance.parse(somebody)).toEqual(somebody)
    }
  })
})

describe('JOIN-2 the proof of a password', () => {
  it('fits one password, host and challenge alone', () => {
    const proof = (password: string, host: string, challenge: string) =>
      passwordProof(passwordKey(password, host), challenge.repeat(32))
    const right = proof('sésame', 'host-one', 'ab')
    expect(right).toMatch(/^[0-9a-f]{64}$/)
    // The same letters, composed otherwise.
    expect(sameProof(proof('se\u0301same', 'host-one', 'ab'), right)).toBe(true)
    expect(sameProof(proof('sesame', 'host-one', 'ab'), right)).toBe(false)
    expect(sameProof(proof('sésame', 'host-two', 'ab'), right)).toBe(false)
    expect(sameProof(proof('sésame', 'host-one', 'cd'), right)).toBe(false)
    expect(sameProof('', right)).toBe(false)
  })
})

describe('JOIN-1 the token of a device', () => {
  it('is another one for every address, and the same for the same', () => {
    const at = (host: string, port = 8765, secret = 'secret-of-this-device') =>
      tokenAt(secret, { host, port })
    expect(clientContents.join.shape.token.safeParse(at('10.0.0.1')).success).toBe(true)
    expect(at('10.0.0.1')).toBe(at('10.0.0.1'))
    const others = [
      at('10.0.0.2'),
      at('10.0.0.1', 8766),
      at('fd00::1'),
      at('localhost'),
      at('10.0.0.1', 8765, 'x'),
    ]
    expect(new Set([at('10.0.0.1'), ...others]).size).toBe(6)
    expect(at('127.0.0.1', 9000)).not.toBe(at('127.0.0.1'))
  })
})

describe('reasons', () => {
  it('each has a close code of its own that leads back to it', () => {
    expect(new Set(Object.values(closeCodes)).size).toBe(reasons.length)
    for (const reason of reasons) expect(reasonOf(closeCodes[reason])).toBe(reason)
    expect(reasonOf(1006)).toBeNull()
    expect(isFinal('host-stopped')).toBe(true)
    expect(isFinal('silent')).toBe(false)
  })
})

describe('the version', () => {
  it('is the same in the protocol and the package', () => {
    expect(version).toBe(packageJson.version)
  })
})
