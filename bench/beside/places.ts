/** Where a host can run: beside the desktop app's window, and, for comparison, in the thread that is blocked. */

import { fileURLToPath } from 'node:url'
import type { HostedParty, Result } from '../../src/platform/platform.ts'
import { runsOn, startDesktop } from '../../test/desktop/desktop-app.ts'
import { Child } from '../child.ts'
import { type Block, blockThread } from './blocking.ts'

export interface Place {
  readonly title: string
  readonly port: number
  /** Lets the main thread do nothing else for a while; settles after that. */
  block(how: Block): Promise<void>
  end(): Promise<void>
}

/** What the app's main process runs on. */
export { runsOn }

/** The app itself, whose main thread is the one with menus, dialogs and the window. */
export async function besideTheWindow(): Promise<Place> {
  const app = await startDesktop()
  await app.page.waitForFunction('window.romp !== undefined')
  const options = { name: 'Bench', password: '', max: 8, bots: 0 }
  const started = (await app.page.evaluate(
    `window.romp.startHosting(${JSON.stringify(options)})`,
  )) as Result<HostedParty>
  if (!started.ok) throw new Error(started.message)
  return {
    title: 'beside the window',
    port: started.value.port,
    block: (how) => app.inMain(blockThread, how),
    end: () => app.dispose(),
  }
}

/** As it would be without a process of its own. */
export async function inTheMainThread(): Promise<Place> {
  const program = fileURLToPath(new URL('main-thread.ts', import.meta.url))
  const [child, { port }] = await Child.start('the host in the main thread', null, [
    process.execPath,
    '--max-semi-space-size=4',
    program,
  ])
  return {
    title: 'in the main thread',
    port: Number(port),
    block: async (how) => void (await child.ask({ ...how })),
    end: () => child.stop(),
  }
}
