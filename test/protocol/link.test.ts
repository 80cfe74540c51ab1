/** Addresses and links, as people type them. */

import { describe, expect, it } from 'vitest'
import { authority, pageUrl, parseTarget, playUrl, rompUrl } from '../../src/protocol/link.ts'

describe('LINK what people type', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20', 8765, null],
    [' 192.168.1.20:8766 ', '192.168.1.20', 8766, null],
    ['laptop.local', 'laptop.local', 8765, null],
    ['Laptop.local.', 'laptop.local', 8765, null],
    ['laptop:9000', 'laptop', 9000, null],
    ['fe80::1', 'fe80::1', 8765, null],
    ['fe80::1%eth0', 'fe80::1%eth0', 8765, null],
    ['[FD00::2]:8770', 'fd00::2', 8770, null],
    ['::ffff:192.168.1.2', '::ffff:192.168.1.2', 8765, null],
    ['http://192.168.1.20:8765/r/den', '192.168.1.20', 8765, 'den'],
    ['http://192.168.1.20:8765/', '192.168.1.20', 8765, null],
    ['ws://10.0.0.5:8765/play/red', '10.0.0.5', 8765, 'red'],
    ['ws://10.0.0.5:8765/play/', '10.0.0.5', 8765, null],
    ['romp://10.0.0.5:8765/den', '10.0.0.5', 8765, 'den'],
    ['http://[fd00::2]:8765/r/Den?x=1#y', 'fd00::2', 8765, 'den'],
  ])('%s', (typed, host, port, room) => {
    expect(parseTarget(typed)).toEqual({ host, port, room })
  })

  it.each([
    '',
    '   ',
    'http://',
    '300.1.1.1',
    '1.2.3',
    'host:0',
    'host:99999',
    'host:port',
    'a b',
    '::1::2',
    '1:2:3',
    '[::1',
    'fe80::1%',
    'javascript:alert(1)',
    'http://host/r/../../etc',
    'http://host/r/UPPER CASE',
    `${'x'.repeat(400)}`,
    'user@host',
    'host..local',
    '12345::',
    'http://user:pass@host/',
  ])('%s is none', (typed) => {
    expect(parseTarget(typed)).toBeNull()
  })

  it('comes out again as a page and a socket', () => {
    const target = { host: 'fe80::1%eth0', port: 8765, room: 'den' }
    expect(authority(target)).toBe('[fe80::1%25eth0]:8765')
    expect(pageUrl({ ...target, host: '10.0.0.1' })).toBe('http://10.0.0.1:8765/r/den')
    expect(playUrl({ ...target, host: '10.0.0.1', room: null })).toBe('ws://10.0.0.1:8765/play/')
    expect(rompUrl({ ...target, host: '10.0.0.1' })).toBe('romp://10.0.0.1:8765/r/den')
    for (const own of [
      { host: '10.0.0.1', port: 8766, room: 'den' },
      { host: 'fe80::1', port: 8765, room: null },
    ]) {
      expect(parseTarget(rompUrl(own))).toEqual(own)
    }
  })
})
