/** Pages that draw, bundled in memory. */

import { build } from 'vite'

/** One classic script with all that `entry`, a path, imports. */
export async function bundlePage(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error(`Vite made no script of ${entry}.`)
  return chunk.code
}
