/** The headless host from its sources: `npm run serve`. */

import { fileURLToPath, pathToFileURL } from 'node:url'
import { BuildError, buildIfStale } from './build-stale.ts'
import { headless } from './headless.ts'

const folder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** Hosts until a signal comes, with the page built first. Returns the exit code. */
export async function serve(argv: readonly string[]): Promise<number> {
  try {
    return await headless(argv, {
      program: 'npm run serve --',
      async pages() {
        await buildIfStale()
        return folder
      },
    })
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(error.message)
    return 2
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await serve(process.argv.slice(2))
}
