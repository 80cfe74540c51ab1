/** An app and a host of two versions: who is older is said, and where to get on; what is pressed opens in the browser. */

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSingleFile } from '../../src/host/offers/single-file.ts'
import type { RunningHost } from '../../src/host/server.ts'
import type { Advert, Nearby } from '../../src/protocol/advert.ts'
import { rompUrl } from '../../src/protocol/link.ts'
import { releasesPage } from '../../src/protocol/project.ts'
import { protocolVersion, version } from '../../src/protocol/version.ts'
import { startTestHost } from '../support/real-host.ts'
import { type RetellingProxy, startRetelling } from '../support/retelling-proxy.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'

let app: DesktopApp
let host: RunningHost
let wire: RetellingProxy
let folder: string

/** What a host says whose Romp is another one. */
const speaks = (change: number) => ({
  [`"protocol":${protocolVersion}`]: `"protocol":${protocolVersion + change}`,
})
const runs = (other: string) => ({ [`"version":"${version}"`]: `"version":"${other}"` })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'romp-offer-'))
  const path = join(folder, 'the program')
  await writeFile(path, randomBytes(1024 * 1024))
  const singleFile = await findSingleFile({
    ...{ env: {}, platform: process.platform, execPath: path, isSingleExecutable: true },
    ...{ temporary: '', running: path, mounts: '' },
  })
  host = await startTestHost({ name: 'Other party', singleFile })
  wire = await startRetelling(host.port)
  app = await startDesktop()
})

afterAll(async () => {
  await app?.dispose()
  await host?.stop()
  await wire?.close()
  await rm(folder, { recursive: true, force: true })
})

async function goThere(): Promise<void> {
  await app.page.getByLabel('Join by address').fill(`127.0.0.1:${wire.port}`)
  await app.page.getByRole('button', { name: 'Go', exact: true }).click()
}

/** Presses it, and gives what the system's browser was asked to open. */
async function follow(label: string): Promise<string | undefined> {
  const before = (await app.opened()).length
  await app.page.getByRole('button', { name: label }).first().click()
  await expect.poll(async () => (await app.opened()).length).toBe(before + 1)
  return (await app.opened()).at(-1)
}

describe('an address', () => {
  it('of a newer host that speaks otherwise leads to its page, which has a newer Romp', async () => {
    wire.retell({ ...speaks(1), ...runs('9.9.9') })
    await goThere()
    await app.page
      .getByText(`This party runs Romp 9.9.9; yours is ${version}. Update yours to join.`)
      .waitFor()
    expect(await follow('Get theirs from their page')).toBe(`http://127.0.0.1:${wire.port}/`)
    expect(await app.page.getByText('See Romp’s releases').count()).toBe(0)
  })

  it('of an older host says so, and leads to where one can play all the same', async () => {
    wire.retell({ ...speaks(-1), ...runs('0.0.1') })
    await goThere()
    await app.page.getByText(`runs Romp 0.0.1; yours is ${version}. The host should update.`).waitFor()
    expect(await follow('Play in the browser')).toBe(`http://127.0.0.1:${wire.port}/`)
    expect(await app.page.getByText('Get theirs').count()).toBe(0)
  })
})

describe('a party in the list', () => {
  const advert = (more: Partial<Advert>): Advert => ({
    ...{ room: 'party', name: 'Garden party', game: 'meadow', phase: 'meadow', players: 2, bots: 0 },
    ...{ spectators: 0, max: 8, locked: false, hostId: 'host-in-the-garden', hostName: 'cottage' },
    ...{ at: { address: '127.0.0.1', port: wire.port }, ping: 12, liveness: 'live', own: false },
    ...{ version, protocol: protocolVersion },
    ...more,
  })

  /** As the app's main process would tell its page. */
  async function listed(more: Partial<Advert>): Promise<void> {
    const around: Nearby = { discovery: 'on', trouble: null, adverts: [advert(more)] }
    await app.inMain(({ BrowserWindow }, told: Nearby) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('romp:nearby', told)
    }, around)
  }

  it('that runs a newer Romp which fits is joined as any other, and says quietly where to get it', async () => {
    await listed({ version: '9.9.9', offers: true })
    await app.page.getByText(`This party runs Romp 9.9.9; yours is ${version}.`).waitFor()
    expect(await app.page.getByRole('button', { name: 'Join Garden party' }).isEnabled()).toBe(true)
    expect(await follow('Get theirs from their page')).toBe(`http://127.0.0.1:${wire.port}/`)
    await listed({ version: '9.9.9' })
    expect(await follow('See Romp’s releases')).toBe(releasesPage)
  })

  it('of the same Romp says nothing', async () => {
    await listed({})
    await app.page.getByRole('button', { name: 'Join Garden party' }).waitFor()
    const row = app.page.getByRole('listitem').filter({ hasText: 'Garden party' })
    await expect.poll(() => row.getByText(/This party runs Romp/).count()).toBe(0)
  })
})

describe('a link to a party', () => {
  const link = () => rompUrl({ host: '127.0.0.1', port: wire.port, room: 'party' })

  it('of a newer host ends before its door, with who is older and the way on', async () => {
    wire.retell({ ...speaks(1), ...runs('9.9.9') })
    await app.startAgain(link())
    await app.page.getByRole('heading', { name: 'Two different Romps' }).waitFor()
    await app.page.getByText(`The host has Romp 9.9.9, you have ${version}. Yours is older`).waitFor()
    expect(await follow('Get theirs from their page')).toBe(`http://127.0.0.1:${wire.port}/`)
    expect(await follow('Play in the browser')).toBe(`http://127.0.0.1:${wire.port}/r/party`)
  })

  it('of an older host does so the other way round', async () => {
    wire.retell({ ...speaks(-1), ...runs('0.0.1') })
    await app.page.getByRole('button', { name: 'Try again' }).click()
    await app.page.getByText(`The host has Romp 0.0.1, you have ${version}. The host’s is older`).waitFor()
    await app.page.getByRole('button', { name: 'Play in the browser' }).waitFor()
    await expect.poll(() => app.page.getByText('Get theirs').count()).toBe(0)
  })
})
