import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Guest, type GuestOptions, phone } from '../support/page-driver.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, ben, launch, patient, pia } from './party-of-three.ts'

let browser: Browser
let host: HostProcess | null = null
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
  await host?.end()
})

afterAll(() => browser?.close())

async function open(options: GuestOptions): Promise<Guest> {
  const guest = await Guest.open(browser, options)
  guests.push(guest)
  return guest
}

const heading = (guest: Guest, name: string) => guest.page.getByRole('heading', { name })

describe('a link to a room', () => {
  it('leads right in, and rooms never see each other', async () => {
    host = await startHostProcess(['--rooms', 'any'])
    const annAt = await open({ url: `${host.base}/r/red`, as: ann })
    const benAt = await open({ url: `${host.base}/r/red`, as: ben })
    const piaAt = await open({ url: `${host.base}/r/blue-2`, as: pia })
    for (const guest of guests) await guest.arrived()
    await expect.poll(async () => (await annAt.knows()).names, patient).toEqual(['Ann', 'Ben'])
    expect((await piaAt.knows()).names).toEqual(['Pia'])

    await piaAt.say('Is anybody here?')
    await annAt.say('Only red people read this')
    await expect
      .poll(async () => (await benAt.knows()).lines, patient)
      .toContain('Ann: Only red people read this')
    await expect.poll(async () => (await piaAt.knows()).lines, patient).toContain('Pia: Is anybody here?')
    expect((await piaAt.knows()).lines.join()).not.toMatch(/Ann|Ben/)
    expect((await benAt.knows()).lines.join()).not.toContain('Pia')

    await expect.poll(() => benAt.spot(ann.colour), patient).not.toBeNull()
    expect(await benAt.spot(pia.colour)).toBeNull()
    await expect.poll(() => piaAt.spot(pia.colour), patient).not.toBeNull()
    expect(await piaAt.spot(ann.colour)).toBeNull()

    const info = (await (await fetch(`${host.base}/api/info`)).json()) as {
      rooms: { room: string; players: number }[]
    }
    const players = Object.fromEntries(info.rooms.map(({ room, players: count }) => [room, count]))
    expect(players).toMatchObject({ red: 2, 'blue-2': 1 })
  })

  it('to a room that is not allowed says so, with the way to the lobby', async () => {
    host = await startHostProcess(['--rooms', 'red,blue', '--name', 'Red party'])
    const guest = await open({ url: `${host.base}/r/green`, as: ann })
    await heading(guest, 'No such party here').waitFor()
    await guest.button('Back to lobby').click()
    expect(new URL(guest.page.url()).pathname).toBe('/')
    await guest.button('Join Red party').first().click()
    await guest.arrived()
    expect(new URL(guest.page.url()).pathname).toBe('/r/red')
    await guest.page.goBack()
    await guest
      .button(/^Join /)
      .first()
      .waitFor()
  })
})

describe('a party with a password', () => {
  it('asks for it, takes no wrong one, and does not ask whoever is in again', async () => {
    host = await startHostProcess(['--password', 'Sesame 1', '--name', 'Secret party'])
    const guest = await open({ url: host.base, as: ann, device: phone })
    await guest.page.getByText('It has a password.').waitFor()
    await guest.button('Join Secret party').click()
    const dialog = guest.page.getByRole('dialog', { name: 'Secret party' })
    const field = dialog.getByLabel('Password', { exact: true })
    const goIn = dialog.getByRole('button', { name: 'Go in' })
    await goIn.click()
    await dialog.getByText('Write the password first.').waitFor()
    await field.fill('sesame 1')
    await goIn.click()
    await dialog.getByText('That was not it.').waitFor()
    expect((await fetch(`${host.base}/api/info`).then((info) => info.json())).rooms[0].players).toBe(0)
    await field.fill('Sesame 1')
    await field.press('Enter')
    await guest.arrived()
    await guest.page.reload()
    await guest.stage.waitFor()
  })

  it('can be left alone', async () => {
    host = await startHostProcess(['--password', 'x', '--name', 'Secret party'])
    const guest = await open({ url: `${host.base}/r/party`, as: ann })
    await guest.page.getByRole('dialog').getByRole('button', { name: 'Back to lobby' }).click()
    await guest.button('Join Secret party').waitFor()
  })

  it('never sends the password itself', async () => {
    host = await startHostProcess(['--password', 'Sesame 1'])
    const guest = await open({ url: host.base, as: ann })
    const sent: string[] = []
    guest.page.on('websocket', (line) => line.on('framesent', ({ payload }) => sent.push(String(payload))))
    await guest
      .button(/^Join /)
      .first()
      .click()
    await guest.page.getByLabel('Password', { exact: true }).fill('Sesame 1')
    await guest.button('Go in').click()
    await guest.arrived()
    expect(sent.some((frame) => frame.includes('"proof"'))).toBe(true)
    expect(sent.join()).not.toContain('Sesame')
  })
})

describe('a full party', () => {
  it('offers to watch, and a place as soon as there is one', async () => {
    host = await startHostProcess(['--max', '1', '--name', 'Small party'])
    const annAt = await open({ url: host.base, as: ann })
    await annAt.join()
    const benAt = await open({ url: `${host.base}/r/party`, as: ben })
    await heading(benAt, 'It’s full. Watch instead?').waitFor()
    await benAt.button('Watch').click()
    await benAt.arrived()
    await benAt.page.getByText('You are watching').waitFor()
    await expect.poll(() => benAt.spot(ann.colour), patient).not.toBeNull()

    const piaAt = await open({ url: host.base, as: pia, device: phone })
    await piaAt.button('It’s full. Watch instead?').tap()
    await piaAt.page.getByText('You are watching').waitFor()

    await annAt.button('Menu').click()
    await annAt.page.getByRole('menuitem', { name: 'Leave the party' }).click()
    await benAt.button('Join in').click()
    await expect.poll(async () => (await benAt.knows()).me, patient).not.toBeNull()
    await expect.poll(() => benAt.spot(ben.colour), patient).not.toBeNull()
  })
})
