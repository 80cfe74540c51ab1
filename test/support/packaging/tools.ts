/** The packaging programs of Debian that the package tests use: what is here, and what is installed where that may be. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasThrowawaySystem } from './throwaway-system.ts'

/** Programs, by the Debian package that has them, and what cannot be tried without. */
const packages = {
  nsis: { program: 'makensis', tries: 'packing for Windows' },
  'p7zip-full': { program: '7z', tries: 'packing for any system' },
  'squashfs-tools': { program: 'mksquashfs', tries: 'packing for Linux' },
  dpkg: { program: 'dpkg-deb', tries: 'packing for Linux' },
  'desktop-file-utils': {
    program: 'desktop-file-validate',
    tries: 'packing for Linux',
  },
} as const

export type Tool = (typeof packages)[keyof typeof packages]['program']

export function hasTool(program: Tool): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.some((folder) => existsSync(join(folder, program)))
}

/** What the package tests leave out here: a line for each. */
export function notTried(): string[] {
  if (process.platform !== 'linux') return ['Not tried: packing, whose tests are at home on Linux.']
  const lines = missing().map(
    ([name, { program, tries }]) => `Not tried: ${tries}; ${program} is not here (Debian’s ${name}).`,
  )
  if (!hasThrowawaySystem())
    lines.push('Not tried: installing the deb; it takes root and an overlay file system.')
  return lines
}

/** Installs what is missing, where that may be. */
export function readyTools(): void {
  if (missing().length > 0 && mayInstall()) install(missing().map(([name]) => name))
}

function missing() {
  return Object.entries(packages).filter(([, { program }]) => !hasTool(program))
}

/** Only as root on a system of Debian's kind. */
function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(names: readonly string[]): void {
  console.log(`Installing Debian’s ${names.join(', ')} for the package tests …`)
  const apt = (...given: string[]) =>
    spawnSync('apt-get', given, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...names)
}
