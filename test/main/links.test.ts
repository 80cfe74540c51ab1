import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'

const app = new EventEmitter()
vi.mock('electron', () => ({ app }))
const { claimOf, createLinks, linkIn } = await import('../../src/main/links.ts')

afterEach(() => void app.removeAllListeners())

describe('a link among the words that start the app', () => {
  it('is found wherever it stands, the last one first', () => {
    const party = { host: '192.168.1.20', port: 8766, room: 'den' }
    expect(linkIn(['romp', '--flag', 'romp://192.168.1.20:8766/r/den'])).toEqual(party)
    expect(linkIn(['romp', 'ROMP://192.168.1.20:8766/r/den', '--original-process-start-time=1'])).toEqual(
      party,
    )
    expect(linkIn(['romp://192.168.1.9/', 'romp://192.168.1.20:8766/r/den'])).toEqual(party)
    expect(linkIn(['romp://[fe80::1]:8765/'])).toEqual({ host: 'fe80::1', port: 8765, room: null })
  })

  it.each([
    'romp://',
    'romp:///r/den',
    'romp://192.168.1.20:99999/',
    'romp://192.168.1.20/r/den/../../etc',
    'romp://user:secret@192.168.1.20/',
    'romp://192.168.1.20/r/<script>',
    'romp://192.168.1.20 --user-data-dir=/tmp',
    'romp://%00',
    `romp://${'a'.repeat(100_000)}`,
    'romp:192.168.1.20',
    '192.168.1.20',
    'http://192.168.1.20:8765/',
    'file:///etc/passwd',
    '--romp://192.168.1.20',
    '',
  ])('is none in %j', (word) => {
    expect(linkIn(['romp', word])).toBeNull()
  })

  it('is given to a page once', () => {
    const before = process.argv
    process.argv = [...before, 'romp://192.168.1.20/']
    const links = createLinks()
    process.argv = before
    expect(links.take()).toEqual({ host: '192.168.1.20', port: 8765, room: null })
    expect(links.take()).toBeNull()
  })

  it('is kept where it comes before the app is ready, as on macOS, and told once there is a page', () => {
    const links = createLinks()
    let prevented = 0
    const event = { preventDefault: () => (prevented += 1) }
    app.emit('open-url', event, 'romp://192.168.1.20/')
    expect(prevented).toBe(1)
    let told = 0
    links.follow(() => (told += 1))
    expect(links.take()).toMatchObject({ host: '192.168.1.20' })
    app.emit('open-url', event, 'romp://192.168.1.21/')
    app.emit('second-instance', {}, ['romp'])
    app.emit('second-instance', {}, ['romp', 'romp://nonsense/a/b/c'])
    expect(told).toBe(1)
    expect(links.take()).toMatchObject({ host: '192.168.1.21' })
  })
})

describe('the program that links open', () => {
  const installed = {
    platform: 'win32',
    execPath: 'C:\\Romp\\Romp.exe',
    argv: ['C:\\Romp\\Romp.exe'],
    env: {},
  } as const

  it('is the installed app', () => {
    expect(claimOf(installed)).toEqual({ program: 'C:\\Romp\\Romp.exe', given: [] })
    expect(claimOf({ ...installed, platform: 'darwin' })).not.toBeNull()
  })

  it('is Electron with the app’s main module where it is run from its sources', () => {
    const fromSources = { ...installed, argv: ['electron.exe', 'main.js'], defaultApp: true }
    expect(claimOf(fromSources)).toEqual({
      program: installed.execPath,
      given: [join(process.cwd(), 'main.js')],
    })
    // There the bundle is Electron's own, which knows no such links.
    expect(claimOf({ ...fromSources, platform: 'darwin' })).toBeNull()
  })

  it('is never a copy that will be gone, and on Linux what the desktop entry says', () => {
    expect(claimOf({ ...installed, env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Romp.exe' } })).toBeNull()
    expect(claimOf({ ...installed, platform: 'linux' })).toBeNull()
  })
})
