/** The headless host as one file, with the page inside: what `npm run package:serve` makes an executable of. */

import { getAsset, getAssetKeys } from 'node:sea'
import { headless } from './headless.ts'

const page = new Map(getAssetKeys().map((path) => [path, Buffer.from(getAsset(path))]))

// A single executable's script is CommonJS, which waits for nothing at its top level.
void headless(process.argv.slice(2), { program: 'romp-serve', pages: () => page }).then((code) => {
  process.exitCode = code
})
