import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Guest, phone } from '../support/page-driver.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, launch, patient, pia } from './party-of-three.ts'

let browser: Browser
let host: HostProcess
let guests: Guest[] = []

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  host = await startHostProcess(['--name', 'Last party'])
  guests = await Promise.all([
    Guest.open(browser, { url: host.base, as: ann }),
    Guest.open(browser, { url: host.base, as: pia, device: phone }),
  ])
  for (const guest of guests) await guest.join()
})

afterEach(async () => {
  for (const guest of guests) {
    expect(guest.troubles).toEqual([])
    await guest.close()
  }
  await host.end('SIGKILL')
})

afterAll(() => browser?.close())

const begunAnew = (guest: Guest) => guest.page.getByText('The host had to begin anew.').first()

describe('a host that stops', () => {
  it('says goodbye: the page tells so, and shows the way back', async () => {
    expect(await host.end('SIGTERM')).toBe(0)
    for (const guest of guests) {
      await guest.page.getByRole('heading', { name: 'The party is over' }).waitFor()
      await guest.page.getByText('Last party was closed by its host.').waitFor()
      await guest.button('Try again').waitFor()
    }
    const [first] = guests
    await first!.button('Back to lobby').click()
    await first!.page.getByRole('heading', { name: 'The party is not answering' }).waitFor()

    host = await startHostProcess(['--name', 'Next party'], host.port)
    // The lobby finds it by itself.
    await first!.button('Join Next party').click()
    await first!.arrived()
    await guests[1]!.button('Try again').click()
    await guests[1]!.arrived()
    await expect.poll(async () => (await first!.knows()).names, patient).toEqual(['Ann', 'Pia'])
  })
})

describe('a host that dies without a word', () => {
  it('leaves a page that says so, and that comes back by itself when the host does', async () => {
    await host.end('SIGKILL')
    for (const guest of guests) {
      await guest.page.getByRole('heading', { name: 'The connection is lost' }).waitFor()
      await guest.button('Try now').waitFor()
      await guest.button('Back to lobby').waitFor()
    }
    host = await startHostProcess(['--name', 'Risen party'], host.port)
    for (const guest of guests) await guest.arrived()
    await guests[0]!.page.getByRole('heading', { name: 'Risen party' }).waitFor()
    await expect.poll(async () => (await guests[0]!.knows()).names, patient).toEqual(['Ann', 'Pia'])
    // Nobody had played for anything yet.
    expect(await begunAnew(guests[0]!).count()).toBe(0)
  })

  it('and comes back without the evening’s points says so to everyone', async () => {
    await guests[0]!.button('Play a game').click()
    await guests[0]!.page.getByRole('dialog').getByRole('button', { name: 'Sumo' }).first().click()
    await guests[0]!.button('Start').click()
    for (const guest of guests)
      await guest.page.getByText(/^Sumo is about to begin/).waitFor({ state: 'attached' })
    await host.end('SIGKILL')
    host = await startHostProcess(['--name', 'Last party'], host.port)
    for (const guest of guests) await begunAnew(guest).waitFor()
  })

  it('lets its guests go back to the lobby, and knocks again where they ask for it', async () => {
    await host.end('SIGKILL')
    const [first] = guests
    await first!.button('Back to lobby').click()
    await first!.page.getByRole('heading', { name: 'The party is not answering' }).waitFor()
    await first!
      .button(/^Join /)
      .first()
      .click()
    await first!.page.getByRole('heading', { name: 'Nobody answers yet' }).waitFor()
    await first!.button('Try now').waitFor()
    await first!.button('Back to lobby').click()
    await first!.page.getByRole('heading', { name: 'The party is not answering' }).waitFor()
  })

  it('may be gone for good: after a minute the page says that, too', async () => {
    const [first] = guests
    await host.end('SIGKILL')
    await first!.page.getByRole('heading', { name: 'The connection is lost' }).waitFor()
    // The page's own clock is moved on: nobody waits a minute for it.
    await first!.page.evaluate(() => {
      const real = performance.now.bind(performance)
      performance.now = () => real() + 65_000
    })
    await first!.page.getByRole('heading', { name: 'The host may be gone' }).waitFor()
    await first!.button('Back to lobby').click()
    await first!.page.getByRole('heading', { name: 'The party is not answering' }).waitFor()
  })
})
