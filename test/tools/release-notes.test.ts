/** A tag and what CHANGELOG.md says of it. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import lockJson from '../../package-lock.json' with { type: 'json' }
import { version } from '../../src/protocol/version.ts'
import { ReleaseError, releaseNotes } from '../../tools/release-notes.ts'

const changelog =
  '# What changed\n\nA word.\n\n## 0.2.0\n\n- New.\n\n### Fixed\n\n- Old.\n\n## 0.1.0 (2026)\n\nFirst.\n\n## 0.0.9\n'
const notes = (tag: string, ...versions: string[]) => releaseNotes(tag, { changelog, versions })

describe('the notes of a release', () => {
  it('are its own section, and nothing of the others', () => {
    expect(notes('v0.2.0', '0.2.0', '0.2.0')).toBe('- New.\n\n### Fixed\n\n- Old.')
    expect(notes('v0.1.0', '0.1.0')).toBe('First.')
  })

  it.each([
    ['v0.2.0', '0.1.0', 'The tag says 0.2.0, and the sources say 0.1.0.'],
    ['v0.3.0', '0.3.0', 'CHANGELOG.md says nothing of 0.3.0.'],
    ['v0.0.9', '0.0.9', 'CHANGELOG.md says nothing of 0.0.9.'],
    ['v0.2', '0.2.0', '"v0.2" is no tag of a release'],
    ['0.2.0', '0.2.0', '"0.2.0" is no tag of a release'],
    ['v0.2.0;ls', '0.2.0', 'is no tag of a release'],
  ])('are refused for %s of %s', (tag, stated, sentence) => {
    expect(() => notes(tag, stated)).toThrow(ReleaseError)
    expect(() => notes(tag, stated)).toThrow(sentence)
  })

  it('are there for the version of these sources, which all name the same', () => {
    const path = new URL('../../CHANGELOG.md', import.meta.url)
    const versions = [packageJson.version, lockJson.version, version]
    expect(releaseNotes(`v${version}`, { changelog: readFileSync(path, 'utf8'), versions })).not.toBe('')
  })
})
