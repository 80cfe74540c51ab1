import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { UpdateInfo } from 'electron-updater'
import { describe, expect, it, vi } from 'vitest'
import { connectionCost, questions } from '../../src/main/updates/connection-cost.ts'
import { failureWords } from '../../src/main/updates/failure-words.ts'
import { notesOf, releaseOf } from '../../src/main/updates/release.ts'

const failing = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {})
const jargon = /net::|ERR_|sha|ENO|http|yml|undefined|electron/i

describe('what failed', () => {
  it.each([
    ['no internet', failing('net::ERR_INTERNET_DISCONNECTED')],
    ['no internet', failing('net::ERR_NAME_NOT_RESOLVED')],
    ['line', failing('net::ERR_CONNECTION_RESET')],
    ['line', failing('Request has been aborted by the server')],
    ['disk is full', failing('ENOSPC: no space left on device, write', 'ENOSPC')],
    ['may not write', failing('EROFS: read-only file system', 'EROFS')],
    ['thrown away', failing('sha512 checksum mismatch, expected a, got b', 'ERR_CHECKSUM_MISMATCH')],
    [
      'thrown away',
      failing('New version 2.0.0 is not signed by the application owner: …', 'ERR_UPDATER_INVALID_SIGNATURE'),
    ],
    // As macOS says it.
    [
      'thrown away',
      failing(
        'Code signature at URL … did not pass validation: code failed to satisfy specified code requirement(s)',
      ),
    ],
    [
      'no release for this kind',
      failing('Cannot find channel "latest-linux-arm64.yml"', 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'),
    ],
    ['prove', failing('net::ERR_CERT_AUTHORITY_INVALID')],
    ['trouble', failing('503 Service Unavailable\nHeaders: {}', 'HTTP_ERROR_503')],
    ['Looking', failing('whatever')],
    ['Looking', 'no error at all'],
  ])('is said as “… %s …” without jargon', (words, error) => {
    const said = failureWords(error, 'look')
    expect(said).toContain(words)
    expect(said).toMatch(/^[A-Z].*\.$/)
    expect(said).not.toMatch(jargon)
  })
})

describe('what is new', () => {
  it('is read from HTML as lines of text', () => {
    const html = '<h2>Kites</h2>\n<p>They fly &amp; <b>fall</b>.</p><ul><li>Red</li><li>Blue</li></ul>'
    expect(notesOf(html)).toBe('Kites\n\nThey fly & fall.\n\n• Red\n• Blue')
  })

  it('carries nothing but readable text', () => {
    expect(notesOf('<script>alert(1)</script><img src=x onerror=alert(1)>Hi \u202e\u0007you')).toBe('Hi you')
    expect(notesOf('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;')
    expect(
      notesOf([
        { version: '2.0.0', note: 'two' },
        { version: '1.9.0', note: null },
      ]),
    ).toBe('two')
    expect(notesOf(null)).toBe('')
  })

  it('is short, however long it was', () => {
    const notes = notesOf(`${'x'.repeat(1000)}\n`.repeat(1000))
    expect(notes.length).toBeLessThan(60 * 201)
  })

  it('belongs to a file for this kind of copy', () => {
    const info = {
      version: '2.0.0',
      files: [
        { url: 'Romp.zip', sha512: '', size: 3 },
        { url: 'Romp-another.AppImage', sha512: '', size: 4 },
        { url: `Romp-${process.arch}.AppImage`, sha512: '', size: 5 },
        { url: 'Romp.exe', sha512: '' },
      ],
    } as unknown as UpdateInfo
    expect(releaseOf(info, 'appimage').bytes).toBe(5)
    expect(releaseOf(info, 'mac').bytes).toBe(3)
    expect(releaseOf(info, 'nsis').bytes).toBe(null)
    expect(() => releaseOf({ ...info, files: [] }, 'mac')).toThrow()
  })
})

describe('what the connection costs', () => {
  it.each([
    ['linux', 'u 1\n', 'metered'],
    ['linux', 'u 2\n', 'free'],
    ['linux', 'u 3\n', 'metered'],
    ['linux', 'u 4\n', 'free'],
    ['linux', 'u 0\n', 'unsure'],
    ['linux', 'u 12\n', 'unsure'],
    ['win32', 'Unrestricted\r\n', 'free'],
    ['win32', 'Fixed\r\n', 'metered'],
    ['win32', 'Variable\r\n', 'metered'],
    ['win32', 'Unknown\r\n', 'unsure'],
    ['win32', '', 'unsure'],
  ] as const)('on %s, where it says %j, is %s', (system, answer, cost) => {
    expect(questions[system]?.read(answer)).toBe(cost)
  })

  it.skipIf(process.platform === 'win32')('is asked of the system’s own program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'romp-bus-'))
    try {
      const answer = 'case "$*" in *--auto-start=no*NetworkManager*Metered) echo "u 3";; esac'
      writeFileSync(join(folder, 'busctl'), `#!/bin/sh\n${answer}\n`)
      chmodSync(join(folder, 'busctl'), 0o755)
      vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
      expect(await connectionCost('linux')).toBe('metered')
    } finally {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    }
  })

  it('is not sure where nobody can be asked', async () => {
    expect(await connectionCost('darwin')).toBe('unsure')
    const elsewhere = process.platform === 'win32' ? 'linux' : 'win32'
    expect(await connectionCost(elsewhere)).toBe('unsure')
  })
})
