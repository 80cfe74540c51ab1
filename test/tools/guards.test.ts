/** The guards of the security rules say what is there: `npm run guards` itself takes too long for every day. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { desktopGuards } from '../../tools/guards/desktop-guards.ts'
import { hostGuards } from '../../tools/guards/host-guards.ts'
import { applied } from '../../tools/guards/tree.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const guards = [...hostGuards, ...desktopGuards]

describe.each(guards)('the guard of $line', ({ line, removals }) => {
  it('takes out what is there once, and asks a test that there is', () => {
    for (const { edits, witness } of removals) {
      for (const edit of edits) expect(applied(edit, read(edit.file))).not.toBe(read(edit.file))
      if (witness.by === 'types') continue
      // Names of test.each have a hole where what is tried stands.
      const source = read(witness.file)
      const words = witness.test.split(/(?<=are refused for |cannot leave by |with )/)
      for (const word of words) expect(source, witness.test).toContain(word.replace(/ go nowhere$/, ''))
    }
  })

  it('stands in docs/SECURITY.md', () => {
    expect(read('docs/SECURITY.md')).toContain(`| \`${line}\` |`)
  })
})

it('docs/SECURITY.md names no line without a guard', () => {
  const named = [...read('docs/SECURITY.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, line]) => line)
  expect(named.sort()).toEqual(guards.map(({ line }) => line).sort())
})
