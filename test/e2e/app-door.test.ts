/** A guest's page leads into the app where there may be one, and says what it means if nothing opens. */

import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { Guest, laptop, phone } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { barriers } from './barriers.ts'
import { launch } from './party-of-three.ts'

let browser: Browser
let host: RunningHost
let guest: Guest | null = null

beforeAll(async () => {
  browser = await launch()
  host = await startTestHost()
})

afterEach(async () => {
  await guest?.close()
  guest = null
})

afterAll(async () => {
  await browser?.close()
  await host?.stop()
})

async function arrive(device: BrowserContextOptions): Promise<Guest> {
  guest = await Guest.open(browser, { url: `http://127.0.0.1:${host.port}`, device })
  await guest.page.getByRole('button', { name: /^Join / }).waitFor()
  return guest
}

describe('the way from a guest’s page into the app', () => {
  it('is a link to the party, and a word to whoever has no app', async () => {
    const at = await arrive(laptop)
    const link = at.page.getByRole('link', { name: 'Or open it in the Romp app' })
    expect(await link.getAttribute('href')).toBe(`romp://127.0.0.1:${host.port}/r/party`)
    const words = at.page.getByText(/Romp is not installed here/)
    expect(await words.count()).toBe(0)
    // Not by a real press: the browser may ask about it, before a page that takes no more.
    await link.evaluate((it) => {
      it.addEventListener('click', (event) => event.preventDefault())
      ;(it as HTMLElement).click()
    })
    await words.waitFor()
    expect(await barriers(at)).toEqual([])
  })

  it('is not there on a phone, for which there is no app', async () => {
    const { page } = await arrive({
      ...phone,
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148 Safari/604.1',
    })
    expect(await page.getByText(/in the Romp app/).count()).toBe(0)
  })
})
