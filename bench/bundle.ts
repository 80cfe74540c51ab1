/**
 * The bench's processes as plain JavaScript, bundled as the app is: what is measured of a host is not node's own work of
 * taking types out of its sources, in time or in memory.
 */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../', import.meta.url))
const out = `${root}out/bench`
const peers = `${root}bench/peers`
/** Below their packages, so that they find them. */
const peersOut = `${peers}/node_modules/.bench`

/** Where a bundled program is, by its path below `bench/`; null for a peer whose packages are not installed. */
export function bundled(path: string): string | null {
  const name = `${nameOf(path)}.mjs`
  if (!path.startsWith('peers/')) return `${out}/${name}`
  return existsSync(`${peers}/node_modules`) ? `${peersOut}/${name}` : null
}

export async function bundleAll(): Promise<void> {
  const own = ['servers/romp.ts', 'servers/json.ts', 'servers/ws-floor.ts', 'servers/net-floor.ts']
  await bundle([...own, 'load/load.ts', 'load/probe.ts'], out, true)
  if (existsSync(`${peers}/node_modules`))
    await bundle(['peers/socketio.mjs', 'peers/colyseus.mjs'], peersOut, false)
}

/** `packages`: whether the libraries go in too. */
async function bundle(paths: readonly string[], outDir: string, packages: boolean): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: packages ? { noExternal: true } : { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(paths.map((path) => [nameOf(path), `${root}bench/${path}`])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '')
}
