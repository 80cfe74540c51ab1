import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CuttableProxy, startProxy } from '../support/cuttable-proxy.ts'
import { Guest } from '../support/page-driver.ts'
import { scoreGoal } from './goal.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import {
  ann,
  ben,
  distance,
  launch,
  near,
  patient,
  pia,
  standing,
  tapTo,
  threeGuests,
  until,
  walkByKeys,
  walkTo,
} from './party-of-three.ts'
import { type Witness, watch } from './witness.ts'

let host: HostProcess
let wire: CuttableProxy
let browser: Browser
let annAt: Guest
let benAt: Guest
let piaAt: Guest
let witness: Witness
const people = ['Ann', 'Ben', 'Pia']

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Cut party'])
  wire = await startProxy(host.port)
  browser = await launch()
  ;[annAt, benAt, piaAt] = await threeGuests(browser, `http://127.0.0.1:${wire.port}`)
  // The witness has a line of its own, which nobody cuts.
  witness = watch(host.port)
  await until('the witness sees the party', () => witness.tick >= 0)
})

afterEach(() => {
  for (const guest of [annAt, benAt, piaAt]) expect(guest.troubles).toEqual([])
})

afterAll(async () => {
  witness?.leave()
  await browser?.close()
  await wire?.close()
  await host?.end()
})

const lost = (guest: Guest) => guest.page.getByRole('heading', { name: 'The connection is lost' })

describe('five seconds without a network', () => {
  it('leave everyone their seat, name, colour, place and score', async () => {
    // Out of the ball's way.
    await Promise.all([
      walkTo(benAt, 'Ben', { x: 300, y: 140 }, witness),
      tapTo(piaAt, pia, { x: 800, y: 780 }, witness),
    ])
    await scoreGoal(annAt, 'Ann', witness)
    for (const name of people) await standing(witness, name)
    const players = people.map((name) => witness.player(name))
    const bodies = people.map((name) => witness.body(name)!)
    expect(bodies[0]!.score).toBe(1)

    const cutAt = performance.now()
    wire.cut()
    for (const guest of [annAt, benAt, piaAt]) {
      await lost(guest).waitFor()
      // The game stays in sight, and there is something to do.
      expect(await guest.stage.isVisible()).toBe(true)
      await guest.button('Try now').waitFor()
      await guest.button('Back to lobby').waitFor()
      expect((await guest.knows()).phase).toBe('lost')
    }
    await until('five seconds are over', () => performance.now() - cutAt >= 5000)
    wire.heal()

    for (const guest of [annAt, benAt, piaAt]) {
      await guest.arrived()
      await lost(guest).waitFor({ state: 'hidden' })
    }
    await expect.poll(() => people.map((name) => witness.player(name)), patient).toEqual(players)
    for (const [i, guest] of [annAt, benAt, piaAt].entries()) {
      const { seat, me } = await guest.knows()
      expect(seat).toBe(players[i]!.seat)
      expect(me!.score).toBe(bodies[i]!.score)
      expect(distance(me, bodies[i])).toBeLessThan(5)
      expect(witness.body(people[i]!)!.score).toBe(bodies[i]!.score)
    }
    await expect
      .poll(async () => distance(await benAt.spotInWorld(ann.colour), witness.body('Ann')), patient)
      .toBeLessThan(near)
  })

  it('are forgotten afterwards: everyone walks, sees and talks as before', async () => {
    await walkByKeys(benAt, 'Ben', ['KeyD'], 150, witness)
    await expect
      .poll(async () => distance(await annAt.spotInWorld(ben.colour), witness.body('Ben')), patient)
      .toBeLessThan(near)
    await piaAt.say('Back again!')
    await expect.poll(async () => (await annAt.knows()).lines, patient).toContain('Pia: Back again!')
    await piaAt.button('Close').click()
  })
})

describe('a page that is loaded again', () => {
  it('has its seat, name and score as before', async () => {
    const before = { player: witness.player('Ann'), score: witness.body('Ann')!.score }
    await annAt.page.reload()
    await annAt.stage.waitFor()
    await expect.poll(() => witness.player('Ann'), patient).toEqual(before.player)
    expect(witness.body('Ann')!.score).toBe(before.score)
    const lines = () => witness.party.state.chat.filter(({ name }) => name === 'Ann').map(({ kind }) => kind)
    await expect.poll(lines, patient).toContain('returned')
    expect(lines().filter((kind) => kind === 'joined')).toHaveLength(1)
  })
})

describe('a second tab of the same browser', () => {
  it('has a seat of its own', async () => {
    const second = await Guest.open(browser, {
      url: `http://127.0.0.1:${wire.port}/r/party`,
      profile: benAt.profile,
    })
    await second.arrived()
    const { seat, names } = await second.knows()
    expect(names.filter((name) => name === 'Ben')).toHaveLength(2)
    expect(seat).not.toBe((await benAt.knows()).seat)
    expect((await benAt.knows()).phase).toBe('joined')
    expect(second.troubles).toEqual([])
    await second.page.close()
  })

  it('that is a copy of the first takes over its seat, and the first says so and can have it back', async () => {
    const url = `http://127.0.0.1:${wire.port}/r/party`
    const { seat } = await piaAt.knows()
    const kept = await piaAt.page.evaluate(() => ({ ...sessionStorage }))
    const page = await piaAt.profile.newPage()
    // What a browser does that duplicates a tab.
    await page.addInitScript((all) => {
      for (const [key, value] of Object.entries(all)) sessionStorage.setItem(key, value)
    }, kept)
    await page.goto(`${url}?debug=quiet`)
    await piaAt.page.getByRole('heading', { name: 'Playing in another tab' }).waitFor()
    await page.waitForFunction((was) => window.rompParty?.state.seat === was, seat)
    await piaAt.button('Play here').click()
    await piaAt.arrived()
    expect((await piaAt.knows()).seat).toBe(seat)
    await page.getByRole('heading', { name: 'Playing in another tab' }).waitFor()
    await page.close()
  })
})
