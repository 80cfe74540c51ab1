/** Who this machine is on the network: an id that stays. */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const kept = z.object({ hostId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) })

export interface Identity {
  readonly hostId: string
}

/** The id is kept in `folder`; where it cannot be, this run has one of its own. */
export function recallIdentity(folder: string): Identity {
  return { hostId: readHostId(folder) ?? makeHostId(folder) }
}

function readHostId(folder: string): string | null {
  try {
    return kept.parse(JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8'))).hostId
  } catch {
    return null
  }
}

function makeHostId(folder: string): string {
  const hostId = randomBytes(12).toString('base64url')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'host.json'), JSON.stringify({ hostId }))
  } catch {
    // Hosting matters more than being recognised next time.
  }
  return hostId
}
