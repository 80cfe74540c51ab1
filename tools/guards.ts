/**
 * Whether every line of the security rules is guarded: takes each out of a copy of the project, and expects its test to
 * fail. `npm run guards` tries all, `npm run guards -- WORD…` those lines whose names hold one of the words.
 */

import { fileURLToPath } from 'node:url'
import { readyChromium } from '../test/support/chromium-install.ts'
import { type Answer, ask } from './guards/asking.ts'
import { desktopGuards } from './guards/desktop-guards.ts'
import type { Removal, Witness } from './guards/guard.ts'
import { hostGuards } from './guards/host-guards.ts'
import { copyTree } from './guards/tree.ts'

const words = process.argv.slice(2)
const guards = [...hostGuards, ...desktopGuards].filter(
  ({ line }) => words.length === 0 || words.some((word) => line.includes(word)),
)
if (guards.length === 0) {
  console.error(`There is no such line. The lines are in docs/SECURITY.md.`)
  process.exit(2)
}
const chromium = await readyChromium()
if (chromium.ok) process.env.CHROMIUM_PATH = chromium.path

const verdicts = {
  complains: 'noticed',
  content: 'UNNOTICED',
  broken: 'BROKEN: its test cannot be run without the line',
} satisfies Record<Answer, string>

const tree = copyTree(fileURLToPath(new URL('../', import.meta.url)))
let tried = 0
let bad = 0
try {
  const whole = new Map<string, Answer>()
  for (const { line, removals } of guards) {
    for (const removal of removals) {
      const began = performance.now()
      const verdict = await verdictOf(removal, whole)
      tried++
      if (verdict !== verdicts.complains) bad++
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(
        `${line.padEnd(22)} ${place(removal).padEnd(30)} ${by(removal.witness).padEnd(30)} ${seconds.padStart(5)} s  ${verdict}`,
      )
    }
  }
} finally {
  tree.remove()
}
console.log(`\n${guards.length} lines, ${tried} removals, ${tried - bad} noticed, ${bad} not`)
process.exitCode = bad > 0 ? 1 : 0

/** A test that fails anyway notices nothing: it must be content with the whole project first. */
async function verdictOf({ edits, witness }: Removal, whole: Map<string, Answer>): Promise<string> {
  const key = JSON.stringify(witness)
  const before = whole.get(key) ?? (await ask(tree.root, witness))
  whole.set(key, before)
  if (before !== 'content') return 'BROKEN: its test fails with the line, too'
  return verdicts[await tree.edited(edits, () => ask(tree.root, witness))]
}

function place({ edits }: Removal): string {
  return [...new Set(edits.map(({ file }) => file))].join(', ')
}

function by(witness: Witness): string {
  return witness.by === 'types' ? `types of ${witness.world}` : witness.file
}
