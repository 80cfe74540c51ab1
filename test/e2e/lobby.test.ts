import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import type { Advert, Nearby } from '../../src/protocol/advert.ts'
import { protocolVersion, version } from '../../src/protocol/version.ts'
import { Guest, type GuestOptions, phone } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { ann, ben, launch, patient } from './party-of-three.ts'

let browser: Browser
const hosts: RunningHost[] = []
let guests: Guest[] = []

beforeAll(async () => {
  browser = await launch()
})

afterEach(async () => {
  for (const guest of guests) {
    expect(guest.troubles).toEqual([])
    await guest.close()
  }
  guests = []
  await Promise.all(hosts.splice(0).map((host) => host.stop()))
})

afterAll(() => browser?.close())

async function hostWith(settings: Parameters<typeof startTestHost>[0]): Promise<string> {
  const host = await startTestHost(settings)
  hosts.push(host)
  return `http://127.0.0.1:${host.port}`
}

async function open(options: GuestOptions): Promise<Guest> {
  const guest = await Guest.open(browser, options)
  guests.push(guest)
  return guest
}

function advert(name: string, more: Partial<Advert> = {}): Advert {
  return {
    ...{ room: 'party', name, game: 'meadow', phase: 'meadow', players: 2, bots: 0, spectators: 0, max: 8 },
    ...{ locked: false, hostId: `host-of-${name}`, hostName: 'cottage', version, protocol: protocolVersion },
    ...{ at: { address: '127.0.0.1', port: 1 }, ping: 12, liveness: 'live', own: false },
    ...more,
  }
}

describe('the list of parties', () => {
  const adverts = [
    advert('Open party', { players: 3, ping: 7, hostName: 'kitchen-pc' }),
    advert('Locked party', { locked: true }),
    advert('Full party', { players: 8 }),
    advert('Fading party', { liveness: 'fading' }),
    advert('Bot party', { bots: 3 }),
    advert('Older party', { protocol: protocolVersion + 1, version: '9.9.9' }),
  ]

  it('shows each with its players, ping, lock and version, and what can be done', async () => {
    const base = await hostWith({ nearby: () => ({ discovery: 'on', trouble: null, adverts }) })
    const { page } = await open({ url: base })
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    await row('Open party').waitFor()
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: ' party' }).count()).toBe(6)

    const text = async (name: string) => (await row(name).innerText()).replaceAll(/\s+/g, ' ')
    expect(await text('Open party')).toMatch(/kitchen-pc · Meadow.*3\/8.*7 ms/)
    await row('Open party').getByRole('button', { name: 'Join Open party' }).waitFor()
    await row('Locked party').getByRole('img', { name: 'has a password' }).waitFor()
    expect(await row('Open party').getByRole('img', { name: 'has a password' }).count()).toBe(0)
    expect(await text('Full party')).toContain('8/8 full')
    await row('Full party').getByRole('button', { name: 'Watch Full party' }).waitFor()
    expect(await text('Fading party')).toContain('not answering just now')
    expect(await text('Bot party')).toContain('3 bots')
    const older = await text('Older party')
    expect(older).toContain('9.9.9')
    expect(older).toContain(version)
    const colour = (name: string) =>
      page.getByText(name, { exact: true }).evaluate((element) => getComputedStyle(element).color)
    expect(await colour('Older party')).not.toBe(await colour('Open party'))
  })

  it('fills, changes and empties by itself', async () => {
    let around: Advert[] = []
    const base = await hostWith({
      nearby: (): Nearby => ({ discovery: 'on', trouble: null, adverts: around }),
    })
    const { page } = await open({ url: base, device: phone })
    await page.getByText('It’s quiet out here').waitFor()
    around = [advert('Garden party')]
    await page.getByRole('button', { name: 'Join Garden party' }).waitFor()
    around = [advert('Garden party', { name: 'Roof party', players: 5 })]
    await page.getByRole('button', { name: 'Join Roof party' }).waitFor()
    await page.getByText('5/8').waitFor()
    around = []
    await page.getByText('It’s quiet out here').waitFor()
  })

  it('says what keeps it empty', async () => {
    const trouble = 'Another program keeps Romp from looking around.'
    const base = await hostWith({ nearby: () => ({ discovery: 'blocked', trouble, adverts: [] }) })
    const { page } = await open({ url: base })
    await page.getByText(trouble).waitFor()
  })

  it('leads to the party of another host', async () => {
    const other = await hostWith({ hostId: 'other-host-1', name: 'Other party' })
    const at = { address: '127.0.0.1', port: Number(new URL(other).port) }
    const base = await hostWith({
      name: 'First party',
      nearby: () => ({
        discovery: 'on',
        trouble: null,
        adverts: [advert('Other party', { hostId: 'other-host-1', at })],
      }),
    })
    const guest = await open({ url: base, as: ann })
    await guest.button('Join Other party').click()
    await guest.stage.waitFor()
    expect(new URL(guest.page.url()).origin).toBe(other)
    await guest.page.getByRole('heading', { name: 'Other party' }).waitFor()
  })
})

describe('an address', () => {
  it('that was typed leads in; one that is none says what it should look like', async () => {
    const base = await hostWith({ name: 'Typed party' })
    const guest = await open({ url: base, as: ann })
    const field = guest.page.getByLabel('Join by address')
    await field.fill('not an address!')
    await field.press('Enter')
    await guest.page.getByText('That does not look like an address.').waitFor()
    await field.fill(new URL(base).host)
    await guest.button('Go').click()
    await guest.arrived()
  })
})

describe('who one is', () => {
  it('needs nothing typed, can be chosen, is kept after a reload, and shows to others', async () => {
    const base = await hostWith({})
    const guest = await open({ url: base })
    const stranger = await guest.page.getByText('You are').locator('xpath=following-sibling::p').innerText()
    expect(stranger.length).toBeGreaterThan(2)
    await guest.button('Change').click()
    const dialog = guest.page.getByRole('dialog', { name: 'Who are you tonight?' })
    await dialog.getByLabel('Name').fill('   ')
    await dialog.getByRole('button', { name: 'That’s me' }).click()
    await dialog.getByText('A name needs at least one letter.').waitFor()
    await dialog.getByLabel('Name').fill('Zoë 🦊')
    await dialog.getByRole('radio', { name: 'Plum' }).click()
    await dialog.getByRole('radio', { name: 'Star' }).click()
    await dialog.getByRole('button', { name: 'That’s me' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await guest.page.reload()
    await guest.page.getByText('Zoë 🦊').waitFor()
    await guest.visit(base)
    await guest.join()

    const other = await open({ url: `${base}/r/party`, as: ben })
    await other.arrived()
    const seen = () =>
      other.page.evaluate(() =>
        [...(window.rompParty?.state.players.values() ?? [])].map(
          ({ name, colour, shape }) => `${name} ${colour} ${shape}`,
        ),
      )
    await expect.poll(seen, patient).toContain('Zoë 🦊 plum star')
    await expect.poll(() => other.spot('plum'), patient).not.toBeNull()

    // Also in the middle of a party.
    await guest.button('Menu').click()
    await guest.page.getByRole('menuitem', { name: 'Change how I look' }).click()
    await dialog.getByRole('radio', { name: 'Rust' }).click()
    await dialog.getByRole('button', { name: 'That’s me' }).click()
    await expect.poll(seen, patient).toContain('Zoë 🦊 rust star')
    await expect.poll(() => other.spot('rust'), patient).not.toBeNull()
  })
})
