import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { UpdateStage } from '../../src/platform/updates.ts'
import { bridge, calls, show } from '../support/desktop-bridge.ts'
import { Guest } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { barriers } from './barriers.ts'
import { ann, launch } from './party-of-three.ts'

let browser: Browser
let host: Awaited<ReturnType<typeof startTestHost>>
let guest: Guest | null = null

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startTestHost()])
})
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop()])
})

async function arrive(viewport = { width: 1280, height: 800 }): Promise<Guest> {
  const profile = await browser.newContext({ viewport })
  await bridge(profile)
  guest = await Guest.open(browser, { url: `http://127.0.0.1:${host.port}/`, as: ann, profile })
  await guest.button('Host a party').waitFor()
  return guest
}

afterEach(async () => {
  expect(guest?.troubles).toEqual([])
  await guest?.close()
  guest = null
})

const release = { version: '0.2.0', notes: 'Kites.\n\n• Wind', bytes: 84_200_000 }
const stages: UpdateStage[] = [
  { at: 'unknown' },
  { at: 'checking' },
  { at: 'newest' },
  { at: 'available', release },
  { at: 'fetching', release, percent: 43 },
  { at: 'ready', release },
  { at: 'failed', message: 'The disk is full. Make some room, then try again.', release },
  { at: 'unsupported', why: 'Romp came as a Debian package.', page: 'https://romp.example/' },
]

describe('the sheet about this Romp', () => {
  it.each([
    ['a window', { width: 1280, height: 800 }, ['checking', 'fetching', 'failed']],
    ['the smallest window', { width: 360, height: 640 }, ['fetching']],
    // Axe takes its time: it sees each piece once.
  ])('keeps nobody out at any stage, in %s', async (_size, viewport, looked) => {
    const { page } = await arrive(viewport)
    await guest!.button('About this Romp').click()
    const sheet = page.getByRole('dialog', { name: 'About this Romp' })
    await sheet.waitFor()
    for (const stage of stages) {
      await show(page, stage)
      if (looked.includes(stage.at)) expect(await barriers(guest!)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      // What comes next is never below the edge, once the sheet has come to rest.
      const action = sheet.locator('footer button').last()
      const lowest = async () => {
        const box = await action.boundingBox()
        return box ? box.y + box.height : Number.POSITIVE_INFINITY
      }
      await expect.poll(lowest, { timeout: 10_000 }).toBeLessThanOrEqual(viewport.height)
    }
  })

  it('goes from news to the new version by one button, with keys alone', async () => {
    const { page } = await arrive()
    await show(page, { at: 'available', release })
    await guest!.button('Romp 0.2.0 is out').focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog')
    await sheet.getByText('• Wind').waitFor()
    const press = async (name: string | RegExp) => {
      await sheet.getByRole('button', { name }).waitFor()
      await page.keyboard.press('Enter')
      return (await calls(page)).filter((call) => call !== 'examineUpdates')
    }
    await sheet.getByRole('button', { name: 'Get it (84 MB)' }).focus()
    expect(await press('Get it (84 MB)')).toEqual(['fetchUpdate'])
    await show(page, { at: 'fetching', release, percent: 43 })
    expect(await sheet.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('43')
    expect(await press('Stop')).toEqual(['cancelUpdate'])
    await show(page, { at: 'available', release })
    expect(await press(/^Get it/)).toEqual(['fetchUpdate'])
    await show(page, { at: 'failed', release, message: 'The disk is full.' })
    expect(await press('Try again')).toEqual(['fetchUpdate'])
    await show(page, { at: 'ready', release })
    expect(await press('Restart and install')).toEqual(['installUpdate'])
  })

  it('says why it does not restart just now', async () => {
    const { page } = await arrive()
    await show(page, { at: 'ready', release })
    await page.evaluate(() => {
      window.scripted.refusal = { ok: false, code: 'not-now', message: 'Ben is in your party.' }
    })
    await guest!.button('Romp 0.2.0 is here').click()
    await guest!.button('Restart and install').click()
    await page.getByRole('alert').getByText('Ben is in your party.').waitFor()
  })

  it('looks only when it is told to, and by itself only where it may', async () => {
    const { page } = await arrive()
    await guest!.button('About this Romp').click()
    await page.getByText('nobody can tell what this connection costs').waitFor()
    expect(await calls(page)).toEqual(['examineUpdates'])
    await page.getByRole('switch', { name: 'Look for newer ones by itself' }).click()
    await page.getByText('Once a day').waitFor()
    expect(await calls(page)).toEqual(['setAutomaticUpdates'])
    await guest!.button('Look for a newer one').click()
    await expect.poll(() => calls(page)).toEqual(['checkForUpdate'])
    // While it looks, the button waits and keeps the focus.
    await show(page, { at: 'checking' })
    await page.keyboard.press('Enter')
    expect(await calls(page)).toEqual([])
    await guest!.button('Copy diagnostics').click()
    await page.getByText('Copied. Paste it').waitFor()
    expect(await calls(page)).toEqual(['copyDiagnostics'])
  })

  it('opens when the menu asks, also in a party, and tells the app that somebody plays', async () => {
    const { page } = await arrive()
    const told = () =>
      page.evaluate(() => window.scripted.calls.filter((name) => name === 'setPlaying').length)
    expect(await told()).toBe(1)
    await page.getByLabel('Join by address').fill(`127.0.0.1:${host.port}`)
    await page.getByLabel('Join by address').press('Enter')
    await guest!.arrived()
    expect(await told()).toBe(2)
    await page.evaluate(() => window.scripted.ask())
    await page.getByRole('dialog', { name: 'About this Romp' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
})

it('a guest’s page knows of no copy of its own', async () => {
  guest = await Guest.open(browser, { url: `http://127.0.0.1:${host.port}/`, as: ann })
  await guest
    .button(/^Join /)
    .first()
    .waitFor()
  expect(await guest.button('About this Romp').count()).toBe(0)
})
