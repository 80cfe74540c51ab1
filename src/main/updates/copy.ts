/** What sort of copy of Romp this is, and whether it can be brought up to date from within. */

import { execFile } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { app } from 'electron'
import { releasesPage } from '../../protocol/project.ts'

export type Copy =
  /** `config` says where its releases are; null for the file that the packager put beside the app. */
  | { kind: 'appimage' | 'nsis' | 'mac'; config: string | null }
  | { kind: 'fixed'; why: string; page: string | null }

/** What tells one copy from another. */
export interface Machine {
  platform: NodeJS.Platform
  packaged: boolean
  execPath: string
  /** The packaged app's resources. */
  resources: string
  /** The app's own folder. */
  userData: string
  env: Record<string, string | undefined>
  /** Whether macOS knows who made the app of that path; Squirrel installs nothing else. */
  isSigned(bundle: string): Promise<boolean>
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    packaged: app.isPackaged,
    execPath: process.execPath,
    resources: process.resourcesPath ?? '',
    userData: app.getPath('userData'),
    env: process.env,
    isSigned,
  }
}

export async function examineCopy(machine: Machine): Promise<Copy> {
  if (!machine.packaged) return fromSources(machine)
  const copy = await packaged(machine)
  if (copy.kind !== 'fixed' && !existsSync(join(machine.resources, 'app-update.yml'))) {
    return fixed('This copy was made without a place to look for newer ones.', null)
  }
  return copy
}

/**
 * A developer can name a place for releases in the app's folder. A packaged app must not be told one by anything but
 * its own package: whoever says where releases are says what will run.
 */
function fromSources({ platform, userData }: Machine): Copy {
  const config = join(userData, 'dev-app-update.yml')
  if (!existsSync(config)) {
    return fixed('This copy runs from its sources. Bring it up to date the way you got them.', null)
  }
  return { kind: platform === 'win32' ? 'nsis' : platform === 'darwin' ? 'mac' : 'appimage', config }
}

function packaged(machine: Machine): Copy | Promise<Copy> {
  switch (machine.platform) {
    case 'win32':
      return onWindows(machine)
    case 'darwin':
      return onMac(machine)
    default:
      return onLinux(machine)
  }
}

function onWindows({ env, execPath }: Machine): Copy {
  // The installer leaves this beside the app; a copy from an archive has nothing that an installer could replace.
  const name = basename(execPath, '.exe')
  if (existsSync(join(dirname(execPath), `Uninstall ${name}.exe`))) return { kind: 'nsis', config: null }
  if (env.PORTABLE_EXECUTABLE_FILE) {
    return fixed('The portable Romp is one file. Get the new one, and put it where this one is.')
  }
  return fixed(fromArchive)
}

async function onMac({ execPath, isSigned }: Machine): Promise<Copy> {
  if (execPath.startsWith('/Volumes/') || execPath.includes('/AppTranslocation/')) {
    return fixed('Drag Romp into your Applications first, and open it from there.', null)
  }
  // Romp.app/Contents/MacOS/Romp
  if (await isSigned(dirname(dirname(dirname(execPath))))) return { kind: 'mac', config: null }
  return fixed(
    'This copy is not signed, and macOS replaces signed apps only. Get the new one as you got this.',
  )
}

function onLinux(machine: Machine): Copy {
  const system = packageType(machine.resources)
  if (system !== null) {
    return fixed(`Romp came as a ${system} package. Get the new one, and install it the same way.`)
  }
  return isAppImage(machine) ? { kind: 'appimage', config: null } : fixed(fromArchive)
}

/** A program that is an AppImage passes its marks on to what it starts: they are about this app only where it lies inside. */
export function isAppImage({ env, execPath }: Pick<Machine, 'env' | 'execPath'>): boolean {
  const { APPIMAGE, APPDIR } = env
  return Boolean(APPIMAGE && APPDIR && real(execPath).startsWith(real(APPDIR) + sep))
}

/** Without links, where there is such a file. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function packageType(resources: string): string | null {
  try {
    const type = readFileSync(join(resources, 'package-type'), 'utf8').trim()
    return type === 'deb' ? 'Debian' : type === 'rpm' ? 'RPM' : type
  } catch {
    return null
  }
}

const fromArchive = 'Romp was unpacked from an archive. Get the new one, and unpack it over this.'

function fixed(why: string, page: string | null = releasesPage): Copy {
  return { kind: 'fixed', why, page }
}

function isSigned(bundle: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('/usr/bin/codesign', ['-dv', bundle], { timeout: 10_000 }, (error, _out, said) => {
      // An ad-hoc signature has no team; codesign says all this on standard error.
      resolve(error === null && /^TeamIdentifier=(?!not set)/m.test(said))
    })
  })
}
