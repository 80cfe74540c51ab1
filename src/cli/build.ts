/** `npm run build`: builds the app and its page, whether or not they look stale. */

import { BuildError, buildNow } from './build-stale.ts'

try {
  await buildNow()
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
