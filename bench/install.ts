/** The peers that npm has, installed beside the bench the first time that it runs. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const peers = fileURLToPath(new URL('peers', import.meta.url))

/** Installs them where they are not; says so where it cannot be done, and the bench goes on without them. */
export function installPeers(): void {
  if (existsSync(`${peers}/node_modules`)) return
  console.log('Installing the peers that Romp is measured against …')
  const windows = process.platform === 'win32'
  const outcome = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'],
    {
      cwd: peers,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: windows,
    },
  )
  if (outcome.status !== 0) console.log(`They could not be installed:\n${outcome.stderr}`)
}
