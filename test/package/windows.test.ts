/** What `npm run pack` makes for Windows: installers and portable programs, as NSIS compiled them and as they unpack. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesUnder, integrityOf } from '../support/packaging/packed-app.ts'
import { type Packed, packFor, root, version } from '../support/packaging/packing.ts'
import { hasTool } from '../support/packaging/tools.ts'
import { expectBarePackageJson, expectFuses, expectOnlyTheApp } from './contents.ts'

const app = [
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'Romp.exe',
  'ffmpeg.dll',
  'icudtl.dat',
  'libEGL.dll',
  'locales/en-GB.pak',
  'locales/en-US.pak',
  'resources.pak',
  'resources/app-update.yml',
  'resources/app.asar',
  'v8_context_snapshot.bin',
  'version',
]
const archs = ['x64', 'arm64'] as const
const possible = process.platform === 'linux' && hasTool('makensis') && hasTool('7z')

describe.skipIf(!possible)('packed for Windows', () => {
  let packed: Packed
  let asar: string

  beforeAll(async () => {
    packed = await packFor('win', [], { GITHUB_REPOSITORY: 'someone/romp' })
    asar = join(packed.folder, 'win-unpacked/resources/app.asar')
  })
  afterAll(() => packed?.dispose())

  /** What the compiler says that it made of a script: its commands, one a line, after all macros. */
  const compiled = (script: 'installer' | 'uninstaller' | 'portable') =>
    readFileSync(join(packed.tools, `nsis/${script}.log`), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('!'))

  test('the archive of the app holds what was built and nothing else, within its budget', () => {
    expectOnlyTheApp(asar)
    expectBarePackageJson(asar)
  })

  test('the binary’s fuses are as the security rules have them, and it knows its archive', async () => {
    for (const folder of ['win-unpacked', 'win-arm64-unpacked']) {
      const program = join(packed.folder, folder, 'Romp.exe')
      await expectFuses(program)
      const archive = integrityOf(join(packed.folder, folder, 'resources/app.asar'))
      expect(readFileSync(program, 'latin1')).toContain(
        JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: archive }]),
      )
    }
  })

  test('the program carries Romp’s name, version and icon', () => {
    const program = readFileSync(join(packed.folder, 'win-unpacked/Romp.exe'))
    const wide = program.toString('utf16le') + program.subarray(1).toString('utf16le')
    for (const [key, value] of [
      ['ProductName', 'Romp'],
      ['FileDescription', 'Romp'],
      ['FileVersion', version],
      ['CompanyName', 'The Romp authors'],
      ['LegalCopyright', 'Copyright © 2026 The Romp authors'],
    ] as const) {
      expect(wide).toMatch(new RegExp(`${key}\0+${value}\0`))
    }
    const icon = readFileSync(join(root, 'build/icon.ico'))
    for (let picture = 0; picture < icon.readUInt16LE(4); picture += 1) {
      const entry = 6 + 16 * picture
      const at = icon.readUInt32LE(entry + 12)
      expect(program.includes(icon.subarray(at, at + icon.readUInt32LE(entry + 8)))).toBe(true)
    }
  })

  test.each(archs)('the installer and the portable program for %s unpack to the app', (arch) => {
    for (const kind of ['setup', 'portable']) {
      const outer = join(packed.folder, `${kind}-${arch}`)
      extract(packed.file(new RegExp(`-win-${arch}-${kind}\\.exe$`)), outer)
      const payload = filesUnder(outer).find((path) => /app-\w+\.7z$/.test(path))
      extract(join(outer, payload!), join(outer, 'app'))
      expect(filesUnder(join(outer, 'app'))).toEqual(app)
      expect(filesUnder(outer).some((path) => path.endsWith('Uninstall Romp.exe'))).toBe(kind === 'setup')
    }
  })

  test('the installer is one click: no administrator, no page, and then Romp starts', () => {
    const lines = compiled('installer')
    expect(lines).toContain('Command line defined: "ONE_CLICK"')
    expect(lines).toContain('Command line defined: "RUN_AFTER_FINISH"')
    expect(lines.join('\n')).not.toContain('INSTALL_MODE_PER_ALL_USERS')
    for (const kind of ['setup', 'portable']) {
      const program = readFileSync(packed.file(new RegExp(`-win-x64-${kind}\\.exe$`)), 'latin1')
      expect(program).toContain('<requestedExecutionLevel level="asInvoker"')
    }
  })

  test('the installer registers romp:// for the program, with the link as its one word', () => {
    expect(compiled('installer').filter((line) => line.includes('\\Classes\\'))).toEqual([
      'WriteRegStr: SHELL_CONTEXT\\Software\\Classes\\romp\\=URL:Romp party',
      'WriteRegStr: SHELL_CONTEXT\\Software\\Classes\\romp\\URL Protocol=',
      'WriteRegStr: SHELL_CONTEXT\\Software\\Classes\\romp\\DefaultIcon\\="$appExe",0',
      'WriteRegStr: SHELL_CONTEXT\\Software\\Classes\\romp\\shell\\open\\command\\="$appExe" "%1"',
    ])
  })

  test('uninstalling takes romp:// back where it is this program’s, and an update leaves it', () => {
    expectInTurn(compiled('uninstaller'), [
      /^Push: updated$/,
      /^Plugin command: TestParameter/,
      /^Pop: \$R9$/,
      /^StrCmp "\$R9" "true" equal=_LogicLib_ElseLabel_\d+, nonequal=$/,
      /^StrCpy \$R1 ""\$INSTDIR\\Romp\.exe"" \(\) \(\)$/,
      /^StrLen \$R2 "\$R1"$/,
      /^ReadRegStr \$R0 SHELL_CONTEXT\\Software\\Classes\\romp\\shell\\open\\command\\$/,
      /^StrCpy \$R0 "\$R0" \(\$R2\) \(\)$/,
      /^StrCmp "\$R0" "\$R1" equal=, nonequal=_LogicLib_ElseLabel_\d+$/,
      /^DeleteRegKey: SHELL_CONTEXT\\Software\\Classes\\romp$/,
    ])
  })

  test('a firewall rule is made only when asked for, for private networks and this program alone', () => {
    const lines = compiled('installer')
    expect(lines.filter((line) => /runas|netsh/i.test(line))).toHaveLength(1)
    expectInTurn(lines, [
      /^IfErrors \?_LogicLib_ElseLabel_\d+:/,
      /^ExecShellWait: runas: .* delete rule name=all dir=in program="\$appExe" & .* add rule name="Romp \(LAN parties\)" dir=in action=allow profile=private program="\$appExe"/,
    ])
    const asked = lines.indexOf('Push: /firewall')
    const done = lines.findIndex((line) => line.startsWith('ExecShellWait'))
    expect(asked).toBeGreaterThan(0)
    expect(done).toBeGreaterThan(asked)
  })

  test('uninstalling removes the firewall rule where there is one', () => {
    expectInTurn(compiled('uninstaller'), [
      /^Plugin command: Exec .* show rule name="Romp \(LAN parties\)"$/,
      /^Pop: \$R0$/,
      /^StrCmp "\$R0" "0" equal=, nonequal=_LogicLib_ElseLabel_\d+$/,
      /^ExecShellWait: runas: .* delete rule name="Romp \(LAN parties\)" program="\$INSTDIR\\Romp\.exe"/,
    ])
  })

  test('the portable program unpacks to a folder of its own each time, so that no start disturbs another', () => {
    const lines = compiled('portable')
    const places = lines.filter((line) => line.startsWith('StrCpy $INSTDIR'))
    expect(places).toEqual(['StrCpy $INSTDIR "$PLUGINSDIR\\app" () ()'])
  })

  test('updates are found for both processors', () => {
    const latest = yaml.load(readFileSync(join(packed.folder, 'latest.yml'), 'utf8')) as {
      version: string
      files: { url: string; sha512: string }[]
    }
    expect(latest.version).toBe(version)
    expect(latest.files.map(({ url }) => url).sort()).toEqual(
      archs.map((arch) => `Romp-${version}-win-${arch}-setup.exe`).sort(),
    )
    for (const { url, sha512 } of latest.files) {
      const file = readFileSync(join(packed.folder, url))
      expect(sha512).toBe(createHash('sha512').update(file).digest('base64'))
    }
  })

  test('an unsigned installer is said to be one', () => {
    expect(packed.log).toContain('Windows: not signed: WIN_CSC_LINK is not set.')
  })
})

/** That the lines match the patterns one after the other somewhere, with nothing in between. */
function expectInTurn(lines: readonly string[], patterns: readonly RegExp[]): void {
  const last = patterns.at(-1)!
  const end = lines.findIndex((line) => last.test(line))
  const found = end < 0 ? lines.slice(-patterns.length) : lines.slice(end - patterns.length + 1, end + 1)
  for (const [index, pattern] of patterns.entries()) expect(found[index]).toMatch(pattern)
}

function extract(archive: string, folder: string): void {
  execFileSync('7z', ['x', '-y', `-o${folder}`, archive])
}
