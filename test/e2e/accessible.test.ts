import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Advert } from '../../src/protocol/advert.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { Guest, laptop, phone } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { barriers } from './barriers.ts'
import { ann, ben, launch } from './party-of-three.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser?.close())

const adverts: Advert[] = [
  {
    name: 'Older party',
    protocol: protocolVersion + 1,
    liveness: 'live' as const,
    locked: false,
    players: 2,
  },
  { name: 'Full party', protocol: protocolVersion, liveness: 'live' as const, locked: true, players: 8 },
  { name: 'Fading party', protocol: protocolVersion, liveness: 'fading' as const, locked: false, players: 2 },
].map((more) => ({
  ...{ room: 'party', game: 'meadow', phase: 'meadow' as const, bots: 1, spectators: 0, max: 8 },
  ...{ hostId: `host-of-${more.name}`, hostName: 'cottage', version: '0.9.0', ping: 12, own: false },
  at: { address: '127.0.0.1', port: 1 },
  ...more,
}))

// Axe looks at no pixels that a sharper screen would add.
const devices = [
  ['a laptop', laptop],
  ['a phone', { ...phone, deviceScaleFactor: 1 }],
] as const

describe('axe finds nothing serious, by day and at dusk', () => {
  describe.each(devices)('on %s', (_, device) => {
    const guests: Guest[] = []
    const hosts: Awaited<ReturnType<typeof startTestHost>>[] = []

    afterEach(async () => {
      for (const guest of guests.splice(0)) {
        expect(guest.troubles).toEqual([])
        await guest.close()
      }
      await Promise.all(hosts.splice(0).map((host) => host.stop()))
    })

    async function arrive(settings: Parameters<typeof startTestHost>[0], path = ''): Promise<Guest> {
      const host = await startTestHost(settings)
      hosts.push(host)
      const url = `http://127.0.0.1:${host.port}${path}`
      const guest = await Guest.open(browser, { url, as: ann, device })
      guests.push(guest)
      return guest
    }

    it('at home, and in the dialog of who one is', async () => {
      const guest = await arrive({ nearby: () => ({ discovery: 'on', trouble: 'No Wi-Fi here.', adverts }) })
      await guest.page.getByText('Fading party').waitFor()
      expect(await barriers(guest)).toEqual([])
      await guest.button('Change').click()
      await guest.page.getByRole('dialog').waitFor()
      expect(await barriers(guest)).toEqual([])
    })

    it('in a party: on the stage, in the chat, the roster, the invitation, the menu and its dialogs', async () => {
      const guest = await arrive({ bots: 2 }, '/r/party')
      await guest.arrived()
      expect(await barriers(guest)).toEqual([])
      const fold = async () => {
        await guest.page.keyboard.press('Escape')
        await guest.page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
      await guest.say('Hello!')
      await guest.page.getByRole('log').getByText('Hello!').waitFor()
      expect(await barriers(guest)).toEqual([])
      await fold()
      for (const door of [/^Who is here/, 'Bring someone in']) {
        await guest.button(door).click()
        await guest.button(/^(Fold|Close)$/).waitFor()
        expect(await barriers(guest)).toEqual([])
        await fold()
      }
      await guest.button('Menu').click()
      await guest.page.getByRole('menu').waitFor()
      expect(await barriers(guest)).toEqual([])
      await guest.page.keyboard.press('Escape')
      for (const item of ['Light and sound', 'How to play', 'Host’s controls']) {
        await guest.button('Menu').click()
        await guest.page.getByRole('menuitem', { name: item }).click()
        await guest.page.getByRole('dialog', { name: item }).waitFor()
        expect(await barriers(guest)).toEqual([])
        await fold()
      }
      await guest.say('   ')
      await guest.page.getByText('There is nothing in that line yet.').waitFor()
      expect(await barriers(guest)).toEqual([])
    })

    it('before a password, and with a wrong one', async () => {
      const guest = await arrive({ password: 'Sesame' }, '/r/party')
      const dialog = guest.page.getByRole('dialog')
      await dialog.waitFor()
      expect(await barriers(guest)).toEqual([])
      await dialog.getByLabel('Password', { exact: true }).fill('no')
      await dialog.getByRole('button', { name: 'Go in' }).click()
      await dialog.getByText('That was not it.').waitFor()
      expect(await barriers(guest)).toEqual([])
    })

    it('when it is full, when the line is lost, and when it is over', async () => {
      const guest = await arrive({ max: 1 }, '/r/party')
      await guest.arrived()
      const second = await Guest.open(browser, {
        url: `http://127.0.0.1:${hosts[0]!.port}/r/party`,
        as: ben,
        device,
      })
      guests.push(second)
      await second.page.getByRole('heading', { name: 'It’s full. Watch instead?' }).waitFor()
      expect(await barriers(second)).toEqual([])
      await second.close()

      await guest.page.context().setOffline(true)
      await guest.page.evaluate(() => {
        // A silent line is lost; nobody waits for its silence here.
        const real = performance.now.bind(performance)
        performance.now = () => real() + 5000
      })
      await guest.page.getByRole('heading', { name: 'The connection is lost' }).waitFor()
      expect(await barriers(guest)).toEqual([])
      await guest.page.context().setOffline(false)
      await guest.arrived()
      await hosts[0]!.stop()
      await guest.page.getByRole('heading', { name: 'The party is over' }).waitFor()
      expect(await barriers(guest)).toEqual([])
    })
  })
})
