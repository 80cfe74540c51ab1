/** Packs the app for a test with the project's own `npm run pack`, around a stand-in for Electron's distribution. */

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { System } from '../../../src/cli/signing.ts'
import { makeLinuxElectron, makeMacElectron, makeWindowsElectron } from './electron-folder.ts'
import { makeToolsets } from './toolsets.ts'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The version that is packed. */
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

export interface Packed {
  /** Where everything lies that was made. */
  folder: string
  /** The one file in it whose name matches. */
  file(name: RegExp): string
  /** What was printed. */
  log: string
  /** Where the tools' own accounts are. */
  tools: string
  dispose(): void
}

const electrons = { linux: makeLinuxElectron, mac: makeMacElectron, win: makeWindowsElectron }

/** Rejects with all that was printed. */
export async function packFor(
  system: System,
  given: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Packed> {
  const home = mkdtempSync(join(tmpdir(), 'romp-package-'))
  const folder = join(home, 'release')
  const tools = join(home, 'tools')
  const dispose = () => rmSync(home, { recursive: true, force: true })
  try {
    mkdirSync(join(home, 'electron'))
    electrons[system](join(home, 'electron'))
    const { log } = await runPack(
      [
        `--${system}`,
        ...given,
        `-c.electronDist=${join(home, 'electron')}`,
        `-c.directories.output=${folder}`,
      ],
      { ...makeToolsets(tools), ...environment },
    )
    const file = (name: RegExp) => {
      const found = readdirSync(folder).filter((entry) => name.test(entry))
      if (found.length !== 1) throw new Error(`${found.length} files of ${readdirSync(folder)} match ${name}`)
      return join(folder, found[0]!)
    }
    return { folder, file, log, tools, dispose }
  } catch (error) {
    dispose()
    throw error
  }
}

/** `npm run pack` with nothing of this machine's that signs or publishes. */
export async function runPack(
  given: readonly string[],
  environment: Record<string, string>,
): Promise<{ log: string }> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(WIN_CSC|CSC|APPLE|GH|GITHUB)_/.test(name),
  )
  const run = promisify(execFile)
  const options = { cwd: root, env: { ...Object.fromEntries(inherited), ...environment }, maxBuffer: 1 << 26 }
  const { stdout, stderr } = await run(process.execPath, [join(root, 'src/cli/pack.ts'), ...given], options)
  return { log: stdout + stderr }
}
