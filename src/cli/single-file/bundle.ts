/** The headless host's one script: everything that it runs, down to its libraries. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { PackagingError } from './tool.ts'

const entry = fileURLToPath(new URL('../serve-alone.ts', import.meta.url))

/** Writes the script into a folder, and gives its path. */
export async function bundleHost(folder: string): Promise<string> {
  try {
    await build({
      root: folder,
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        target: 'node24',
        outDir: folder,
        emptyOutDir: false,
        // Legible, so that the trace of a fault is: Node is a hundred times larger anyway.
        minify: false,
        rolldownOptions: {
          output: { format: 'cjs', entryFileNames: 'serve.cjs', codeSplitting: false },
        },
      },
    })
  } catch (error) {
    throw new PackagingError(`The host could not be bundled: ${(error as Error).message}`)
  }
  return join(folder, 'serve.cjs')
}
