/** Sees to it that there is a Chromium: finds one, or installs Debian's where it may. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumMissing, findChromium } from './chromium.ts'

export type Ready = { ok: true; path: string } | { ok: false; why: string }

export async function readyChromium(): Promise<Ready> {
  const found = findChromium() ?? (mayInstall() ? install() : null)
  return found === null ? { ok: false, why: chromiumMissing } : { ok: true, path: found }
}

/** Only as root on a system of Debian's kind, and never in the place of one that was asked for. */
function mayInstall(): boolean {
  return !process.env.CHROMIUM_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(): string | null {
  console.log('No Chromium here yet: installing Debian’s …')
  const apt = (...given: string[]) => {
    const { status } = spawnSync('apt-get', given, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return status === 0
  }
  const packages = ['install', '-y', '--no-install-recommends', 'chromium']
  if (!apt('update') || !apt(...packages)) return null
  return findChromium()
}
