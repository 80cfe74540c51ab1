/** What `npm run pack` makes for macOS, as far as it goes elsewhere: the app and the zip. A dmg takes a Mac. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesUnder, integrityOf } from '../support/packaging/packed-app.ts'
import { type Packed, packFor, root, version } from '../support/packaging/packing.ts'
import { hasTool } from '../support/packaging/tools.ts'
import { expectBarePackageJson, expectFuses, expectOnlyTheApp } from './contents.ts'

describe.skipIf(process.platform !== 'linux' || !hasTool('7z'))('packed for macOS', () => {
  let packed: Packed
  let contents: string
  let asar: string
  let information: string

  beforeAll(async () => {
    packed = await packFor('mac', ['zip', '--arm64'])
    contents = join(packed.folder, 'mac-arm64/Romp.app/Contents')
    asar = join(contents, 'Resources/app.asar')
    information = readFileSync(join(contents, 'Info.plist'), 'utf8')
  })
  afterAll(() => packed?.dispose())

  test('the archive of the app holds what was built and nothing else, within its budget', () => {
    expectOnlyTheApp(asar)
    expectBarePackageJson(asar)
  })

  test('the fuses are as the security rules have them, and the app knows its archive', async () => {
    await expectFuses(join(packed.folder, 'mac-arm64/Romp.app'))
    expect(under('ElectronAsarIntegrity')).toContain(`<string>${integrityOf(asar)}</string>`)
  })

  test('the app is Romp, in English, with helpers of its name', () => {
    expect(filesUnder(contents).filter((path) => !path.includes('Framework.framework'))).toEqual(
      [
        'Info.plist',
        'MacOS/Romp',
        'Resources/app.asar',
        'Resources/en.lproj/locale.pak',
        'Resources/en_GB.lproj/locale.pak',
        'Resources/icon.icns',
        ...['', ' (GPU)', ' (Plugin)', ' (Renderer)'].flatMap((suffix) => [
          `Frameworks/Romp Helper${suffix}.app/Contents/Info.plist`,
          `Frameworks/Romp Helper${suffix}.app/Contents/MacOS/Romp Helper${suffix}`,
        ]),
      ].sort(),
    )
    expect(
      readFileSync(join(contents, 'Resources/icon.icns')).equals(readFileSync(join(root, 'build/icon.icns'))),
    ).toBe(true)
    expect(under('CFBundleIdentifier')).toBe('<string>games.romp.app</string>')
    expect(under('CFBundleShortVersionString')).toBe(`<string>${version}</string>`)
    expect(under('LSApplicationCategoryType')).toBe('<string>public.app-category.games</string>')
  })

  test('macOS is told why the app uses the local network, and of no camera or microphone', () => {
    expect(under('NSLocalNetworkUsageDescription')).toMatch(/parties on your network/)
    expect(under('NSBonjourServices')).toMatch(/^<array>\s*<string>_romp\._tcp<\/string>\s*<\/array>$/)
    const asked = information.match(/NS\w+UsageDescription/g)
    expect(asked).toEqual(['NSLocalNetworkUsageDescription'])
  })

  test('romp:// links open the app', () => {
    expect(under('CFBundleURLTypes')).toMatch(/CFBundleURLSchemes<\/key>\s*<array>\s*<string>romp<\/string>/)
  })

  test('the zip holds the app', () => {
    const folder = join(packed.folder, 'as-unpacked')
    execFileSync('7z', ['x', '-y', `-o${folder}`, packed.file(/mac-arm64\.zip$/)])
    expect(filesUnder(join(folder, 'Romp.app/Contents'))).toEqual(filesUnder(contents))
  })

  test('without a repository there is no place for updates, and that is said', () => {
    expect(filesUnder(contents)).not.toContain('Resources/app-update.yml')
    expect(packed.log).toContain('Updates: this build never looks for any')
  })

  test('a release is a dmg and a zip for both processors, hardened, with no entitlement but to compile', () => {
    const { mac } = yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as {
      mac: Record<string, unknown>
    }
    expect(mac.target).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ])
    expect(mac.hardenedRuntime).toBe(true)
    for (const list of ['entitlements', 'entitlementsInherit']) {
      const entitlements = readFileSync(join(root, String(mac[list])), 'utf8')
      expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
    }
  })

  /** The XML of a key's value at the top of Info.plist. */
  function under(key: string): string {
    const [, value = ''] =
      new RegExp(`\\n {4}<key>${key}</key>\\n {4}([\\s\\S]*?)(?=\\n {4}<key>|\\n {2}</dict>)`).exec(
        information,
      ) ?? []
    return value
  }
})
