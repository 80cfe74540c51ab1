/** What every packed app has in common, whichever system it is for. */

import { expect } from 'vitest'
import { builtFiles, filesInAsar, fusesOf, readInAsar } from '../support/packaging/packed-app.ts'

/**
 * The most that each part may weigh, in kilobytes: what it weighed in November 2026 and some air. Whoever needs more
 * says so here.
 */
const budgets = { main: 1700, preload: 10, renderer: 1500 }

/** The kinds of files that a page and two bundles are made of; anything else is there by mistake. */
const kinds = [
  /^LICENSE$/,
  /^package\.json$/,
  /^out\/main\/(?:chunks\/)?[\w-]+\.js$/,
  /^out\/main\/(?:assets\/)?[\w@-]+\.png$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(?:css|js|svg|png|woff2)$/,
]

export function expectOnlyTheApp(asar: string): void {
  const files = filesInAsar(asar)
  const rest = files.filter(({ path }) => !path.startsWith('out/'))
  expect(rest.map(({ path }) => path)).toEqual(['LICENSE', 'package.json'])
  expect(files.filter(({ path }) => path.startsWith('out/'))).toEqual(builtFiles())
  expect(files.map(({ path }) => path).filter((path) => !kinds.some((kind) => kind.test(path)))).toEqual([])
  for (const [part, kilobytes] of Object.entries(budgets)) {
    const bytes = files
      .filter(({ path }) => path.startsWith(`out/${part}/`))
      .reduce((sum, file) => sum + file.bytes, 0)
    expect(bytes / 1000, `kilobytes of ${part}`).toBeLessThan(kilobytes)
  }
}

/** Tools, scripts and what they depend on are of no use in there; the app's names and versions are. */
export function expectBarePackageJson(asar: string): void {
  const stated = JSON.parse(readInAsar(asar, 'package.json').toString()) as Record<string, unknown>
  expect(stated).toMatchObject({
    name: 'romp',
    productName: 'Romp',
    main: 'out/main/index.js',
    type: 'module',
  })
  expect(stated).not.toHaveProperty('scripts')
  expect(stated).not.toHaveProperty('devDependencies')
}

export async function expectFuses(executable: string): Promise<void> {
  expect(await fusesOf(executable)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
}
