/** Which release is the newer one. */

import { describe, expect, it } from 'vitest'
import { ageOf, versionText } from '../../src/protocol/versions.ts'

/** Each is older than the next one: the order of semver.org, section 11, and what people get wrong. */
const inOrder = [
  '0.1.0-alpha',
  '0.1.0-alpha.1',
  '0.1.0-alpha.beta',
  '0.1.0-beta',
  '0.1.0-beta.2',
  '0.1.0-beta.11',
  '0.1.0-rc.1',
  '0.1.0',
  '0.1.9',
  '0.1.10',
  '0.9.1',
  '0.10.0',
  '1.0.0',
  '10.0.0',
]

describe('a version', () => {
  it('is older than every later one, and they are newer than it', () => {
    for (const [i, one] of inOrder.entries()) {
      expect(ageOf(one, one)).toBe('same')
      for (const later of inOrder.slice(i + 1)) {
        expect([one, later, ageOf(one, later)]).toEqual([one, later, 'older'])
        expect([later, one, ageOf(later, one)]).toEqual([later, one, 'newer'])
      }
    }
  })

  it('is the same whatever it was built from', () => {
    expect(ageOf('1.2.3+linux.5', '1.2.3')).toBe('same')
  })

  it.each([
    '',
    'v1.2.3',
    '1.2',
    '1.2.3.4',
    '01.2.3',
    '1.2.3-',
    '1.2.3-01',
    '1.2.3-a..b',
    '1.2.-3',
    '1.2.3 ',
    '1.2.3\n',
    '1.2.9999999999',
    '１.2.3',
    '1.2.3-<b>',
    `1.2.3-${'a'.repeat(40)}`,
    '.'.repeat(100_000),
  ])('is unknown where it is none: %j', (nonsense) => {
    expect(ageOf(nonsense, '1.0.0')).toBe('unknown')
    expect(ageOf('1.0.0', nonsense)).toBe('unknown')
    expect(versionText(nonsense)).toBeNull()
  })

  it('is shown as it stands where it is one', () => {
    expect(versionText('0.2.0-beta.1')).toBe('0.2.0-beta.1')
  })
})
