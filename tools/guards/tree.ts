/** A copy of the project as it is now, in a folder of its own, where lines may be taken out. */

import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Edit } from './guard.ts'

export interface Tree {
  readonly root: string
  /** Does something while the edits hold. */
  edited<Answer>(edits: readonly Edit[], act: () => Promise<Answer>): Promise<Answer>
  remove(): void
}

export function copyTree(project: string): Tree {
  const root = mkdtempSync(join(tmpdir(), 'romp-guards-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  })
  for (const path of listed.split('\0')) {
    if (path === '' || !existsSync(join(project, path))) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(project, path), join(root, path))
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction')
  return {
    root,
    async edited(edits, act) {
      const before = new Map(edits.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]))
      try {
        const after = new Map(before)
        for (const edit of edits) after.set(edit.file, applied(edit, after.get(edit.file) ?? ''))
        for (const [file, text] of after) writeFileSync(join(root, file), text)
        return await act()
      } finally {
        for (const [file, text] of before) writeFileSync(join(root, file), text)
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}

/** Throws where `from` is not there, or not once: then the guard no longer says what it takes out. */
export function applied({ file, from, to }: Edit, text: string): string {
  const found = text.split(from).length - 1
  if (found !== 1) throw new Error(`${file} has this ${found} times, not once: ${JSON.stringify(from)}`)
  return text.replace(from, () => to)
}
