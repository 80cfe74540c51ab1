/** What `npm run pack` makes for Linux: the AppImage, the deb and the archive, looked into. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import yaml from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDesktop } from '../desktop/desktop-app.ts'
import { filesUnder } from '../support/packaging/packed-app.ts'
import { type Packed, packFor, version } from '../support/packaging/packing.ts'
import { hasThrowawaySystem, inThrowawaySystem } from '../support/packaging/throwaway-system.ts'
import { hasTool } from '../support/packaging/tools.ts'
import { appImageRuntime } from '../support/packaging/toolsets.ts'
import { expectBarePackageJson, expectFuses, expectOnlyTheApp } from './contents.ts'

const iconSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512]
const app = [
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'icudtl.dat',
  'libEGL.so',
  'libffmpeg.so',
  'locales/en-GB.pak',
  'locales/en-US.pak',
  'resources.pak',
  'resources/app.asar',
  'romp',
  'v8_context_snapshot.bin',
  'version',
]
const needed = ['7z', 'mksquashfs', 'dpkg-deb', 'desktop-file-validate'] as const

const canInstall = hasThrowawaySystem()

describe.skipIf(process.platform !== 'linux' || !needed.every(hasTool))('packed for Linux', () => {
  let packed: Packed
  let asar: string
  let deb: string
  let mounted: string

  beforeAll(async () => {
    packed = await packFor('linux', [], { GITHUB_REPOSITORY: 'someone/romp' })
    asar = join(packed.folder, 'linux-unpacked/resources/app.asar')
    deb = join(packed.folder, 'as-installed')
    execFileSync('dpkg-deb', ['-R', packed.file(/amd64\.deb$/), deb])
    mounted = join(packed.folder, 'as-mounted')
    const offset = String(appImageRuntime.length)
    const image = packed.file(/x86_64\.AppImage$/)
    execFileSync('unsquashfs', ['-no-progress', '-o', offset, '-d', mounted, image])
  })
  afterAll(() => packed?.dispose())

  test('there is an AppImage, a deb and an archive for each of two processors', () => {
    for (const name of [
      'Romp-linux-x86_64.AppImage',
      'Romp-linux-arm64.AppImage',
      `Romp-${version}-linux-amd64.deb`,
      `Romp-${version}-linux-arm64.deb`,
      `Romp-${version}-linux-x64.tar.gz`,
      `Romp-${version}-linux-arm64.tar.gz`,
    ]) {
      expect(filesUnder(packed.folder)).toContain(name)
    }
  })

  test('the archive of the app holds what was built and nothing else, within its budget', () => {
    expectOnlyTheApp(asar)
    expectBarePackageJson(asar)
  })

  test('what is in the archive hosts a party, without anything beside it', async () => {
    const folder = join(packed.folder, 'as-run')
    extractAll(asar, folder)
    const desktop = await startDesktop(join(folder, 'out/main/index.js'))
    try {
      await desktop.page.getByRole('button', { name: 'Host a party' }).click()
      await desktop.page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
    } finally {
      await desktop.dispose()
    }
  })

  test('the binary’s fuses are as the security rules have them', async () => {
    await expectFuses(join(packed.folder, 'linux-unpacked/romp'))
  })

  test('the tar.gz unpacks to the app, in English, with the licences of its parts', () => {
    const folder = join(packed.folder, 'as-unpacked')
    mkdirSync(folder)
    execFileSync('tar', ['-xzf', packed.file(/linux-x64\.tar\.gz$/), '-C', folder, '--strip-components=1'])
    // Where updates come from may be in there too: what reads it knows that this is no AppImage.
    expect(filesUnder(folder).filter((path) => path !== 'resources/app-update.yml')).toEqual(app)
  })

  describe('the AppImage', () => {
    test('is a runtime and the app, with an entry and icons, and not taken for a deb', () => {
      const image = readFileSync(packed.file(/x86_64\.AppImage$/))
      expect(image.subarray(0, appImageRuntime.length).toString()).toBe(appImageRuntime)
      expect(filesUnder(mounted)).toEqual(
        [
          ...app,
          '.DirIcon',
          'AppRun',
          'resources/app-update.yml',
          'romp.desktop',
          'romp.png',
          'usr/lib/libof-appimage.so',
          ...iconSizes.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/romp.png`),
        ].sort(),
      )
      expect(readFileSync(join(mounted, 'resources/app.asar')).equals(readFileSync(asar))).toBe(true)
      expect(statSync(join(mounted, 'AppRun')).mode & 0o111).toBe(0o111)
      expectIcons(join(mounted, 'usr/share/icons/hicolor'))
    })

    test('has a desktop entry that opens romp:// links', () => {
      const entry = readEntry(join(mounted, 'romp.desktop'))
      expect(entry.Exec).toBe('AppRun %U')
      expectEntry(entry)
    })

    test('finds newer ones among the releases of the repository that packed it', () => {
      const stated = yaml.load(readFileSync(join(mounted, 'resources/app-update.yml'), 'utf8'))
      expect(stated).toMatchObject({ provider: 'github', owner: 'someone', repo: 'romp' })
      for (const [feed, name] of [
        ['latest-linux.yml', 'Romp-linux-x86_64.AppImage'],
        ['latest-linux-arm64.yml', 'Romp-linux-arm64.AppImage'],
      ] as const) {
        const latest = yaml.load(readFileSync(join(packed.folder, feed), 'utf8')) as {
          version: string
          files: { url: string; sha512: string; size: number }[]
        }
        const file = readFileSync(join(packed.folder, name))
        expect(latest.version).toBe(version)
        expect(latest.files.find(({ url }) => url === name)).toMatchObject({
          sha512: createHash('sha512').update(file).digest('base64'),
          size: file.length,
        })
      }
      expect(packed.log).toContain('Updates: from the releases of github.com/someone/romp.')
    })
  })

  describe('the deb', () => {
    test('says what it is, what it needs and where it comes from', () => {
      const fields = controlOf(packed.file(/amd64\.deb$/))
      expect(fields).toMatchObject({
        Package: 'romp',
        Version: version.replaceAll('-', '~'),
        Architecture: 'amd64',
        Section: 'games',
        Priority: 'optional',
        Homepage: 'https://romp.example/',
        License: 'MIT',
        Recommends: 'libvulkan1',
      })
      expect(fields.Maintainer).toMatch(/^.+ <.+@.+>$/)
      expect(fields.Description).toMatch(/^A LAN party in one double-click\n Host a party, /)
      const depends = fields.Depends!.split(', ')
      for (const library of [
        'libgtk-3-0 | libgtk-3-0t64',
        'libnss3',
        'libasound2 | libasound2t64',
        'libgbm1',
      ]) {
        expect(depends).toContain(library)
      }
      expect(controlOf(packed.file(/arm64\.deb$/)).Architecture).toBe('arm64')
    })

    test('installs the app, its entry, icons and licence, and nothing outside their places', () => {
      expect(filesUnder(deb)).toEqual(
        [
          'DEBIAN/control',
          'DEBIAN/postinst',
          'DEBIAN/postrm',
          ...app.map((path) => `opt/Romp/${path}`),
          'opt/Romp/resources/app-update.yml',
          'opt/Romp/resources/apparmor-profile',
          'opt/Romp/resources/package-type',
          'usr/share/applications/romp.desktop',
          'usr/share/doc/romp/copyright',
          ...iconSizes.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/romp.png`),
        ].sort(),
      )
      expect(readFileSync(join(deb, 'opt/Romp/resources/package-type'), 'utf8')).toBe('deb')
      expect(readFileSync(join(deb, 'usr/share/doc/romp/copyright'), 'utf8')).toContain('MIT License')
      expectIcons(join(deb, 'usr/share/icons/hicolor'))
    })

    test('has a desktop entry that opens romp:// links', () => {
      const entry = readEntry(join(deb, 'usr/share/applications/romp.desktop'))
      expect(entry.Exec).toBe('/opt/Romp/romp %U')
      expectEntry(entry)
    })

    test.skipIf(!canInstall)('installs, is found by name and by its links, and leaves nothing behind', () => {
      const said = inThrowawaySystem(
        packed.file(/amd64\.deb$/),
        `dpkg -i --force-depends --force-architecture /package > /log 2>&1
        readlink -f /usr/bin/romp
        grep x-scheme-handler/romp /usr/share/applications/mimeinfo.cache
        dpkg -P --force-depends romp >> /log 2>&1
        ls -d /opt/Romp /usr/bin/romp /etc/alternatives/romp /etc/apparmor.d/romp /usr/share/doc/romp 2> /log || true
        grep x-scheme-handler/romp /usr/share/applications/mimeinfo.cache || echo no links`,
      )
      expect(said.trim().split('\n')).toEqual([
        '/opt/Romp/romp',
        'x-scheme-handler/romp=romp.desktop;',
        'no links',
      ])
    })

    test('lets the sandbox work, and takes back what it has set up', () => {
      const after = readFileSync(join(deb, 'DEBIAN/postinst'), 'utf8')
      expect(after).toContain("'/opt/Romp/chrome-sandbox'")
      expect(after).toContain("'/usr/bin/romp'")
      expect(readFileSync(join(deb, 'opt/Romp/resources/apparmor-profile'), 'utf8')).toContain(
        '"/opt/Romp/romp"',
      )
      const removal = readFileSync(join(deb, 'DEBIAN/postrm'), 'utf8')
      expect(removal).toContain("'/usr/bin/romp'")
      expect(removal).toContain('/etc/apparmor.d/romp')
      for (const script of ['postinst', 'postrm']) execFileSync('bash', ['-n', join(deb, 'DEBIAN', script)])
    })
  })
})

/** The window says `romp` of itself, by package.json's `desktopName`: entry, window and icon belong together. */
function expectEntry(entry: Record<string, string>): void {
  expect(entry).toMatchObject({
    Type: 'Application',
    Name: 'Romp',
    Terminal: 'false',
    Icon: 'romp',
    Categories: 'Game;',
    StartupWMClass: 'romp',
    MimeType: 'x-scheme-handler/romp;',
  })
}

function readEntry(file: string): Record<string, string> {
  execFileSync('desktop-file-validate', [file])
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='))
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

function expectIcons(theme: string): void {
  for (const size of iconSizes) {
    const png = readFileSync(join(theme, `${size}x${size}/apps/romp.png`))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
}

function controlOf(deb: string): Record<string, string> {
  const text = execFileSync('dpkg-deb', ['-f', deb], { encoding: 'utf8' })
  const fields = text.trim().split(/\n(?! )/)
  return Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')),
      field
        .slice(field.indexOf(':') + 1)
        .trim()
        .replaceAll(/\n +/g, '\n '),
    ]),
  )
}
