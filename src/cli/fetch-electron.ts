/** `npm run electron:fetch`: gets Electron's binary before anybody needs it, as on a build machine. */

import { findElectron } from './electron-binary.ts'
import { fetchElectron } from './electron-fetch.ts'

const found = findElectron()
const electron = found === null ? await fetchElectron(process.stderr) : { ok: true as const, path: found }
if (electron.ok) console.log(`Electron is at ${electron.path}`)
else {
  console.error(`Electron’s binary cannot be had here (${electron.why}).`)
  process.exitCode = 1
}
