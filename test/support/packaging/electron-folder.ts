/**
 * What the packager needs of Electron's own distribution, made up: its files by name and a binary with the fuses' wire.
 * Electron's binary may be out of reach where the tests run; what is packed around it is the same.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where @electron/fuses finds the wire: a sentinel, the version of the schema, how many, and each as Electron ships it. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
])

const locales = ['af', 'de', 'en-GB', 'en-US', 'zh-TW']

export function makeLinuxElectron(folder: string): void {
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuseWire])
  write(folder, 'electron', program, 0o755)
  write(folder, 'chrome-sandbox', '#!/bin/sh\n', 0o755)
  for (const name of [
    'libEGL.so',
    'libffmpeg.so',
    'icudtl.dat',
    'resources.pak',
    'v8_context_snapshot.bin',
  ]) {
    write(folder, name, `${name} of Electron`)
  }
  writeShared(folder)
}

/** The executable is one that NSIS makes: a real one, with resources and a version. */
export function makeWindowsElectron(folder: string): void {
  write(folder, 'wire', fuseWire)
  const script = [
    'Unicode true',
    'SetCompress off',
    `OutFile "${join(folder, 'electron.exe')}"`,
    'VIProductVersion 45.4.1.0',
    'VIAddVersionKey ProductName Electron',
    'VIAddVersionKey FileDescription Electron',
    'VIAddVersionKey FileVersion 45.4.1',
    'VIAddVersionKey LegalCopyright GitHub',
    `Section\nFile "${join(folder, 'wire')}"\nSectionEnd`,
  ]
  execFileSync('makensis', ['-V1', '-'], { input: script.join('\n') })
  rmSync(join(folder, 'wire'))
  for (const name of ['ffmpeg.dll', 'libEGL.dll', 'icudtl.dat', 'resources.pak', 'v8_context_snapshot.bin']) {
    write(folder, name, `${name} of Electron`)
  }
  writeShared(folder)
}

export function makeMacElectron(folder: string): void {
  const contents = 'Electron.app/Contents'
  const frameworks = `${contents}/Frameworks`
  write(folder, `${contents}/MacOS/Electron`, 'Electron', 0o755)
  write(
    folder,
    `${contents}/Info.plist`,
    plist({
      CFBundleExecutable: 'Electron',
      CFBundleIconFile: 'electron.icns',
      CFBundleIdentifier: 'com.github.Electron',
      LSMinimumSystemVersion: '13.0',
      NSBluetoothAlwaysUsageDescription: 'This app needs access to Bluetooth',
      NSBluetoothPeripheralUsageDescription: 'This app needs access to Bluetooth',
      NSCameraUsageDescription: 'This app needs access to the camera',
      NSMicrophoneUsageDescription: 'This app needs access to the microphone',
      NSAudioCaptureUsageDescription: 'This app needs access to audio capture',
    }),
  )
  write(folder, `${contents}/Resources/electron.icns`, 'icns')
  for (const locale of ['de', 'en', 'en_GB'])
    write(folder, `${contents}/Resources/${locale}.lproj/locale.pak`, '')
  const framework = `${frameworks}/Electron Framework.framework`
  const version = `${framework}/Versions/A`
  write(folder, `${version}/Electron Framework`, fuseWire, 0o755)
  for (const locale of ['de', 'en', 'en_GB'])
    write(folder, `${version}/Resources/${locale}.lproj/locale.pak`, '')
  symlinkSync('A', join(folder, framework, 'Versions/Current'))
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(join('Versions/Current', name), join(folder, framework, name))
  }
  for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${suffix}`
    write(folder, `${frameworks}/${helper}.app/Contents/MacOS/${helper}`, helper, 0o755)
    write(folder, `${frameworks}/${helper}.app/Contents/Info.plist`, plist({ CFBundleExecutable: helper }))
  }
}

function writeShared(folder: string): void {
  write(folder, 'version', '45.4.1')
  write(folder, 'LICENSE', 'Electron’s licence')
  write(folder, 'LICENSES.chromium.html', 'The licences of Chromium’s parts')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const locale of locales) write(folder, `locales/${locale}.pak`, locale)
}

function write(folder: string, path: string, content: string | Buffer, mode = 0o644): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content, { mode })
}

function plist(values: Record<string, string>): string {
  const entries = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${entries.join('')}</dict></plist>
`
}
