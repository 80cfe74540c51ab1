/** Links that open the app: `romp://HOST:PORT/r/ROOM`, from a web page, a chat or another program. */

import { resolve } from 'node:path'
import { app } from 'electron'
import { parseTarget, type Target } from '../protocol/link.ts'

const scheme = 'romp'

export interface Links {
  /** The party of the last link that no page has taken yet, once. */
  take(): Target | null
  /** From now on a link that comes is told at once, to be taken; one that came before waits. */
  follow(come: () => void): void
}

/** Hears links from now on: macOS gives the one that started the app before it is ready. */
export function createLinks(): Links {
  let waiting = linkIn(process.argv)
  let tell = () => {}
  const come = (target: Target | null) => {
    if (target === null) return
    waiting = target
    tell()
  }
  app.on('second-instance', (_event, argv) => come(linkIn(argv)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    come(linkIn([url]))
  })
  return {
    take() {
      const taken = waiting
      waiting = null
      return taken
    },
    follow(next) {
      tell = next
    },
  }
}

/** The party that a command line asks for. Anyone can write such a link: what is none is passed over. */
export function linkIn(argv: readonly string[]): Target | null {
  const link = argv.findLast((word) => word.slice(0, scheme.length + 3).toLowerCase() === `${scheme}://`)
  return link === undefined ? null : parseTarget(link)
}

/** Makes this program the one that links open. */
export function claimLinks(): void {
  const claim = claimOf(process)
  if (claim) app.setAsDefaultProtocolClient(scheme, claim.program, claim.given)
}

interface Program {
  platform: NodeJS.Platform
  execPath: string
  argv: readonly string[]
  env: Record<string, string | undefined>
  /** Electron's own mark of a program that was started from its sources. */
  defaultApp?: boolean
}

/** What links are to start; null where that is somebody else's to say, or would outlive the program. */
export function claimOf({
  platform,
  execPath,
  argv,
  env,
  defaultApp,
}: Program): { program: string; given: string[] } | null {
  // Linux goes by the desktop entry that a package brings along.
  if (platform === 'linux') return null
  // A portable copy is unpacked anew each time, and leaves nothing behind.
  if (env.PORTABLE_EXECUTABLE_FILE) return null
  if (!defaultApp) return { program: execPath, given: [] }
  // macOS goes by the bundle's own list, and the bundle is Electron's.
  const main = argv[1]
  return platform === 'darwin' || main === undefined ? null : { program: execPath, given: [resolve(main)] }
}
