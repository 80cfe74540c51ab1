/** `npm run pack` as a program: what it refuses, and that nothing is packed then. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import yaml from 'js-yaml'
import { afterAll, describe, expect, test } from 'vitest'
import { root, runPack } from '../support/packaging/packing.ts'

const home = mkdtempSync(join(tmpdir(), 'romp-package-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const refused = async (given: string[], environment: Record<string, string> = {}) => {
  const output = join(home, 'release')
  const run = runPack([...given, `-c.directories.output=${output}`], environment)
  const error = await run.then(
    () => null,
    (reason: { code: number; stderr: string }) => reason,
  )
  expect(existsSync(output)).toBe(false)
  return { code: error?.code, words: error?.stderr.trim() }
}

describe('npm run pack', () => {
  test('refuses a certificate without its password before it packs any system', async () => {
    expect(await refused(['--linux', '--win', '--dir'], { WIN_CSC_LINK: 'some.pfx' })).toEqual({
      code: 1,
      words: 'Windows: WIN_CSC_LINK is set, but WIN_CSC_KEY_PASSWORD is not.',
    })
  })

  test.each(['--publish', '--publish=always', '-p', '--frob'])('does not know %s', async (flag) => {
    expect(await refused([flag])).toEqual({
      code: 2,
      words: `npm run pack does not know ${flag}. Try npm run pack -- --help`,
    })
  })

  test.skipIf(process.platform === 'darwin')('says that a dmg takes a Mac', async () => {
    const { code, words } = await refused(['--linux', '--mac'])
    expect(code).toBe(2)
    expect(words).toMatch(/^macOS: a dmg and a universal app take a Mac; .*$/)
  })

  test('packs the Electron that the project is tested on', () => {
    const packer = yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<
      string,
      unknown
    >
    const stated = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(packer.electronVersion).toBe(stated.devDependencies.electron)
  })
})
