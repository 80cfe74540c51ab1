/** What a test asks of the app's main process, as Playwright's `ElectronApplication.evaluate` does on real Electron. */

import { runInThisContext } from 'node:vm'

interface Asked {
  ask: number
  /** A function's source, called with Electron's API and one value. */
  source: string
  given: unknown
}

/** Answers over the channel that the test started this process with, if it did. */
export function answerTest(electron: () => Promise<unknown>): void {
  if (!process.send) return
  process.on('message', async ({ ask, source, given }: Asked) => {
    try {
      const asked = runInThisContext(`(${source})`) as (electron: unknown, given: unknown) => unknown
      process.send?.({ ask, value: await asked(await electron(), given) })
    } catch (error) {
      process.send?.({ ask, error: error instanceof Error ? error.message : String(error) })
    }
  })
  // A test that waits must not keep the app alive.
  process.channel?.unref()
}
