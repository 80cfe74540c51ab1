/**
 * Prints what CHANGELOG.md says of the release that a tag names: `node tools/release-notes.ts v0.1.0`. A tag that the
 * sources do not agree with is refused, before anything is built under its name.
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { version as spoken } from '../src/protocol/version.ts'

export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
}

/** Throws a ReleaseError, in one sentence, where the tag is no release of these sources. */
export function releaseNotes(
  tag: string,
  sources: { changelog: string; versions: readonly string[] },
): string {
  const version = /^v(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(tag)?.[1]
  if (version === undefined) throw new ReleaseError(`"${tag}" is no tag of a release, such as v0.1.0.`)
  const other = sources.versions.find((stated) => stated !== version)
  if (other !== undefined) throw new ReleaseError(`The tag says ${version}, and the sources say ${other}.`)
  const notes = sectionOf(sources.changelog, version)
  if (notes === '') throw new ReleaseError(`CHANGELOG.md says nothing of ${version}.`)
  return notes
}

function sectionOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version) ?? ''
  return section.slice(section.indexOf('\n')).trim()
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')
  const versionIn = (path: string) => (JSON.parse(read(path)) as { version: string }).version
  try {
    const versions = [versionIn('package.json'), versionIn('package-lock.json'), spoken]
    console.log(releaseNotes(process.argv[2] ?? '', { changelog: read('CHANGELOG.md'), versions }))
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
