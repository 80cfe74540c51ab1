/** Signing by environment: all, nothing said plainly, or a half refused by the name of what is missing. */

import { describe, expect, test } from 'vitest'
import { environmentFor, SigningError, signingOf } from '../../src/cli/signing.ts'

const certificate = { CSC_LINK: 'developer.p12', CSC_KEY_PASSWORD: 'secret' }
const key = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'issuer' }
const account = { APPLE_ID: 'a@example', APPLE_APP_SPECIFIC_PASSWORD: 'secret', APPLE_TEAM_ID: 'T' }

describe('what is absent is said', () => {
  test.each([
    ['linux', 'Linux: there is nothing to sign.'],
    ['win', 'Windows: not signed: WIN_CSC_LINK is not set.'],
    ['mac', 'macOS: neither signed nor notarised: CSC_LINK is not set.'],
  ] as const)('for %s', (system, line) => {
    expect(signingOf(system, {}, true).line).toBe(line)
  })

  test('a setting that a missing secret left empty is absent', () => {
    expect(signingOf('win', { WIN_CSC_LINK: '', WIN_CSC_KEY_PASSWORD: ' ' }, false)).toEqual(
      signingOf('win', {}, false),
    )
    expect(environmentFor('win', { WIN_CSC_LINK: '', PATH: '' })).toEqual({ PATH: '' })
  })

  test('an unsigned app on a Mac is signed by nobody, or no Apple processor would start it', () => {
    expect(signingOf('mac', {}, true).settings).toEqual({
      'mac.identity': 'null',
      'mac.notarize': 'false',
      'electronFuses.resetAdHocDarwinSignature': 'true',
    })
    expect(signingOf('mac', {}, false).settings).not.toHaveProperty('electronFuses.resetAdHocDarwinSignature')
  })

  test('a certificate without notarising signs, and says what is absent', () => {
    const signing = signingOf('mac', certificate, true)
    expect(signing.line).toBe('macOS: signed with CSC_LINK; not notarised: APPLE_API_KEY is not set.')
    expect(signing.settings).toMatchObject({ 'mac.notarize': 'false' })
  })

  test('elsewhere than on a Mac nothing is signed for one', () => {
    expect(signingOf('mac', { ...certificate, ...key }, false).line).toBe(
      'macOS: neither signed nor notarised: only a Mac can.',
    )
  })
})

describe('what is there is demanded', () => {
  test('of Windows', () => {
    const signing = signingOf('win', { WIN_CSC_LINK: 'a.pfx', WIN_CSC_KEY_PASSWORD: 'secret' }, false)
    expect(signing).toEqual({
      line: 'Windows: signed with WIN_CSC_LINK.',
      settings: { forceCodeSigning: 'true' },
    })
  })

  test.each([
    ['APPLE_API_KEY', key],
    ['APPLE_ID', account],
    ['APPLE_KEYCHAIN_PROFILE', { APPLE_KEYCHAIN_PROFILE: 'romp' }],
  ])('of macOS, with %s', (name, settings) => {
    const signing = signingOf('mac', { ...certificate, ...settings }, true)
    expect(signing.line).toBe(`macOS: signed with CSC_LINK, notarised with ${name}.`)
    expect(signing.settings).toEqual({ forceCodeSigning: 'true', 'mac.notarize': 'true' })
  })

  test('of a Mac whose keychain has the certificate', () => {
    expect(signingOf('mac', { CSC_NAME: 'Romp', ...key }, true).line).toBe(
      'macOS: signed with CSC_NAME, notarised with APPLE_API_KEY.',
    )
  })

  test('one system’s certificate never signs for the other', () => {
    const all = { ...certificate, WIN_CSC_LINK: 'a.pfx', PATH: '/bin' }
    expect(environmentFor('win', all)).toEqual({ WIN_CSC_LINK: 'a.pfx', PATH: '/bin' })
    expect(environmentFor('mac', all)).toEqual({ ...certificate, PATH: '/bin' })
    expect(signingOf('win', certificate, false).line).toBe('Windows: not signed: WIN_CSC_LINK is not set.')
  })
})

describe('a half is refused by the name of what is missing', () => {
  test.each([
    ['win', { WIN_CSC_LINK: 'a.pfx' }, 'Windows: WIN_CSC_LINK is set, but WIN_CSC_KEY_PASSWORD is not.'],
    [
      'win',
      { WIN_CSC_KEY_PASSWORD: 'secret' },
      'Windows: WIN_CSC_KEY_PASSWORD is set, but WIN_CSC_LINK is not.',
    ],
    ['mac', { CSC_LINK: 'a.p12' }, 'macOS: CSC_LINK is set, but CSC_KEY_PASSWORD is not.'],
    [
      'mac',
      { ...certificate, ...key, APPLE_API_ISSUER: '' },
      'macOS: APPLE_API_KEY is set, but APPLE_API_ISSUER is not.',
    ],
    [
      'mac',
      { ...certificate, APPLE_TEAM_ID: 'T' },
      'macOS: APPLE_TEAM_ID is set, but APPLE_ID and APPLE_APP_SPECIFIC_PASSWORD are not.',
    ],
    [
      'mac',
      key,
      'macOS: APPLE_API_KEY is set, but what is not signed is not notarised: CSC_LINK is not set.',
    ],
    [
      'mac',
      { ...certificate, ...key, ...account },
      'macOS: APPLE_API_KEY and APPLE_ID are both set: it takes one of them.',
    ],
  ] as const)('for %s with %o', (system, environment, message) => {
    expect(() => signingOf(system, environment, true)).toThrow(new SigningError(message))
  })
})
