import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Machine } from '../../src/main/updates/copy.ts'
import { projectPage } from '../../src/protocol/project.ts'

vi.mock('electron', () => ({ app: {} }))
const { examineCopy } = await import('../../src/main/updates/copy.ts')

let folder: string
const put = (...path: string[]) => {
  const file = join(folder, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, 'deb')
  return file
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'romp-copy-'))
  put('resources', 'app-update.yml')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const copyOf = (some: Partial<Machine>) =>
  examineCopy({
    ...{ platform: 'linux', packaged: true, execPath: join(folder, 'app', 'romp'), env: {} },
    ...{ resources: join(folder, 'resources'), userData: join(folder, 'data'), isSigned: async () => true },
    ...some,
  })

describe('a packaged copy', () => {
  const inAppImage = () => ({ APPIMAGE: '/home/anna/Romp.AppImage', APPDIR: join(folder, 'app') })

  it('is brought up to date where it is an AppImage, an installed or a signed one', async () => {
    expect(await copyOf({ env: inAppImage() })).toEqual({ kind: 'appimage', config: null })
    const execPath = join(folder, 'Romp.exe')
    put('Uninstall Romp.exe')
    // Another program that is portable passes its mark on to what it starts.
    for (const env of [{}, { PORTABLE_EXECUTABLE_FILE: 'C:\\Another.exe' }])
      expect(await copyOf({ platform: 'win32', execPath, env })).toEqual({ kind: 'nsis', config: null })
    expect(
      await copyOf({ platform: 'darwin', execPath: '/Applications/Romp.app/Contents/MacOS/Romp' }),
    ).toEqual({ kind: 'mac', config: null })
  })

  it('is an AppImage also where the temporary folder, and so its mount, is behind a link', async () => {
    const execPath = put('app', 'romp')
    symlinkSync(join(folder, 'app'), join(folder, 'mount'), 'junction')
    const env = { ...inAppImage(), APPDIR: join(folder, 'mount') }
    expect(await copyOf({ execPath, env })).toEqual({ kind: 'appimage', config: null })
  })

  const inPackage = () => {
    put('resources', 'package-type')
    return { env: inAppImage() }
  }
  const mac = { platform: 'darwin', execPath: '/Applications/Romp.app/Contents/MacOS/Romp' } as const
  const others: [string, RegExp, () => Partial<Machine>][] = [
    ['a Debian package', /Debian package/, inPackage],
    ['an archive', /archive/, () => ({})],
    [
      'an archive that another AppImage starts',
      /archive/,
      () => ({ env: { APPIMAGE: '/home/anna/Terminal.AppImage', APPDIR: '/tmp/.mount_Term' } }),
    ],
    [
      'a portable file',
      /one file/,
      () => ({ platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'C:\\Romp.exe' } }),
    ],
    ['an archive on Windows', /archive/, () => ({ platform: 'win32' })],
    ['an app without a signature', /not signed/, () => ({ ...mac, isSigned: async () => false })],
    [
      'an app on its disk image',
      /Applications/,
      () => ({ ...mac, execPath: '/Volumes/Romp/Romp.app/Contents/MacOS/Romp' }),
    ],
    [
      'a package that names no place',
      /without a place/,
      () => {
        rmSync(join(folder, 'resources', 'app-update.yml'))
        return { env: inAppImage() }
      },
    ],
  ]
  it.each(others)('is not where it is %s, and says so', async (_what, words, machine) => {
    expect(await copyOf(machine())).toMatchObject({ kind: 'fixed', why: expect.stringMatching(words) })
  })

  it('listens to no other place for releases than its package names', async () => {
    const elsewhere = put('data', 'dev-app-update.yml')
    put('app', 'dev-app-update.yml')
    const env = { ...inAppImage(), ROMP_UPDATES: elsewhere, UPDATE_URL: 'http://elsewhere.example/' }
    expect(await copyOf({ env })).toEqual({ kind: 'appimage', config: null })
  })
})

describe('a copy from its sources', () => {
  it('is left to its developer, who may name a place for releases', async () => {
    expect(await copyOf({ packaged: false })).toMatchObject({ kind: 'fixed', page: null })
    const config = put('data', 'dev-app-update.yml')
    expect(await copyOf({ packaged: false })).toEqual({ kind: 'appimage', config })
  })
})

it('the page that people are sent to is the project’s', () => {
  const { homepage } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(projectPage).toBe(homepage)
})
