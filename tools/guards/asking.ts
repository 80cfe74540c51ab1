/** Asks a test or a type check in a copy of the project whether it notices something. */

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Witness } from './guard.ts'

/** `broken`: the test could not be run at all, so that it said nothing. */
export type Answer = 'content' | 'complains' | 'broken'

/** Whoever looks at the built app needs it built first. */
const needBuild = new Set<Witness['by']>(['e2e', 'desktop', 'package'])

export async function ask(root: string, witness: Witness): Promise<Answer> {
  if (needBuild.has(witness.by) && (await run(root, ['src/cli/build.ts'])) !== 0) return 'broken'
  if (witness.by === 'types') {
    const compiler = 'node_modules/typescript-native/bin/tsc'
    return (await run(root, [compiler, '-p', `tsconfig.${witness.world}.json`])) === 0
      ? 'content'
      : 'complains'
  }
  const report = join(root, 'guards.json')
  rmSync(report, { force: true })
  await run(root, [
    'node_modules/vitest/vitest.mjs',
    ...['run', `--project=${witness.by}`, witness.file, '-t', literally(witness.test), '--retry=0'],
    ...['--reporter=json', `--outputFile=${report}`],
  ])
  if (!existsSync(report)) return 'broken'
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >
  if (numFailedTests) return 'complains'
  return numPassedTests ? 'content' : 'broken'
}

/** Vitest takes a name for a pattern. */
function literally(name: string): string {
  return name.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
}

function run(cwd: string, given: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, given, {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, NO_COLOR: '1' },
    })
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
}
