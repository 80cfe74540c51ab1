/** What the screens say when something does not go as wished: a cause, and a next step. */

import { describe, expect, it } from 'vitest'
import { notices, reasons } from '../../src/protocol/reasons.ts'
import { protocolVersion, version } from '../../src/protocol/version.ts'
import { noticeText } from '../../src/renderer/words/notices.ts'
import { endingOf, waitText } from '../../src/renderer/words/reasons.ts'
import { versionGap } from '../../src/renderer/words/versions.ts'

/** No player needs to know these. */
const jargon = /websocket|socket|mdns|udp|tcp|json|protocol|server|client|frame|null|undefined|NaN/i

describe.each(['desktop', 'browser'] as const)('in the %s', (where) => {
  it.each(reasons)('%s has a title, a sentence and a way on', (reason) => {
    const ending = endingOf(reason, { party: 'Anna’s party', host: null, where })
    expect(ending.title).not.toBe('')
    expect(ending.text).toMatch(/[.!?]$/)
    expect(`${ending.title} ${ending.text}`).not.toMatch(jargon)
    expect(ending.offers).toContain('lobby')
  })
})

describe('a full party', () => {
  it('offers to watch before anything else', () => {
    const { title, offers } = endingOf('full', { party: null, host: null, where: 'browser' })
    expect(title).toBe('It’s full. Watch instead?')
    expect(offers[0]).toBe('watch')
  })
})

describe('two versions', () => {
  const meet = (protocol: number, where: 'desktop' | 'browser') =>
    endingOf('wrong-version', { party: null, host: { protocol, version: '7.7.7' }, where })

  it('are both named', () => {
    expect(meet(protocolVersion + 1, 'desktop').text).toContain('7.7.7')
    expect(meet(protocolVersion + 1, 'desktop').text).toContain(version)
  })

  it('say who should update', () => {
    expect(meet(protocolVersion + 1, 'desktop').text).toContain('update Romp, then join again')
    expect(meet(protocolVersion - 1, 'desktop').text).toContain('ask them to update')
    expect(meet(protocolVersion + 1, 'browser').offers[0]).toBe('reload')
  })

  it('say so in the list, too, and nothing where they are the same', () => {
    expect(versionGap({ protocol: protocolVersion, version }, 'desktop')).toBeNull()
    expect(versionGap({ protocol: protocolVersion + 1, version: '7.7.7' }, 'desktop')).toContain(
      'Update yours',
    )
    expect(versionGap({ protocol: protocolVersion - 1, version: '0.0.1' }, 'desktop')).toContain(
      'host should update',
    )
  })
})

describe('a notice', () => {
  it.each(notices)('%s is a sentence without jargon', (notice) => {
    for (const about of ['say', 'rename', 'bots', 'remove', 'emote', 'appear']) {
      const text = noticeText({ id: 1, about, notice, retryMs: null })
      expect(text).toMatch(/[.!?]$/)
      expect(text).not.toMatch(jargon)
    }
  })

  it('says how long to wait where that is worth counting', () => {
    expect(noticeText({ id: 1, about: 'say', notice: 'too-fast', retryMs: 2300 })).toContain('3 s')
    expect(noticeText({ id: 1, about: 'say', notice: 'too-fast', retryMs: 200 })).not.toMatch(/\d/)
  })
})

describe('a wait', () => {
  it.each([
    [null, null],
    [400, 'You can try again in 1 s.'],
    [61_000, 'You can try again in 61 s.'],
    [300_000, 'You can try again in 5 minutes.'],
  ])('of %s ms is said as %s', (ms, text) => {
    expect(waitText(ms)).toBe(text)
  })
})
