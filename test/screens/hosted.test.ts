/** The party that this app hosts: dialled at home with its own token, whichever way its player chose it. */

import { describe, expect, it } from 'vitest'
import type { HostedParty } from '../../src/platform/platform.ts'
import { approach, targetOf } from '../../src/renderer/session/hosted.ts'

const hosted: HostedParty = {
  ...{ hostId: 'own-host', room: 'party', name: 'Den', locked: false, port: 8766, players: 1, guests: [] },
  operatorToken: 'o'.repeat(22),
  own: { host: '127.0.0.1', port: 8766, room: null },
  invitations: [{ url: 'http://10.0.0.7:8766/', address: '10.0.0.7', port: 8766, network: 'eth0' }],
}
const at = (host: string, port = 8766, room: string | null = null) => ({ host, port, room })
const advert = { hostId: 'own-host', room: 'party', own: true, at: { address: '10.0.0.8', port: 8766 } }

describe('the way to the own party', () => {
  it.each([at('127.0.0.1'), at('localhost'), at('10.0.0.7'), at('10.0.0.7', 8766, 'party')])(
    'leads home from %j, with its controls',
    (target) => {
      expect(approach(target, hosted)).toEqual({ target: hosted.own, operatorToken: hosted.operatorToken })
    },
  )

  it('is taken from the list as well, whatever address stands there', () => {
    expect(targetOf(advert, hosted)).toEqual(hosted.own)
  })
})

describe('the way to any other party', () => {
  it.each([at('10.0.0.8'), at('10.0.0.7', 8765), at('127.0.0.1', 9000), at('10.0.0.7', 8766, 'blue')])(
    'to %j never carries the token of the own one',
    (target) => {
      expect(approach(target, hosted)).toEqual({ target, operatorToken: null })
    },
  )

  it('carries none once the own party is over', () => {
    expect(approach(hosted.own, null)).toEqual({ target: hosted.own, operatorToken: null })
  })

  it('is the address in the list, which others may have put there', () => {
    const there = at('10.0.0.8', 8766, 'party')
    expect(targetOf({ ...advert, own: false }, hosted)).toEqual(there)
    expect(targetOf({ ...advert, hostId: 'another' }, hosted)).toEqual(there)
    expect(targetOf(advert, null)).toEqual(there)
  })
})
