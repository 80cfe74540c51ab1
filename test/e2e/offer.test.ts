/** A guest's page offers the program that its host runs from, and the browser gets it byte for byte. */

import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SingleFile } from '../../src/host/offers/single-file.ts'
import { findSingleFile } from '../../src/host/offers/single-file.ts'
import type { RunningHost } from '../../src/host/server.ts'
import { version } from '../../src/protocol/version.ts'
import { Guest, laptop, phone } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { barriers } from './barriers.ts'
import { ann, launch } from './party-of-three.ts'

const content = randomBytes(3 * 1024 * 1024)
const sha256 = createHash('sha256').update(content).digest('hex')
/** A computer of the system that this host's file is for. */
const own =
  process.platform === 'win32'
    ? 'Windows NT 10.0; Win64; x64'
    : process.platform === 'darwin'
      ? 'Macintosh; Intel Mac OS X 10_15_7'
      : 'X11; Linux x86_64'

let browser: Browser
let folder: string
let singleFile: SingleFile | null
const hosts: RunningHost[] = []
const guests: Guest[] = []

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'romp-offer-'))
  const path = join(folder, 'the program')
  await writeFile(path, content)
  // As the headless executable would find itself.
  singleFile = await findSingleFile({
    ...{ env: {}, platform: process.platform, execPath: path, isSingleExecutable: true },
    ...{ temporary: '', running: path, mounts: '' },
  })
})

afterEach(async () => {
  for (const guest of guests.splice(0)) {
    expect(guest.troubles).toEqual([])
    await guest.close()
  }
  await Promise.all(hosts.splice(0).map((host) => host.stop()))
  await rm(folder, { recursive: true, force: true })
})

afterAll(() => browser?.close())

async function arrive(
  device: BrowserContextOptions,
  settings: Parameters<typeof startTestHost>[0] = { singleFile },
): Promise<Guest> {
  const host = await startTestHost(settings)
  hosts.push(host)
  const guest = await Guest.open(browser, { url: `http://127.0.0.1:${host.port}`, as: ann, device })
  guests.push(guest)
  return guest
}

const computer = (system: string): BrowserContextOptions => ({
  ...laptop,
  userAgent: `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
})

describe('the page of a host that hands its program on', () => {
  it('offers it with its version, size and hash; what is pressed comes whole', async () => {
    const guest = await arrive(computer(own))
    const { page } = guest
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    const link = page.getByRole('link', { name: /^Get Romp’s headless host for .+,\s3\sMB$/ })
    await link.waitFor()
    await page.getByText(`Version ${version}`).waitFor()
    await page.getByText(sha256).waitFor()
    await page.getByText(/(sha256sum|Get-FileHash|shasum -a 256) romp-serve-/).waitFor()
    expect(await barriers(guest)).toEqual([])
    await guest.button('Copy the SHA-256').click()
    await guest.button('Copied').waitFor()
    // Nothing is fetched that nobody asked for.
    expect(requests.filter((path) => path.startsWith('/offer/'))).toEqual([])

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^romp-serve-.+/)
    const saved = await readFile((await download.path())!)
    expect(createHash('sha256').update(saved).digest('hex')).toBe(sha256)
    await page.getByText('It is on its way').waitFor()
    // The page is where it was.
    await guest.join()
  })

  it('says on a phone that it is for none, hides nothing, and fits it', async () => {
    const { userAgent } = computer('Linux; Android 16; Pixel 10')
    const guest = await arrive({ ...phone, deviceScaleFactor: 1, userAgent: `${userAgent} Mobile` })
    const summary = guest.page.getByText(/It is not for this device\.$/)
    await summary.waitFor()
    const link = guest.page.getByRole('link', { name: /^Get Romp/ })
    expect(await link.isVisible()).toBe(false)
    await summary.click()
    await link.waitFor()
    await guest.page.getByText(sha256).waitFor()
    expect(await barriers(guest)).toEqual([])
    const overflow = await guest.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })

  it('says so where others have every place, and where the file has gone', async () => {
    const downloadLimits = { together: 0, ofOneAddress: 0, patience: 60_000, least: 1 }
    const guest = await arrive(computer(own), { singleFile, downloadLimits })
    const link = guest.page.getByRole('link', { name: /^Get Romp/ })
    await link.click()
    await guest.page.getByText('Others are getting it just now.').waitFor()
    await rm(join(folder, 'the program'))
    await link.click()
    await guest.page.getByText('The host does not have it any more.').waitFor()
    // The browser tells of both answers itself.
    expect(guest.troubles.splice(0).every((trouble) => /status of (503|410)/.test(trouble))).toBe(true)
  })
})

describe('the page of any other host', () => {
  it('says nothing of it', async () => {
    const guest = await arrive(computer(own), {})
    await guest.page.waitForLoadState('networkidle')
    expect(await guest.page.getByText(/Take Romp along|is here, too/).count()).toBe(0)
  })
})
