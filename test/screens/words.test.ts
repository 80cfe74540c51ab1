/** What the screens say when something does not go as wished: a cause, and a next step. */

import { describe, expect, it } from 'vitest'
import { systemOf } from '../../src/platform/own-system.ts'
import { releasesPage } from '../../src/protocol/project.ts'
import { notices, reasons } from '../../src/protocol/reasons.ts'
import { protocolVersion, version } from '../../src/protocol/version.ts'
import { noticeText } from '../../src/renderer/words/notices.ts'
import { allowCommand, checkCommand, fits, offerTitle, sizeText } from '../../src/renderer/words/offers.ts'
import { endingOf, waitText } from '../../src/renderer/words/reasons.ts'
import { versionGap, waysOn } from '../../src/renderer/words/versions.ts'

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
    expect(versionGap({ protocol: protocolVersion - 1, version: '0.0.1' }, 'browser')).toContain(
      'Open their page',
    )
  })

  it('that fit are told apart in the app, quietly; a page is always its host’s', () => {
    const speaks = { protocol: protocolVersion }
    for (const other of ['9.10.0', '0.0.1']) {
      expect(versionGap({ ...speaks, version: other }, 'desktop')).toBe(
        `This party runs Romp ${other}; yours is ${version}.`,
      )
      expect(versionGap({ ...speaks, version: other }, 'browser')).toBeNull()
    }
    expect(versionGap({ ...speaks, version: '<b>newest</b>' }, 'desktop')).toBeNull()
  })

  it('are named only where they are versions', () => {
    const met = { protocol: protocolVersion + 1, version: 'FREE MONEY' }
    const said = [
      versionGap(met, 'desktop'),
      versionGap(met, 'browser'),
      endingOf('wrong-version', { party: null, host: met, where: 'desktop' }).text,
    ]
    for (const text of said) {
      expect(text).toContain('another Romp')
      expect(text).not.toContain('FREE')
    }
  })

  it('lead an older app to a newer one: to the host’s page where it offers one, else to the releases', () => {
    const target = { host: '192.168.1.9', port: 8765, room: 'den' }
    const ways = (more: Partial<Parameters<typeof waysOn>[0]>) =>
      waysOn({ protocol: protocolVersion, version: '9.9.9', ...more }, target).map(({ url }) => url)
    expect(ways({ offers: true })).toEqual(['http://192.168.1.9:8765/'])
    expect(ways({})).toEqual([releasesPage])
    expect(ways({ version: '0.0.1', offers: true })).toEqual([])
    const room = 'http://192.168.1.9:8765/r/den'
    expect(ways({ protocol: protocolVersion + 1 })).toEqual([releasesPage, room])
    expect(ways({ protocol: protocolVersion - 1, offers: true })).toEqual([room])
  })
})

describe('a program that is handed on', () => {
  const offer = { file: 'Romp-9.9.9-linux-x64.AppImage', kind: 'app', system: 'linux', arch: 'x64' } as const

  it('is called by its system, its processor and its size', () => {
    expect(offerTitle(offer)).toBe('Romp for Linux (x64)')
    expect(offerTitle({ ...offer, kind: 'headless', system: 'win32', arch: 'arm64' })).toBe(
      'Romp’s headless host for Windows (ARM)',
    )
    expect(sizeText(98_304_512)).toBe('98\u00a0MB')
  })

  it('is checked by what the guest’s own system has for it', () => {
    expect(checkCommand(offer, 'linux')).toBe(`sha256sum ${offer.file}`)
    expect(checkCommand(offer, 'win32')).toBe(`Get-FileHash ${offer.file}`)
    expect(checkCommand(offer, 'darwin')).toBe(`shasum -a 256 ${offer.file}`)
    expect(checkCommand(offer, 'other')).toBe(`sha256sum ${offer.file}`)
    expect(allowCommand(offer)).toBe(`chmod +x ${offer.file}`)
    expect(allowCommand({ ...offer, system: 'win32' })).toBeNull()
  })

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 0, 'linux'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0', 10, 'win32'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari', 0, 'darwin'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari', 5, 'other'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 5, 'other'],
    ['Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile', 5, 'other'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/156.0.0.0', 0, 'other'],
    ['', 0, null],
  ])('is for the machine of %s (%i touches): %s', (userAgent, touches, system) => {
    expect(systemOf(userAgent, touches)).toBe(system)
    expect(fits(offer, systemOf(userAgent, touches))).toBe(system === 'linux' || system === null)
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
