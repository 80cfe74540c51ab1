import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inks } from '../../src/renderer/stage/palette.ts'
import { Guest } from '../support/page-driver.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, launch, patient, threeGuests, until, walkTo } from './party-of-three.ts'
import { type Witness, watch } from './witness.ts'

let host: HostProcess
let browser: Browser
let annAt: Guest
let benAt: Guest
let piaAt: Guest
let witness: Witness
const guests = () => [annAt, benAt, piaAt]

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Talk party'])
  browser = await launch()
  ;[annAt, benAt, piaAt] = await threeGuests(browser, host.base)
  witness = watch(host.port)
  await until('the witness sees the party', () => witness.tick >= 0)
})

afterEach(() => {
  for (const guest of guests()) expect(guest.troubles).toEqual([])
})

afterAll(async () => {
  witness?.leave()
  await browser?.close()
  await host?.end()
})

async function openChat(guest: Guest): Promise<void> {
  const log = guest.page.getByRole('log')
  if (!(await log.isVisible())) await guest.button(/^Chat/).click()
  await log.waitFor()
}

/** The line stands in the chat of this page. */
async function reads(guest: Guest, text: string): Promise<void> {
  await openChat(guest)
  await guest.page.getByRole('log').getByText(text, { exact: true }).waitFor()
}

describe('the chat', () => {
  it('shows a line to everyone, with its author, and in a bubble above the speaker', async () => {
    // Where there is room for a bubble, and nothing else of its colour.
    const spot = await walkTo(annAt, 'Ann', { x: 420, y: 640 }, witness)
    const bubble = async () => {
      const camera = await benAt.camera()
      const at = {
        x: camera.left + spot.x * camera.scale,
        y: camera.top + (spot.y - 62) * camera.scale,
      }
      return await benAt.countAround(at, 24, inks.day.surface)
    }
    const before = await bubble()
    await annAt.say('Who wants to play?')
    await expect.poll(bubble, patient).toBeGreaterThan(before + 300)
    for (const guest of guests()) {
      await reads(guest, 'Who wants to play?')
      await until('every client has it', async () =>
        (await guest.knows()).lines.includes('Ann: Who wants to play?'),
      )
    }
    await piaAt.say('Me! ❤️ <b>')
    for (const guest of guests()) await reads(guest, 'Me! ❤️ <b>')
    await expect.poll(bubble, patient).toBeLessThan(before + 100)
  })

  it('announces who comes and who goes, and gives a latecomer the last lines', async () => {
    const late = await Guest.open(browser, { url: host.base })
    await late.join()
    const { names, lines } = await late.knows()
    expect(names).toHaveLength(5)
    const name = names.find((one) => !['Ann', 'Ben', 'Pia', 'Witness'].includes(one))!
    expect(lines).toEqual(
      expect.arrayContaining(['Ann joined', 'Ann: Who wants to play?', 'Pia: Me! ❤️ <b>', `${name} joined`]),
    )
    await reads(late, 'Who wants to play?')
    await openChat(benAt)
    await benAt.page.getByRole('log').getByText(`${name} joined`).waitFor()
    await late.button('Menu').click()
    await late.page.getByRole('menuitem', { name: 'Leave the party' }).click()
    await late
      .button(/^Join /)
      .first()
      .waitFor()
    await benAt.page.getByRole('log').getByText(`${name} left`).waitFor()
    expect(late.troubles).toEqual([])
    await late.close()
  })

  it('carries a whisper to its receiver and to nobody else', async () => {
    await annAt.button(/^Who is here/).click()
    await annAt.page.getByRole('list').getByRole('button', { name: /Ben/ }).click()
    await annAt.page.getByRole('menuitem', { name: 'Whisper' }).click()
    await annAt.say('Only for you')
    await reads(benAt, 'Only for you')
    await benAt.page.getByRole('log').getByText('whispered to you').waitFor()
    await reads(annAt, 'Only for you')
    await annAt.button('To everyone instead').click()
    // What is said after it arrives after it: then it did not come at all.
    await annAt.say('For all')
    await reads(piaAt, 'For all')
    expect(await piaAt.page.getByText('Only for you').count()).toBe(0)
    expect((await piaAt.knows()).lines).not.toContain('Ann: Only for you')
    expect(
      witness.party.state.chat.some((line) => line.kind === 'said' && line.text === 'Only for you'),
    ).toBe(false)
  })

  it('answers an empty, an over-long and a hasty line, to its sender alone', async () => {
    await openChat(benAt)
    await benAt.say('   ')
    await benAt.page.getByText('There is nothing in that line yet. Write a word or two.').waitFor()
    await benAt.say('x'.repeat(241))
    await benAt.page.getByText('That line is too long. Keep it under 240 letters.').waitFor()
    for (let i = 1; i <= 12; i++) await benAt.say(`hasty ${i}`)
    await benAt.page
      .getByText(/^Easy!/)
      .first()
      .waitFor()
    await reads(annAt, 'hasty 1')
    // Which one was too hasty depends on how fast this machine types.
    expect(await annAt.page.getByText(/^hasty \d+$/).count()).toBeLessThan(12)
    for (const other of [annAt, piaAt]) {
      expect(await other.page.getByText(/nothing in that line|too long|^Easy!/).count()).toBe(0)
    }
    expect((await annAt.knows()).lines.some((line) => line.includes('xxxx') || /: *$/.test(line))).toBe(false)
  })
})

describe('an emote', () => {
  it('by key and by button reaches everyone', async () => {
    const heard: string[] = []
    const stop = witness.party.hear((event) => {
      if (event.type === 'emoted') heard.push(`${event.seat} ${event.emote}`)
    })
    const seats = ['Ann', 'Pia'].map((name) => witness.player(name)?.seat)
    await annAt.page.keyboard.press('Escape')
    for (const key of ['1', '2', '3']) await annAt.page.keyboard.press(key)
    if (await piaAt.button('Close').isVisible()) await piaAt.button('Close').click()
    await piaAt.button('Wow').tap()
    await expect
      .poll(() => heard.sort(), patient)
      .toEqual([`${seats[0]} heart`, `${seats[0]} laugh`, `${seats[0]} wave`, `${seats[1]} wow`].sort())
    stop()
  })

  it('is not sent by a digit that is typed', async () => {
    let emotes = 0
    const stop = witness.party.hear((event) => {
      if (event.type === 'emoted') emotes++
    })
    await annAt.page.keyboard.press('Enter')
    await annAt.page.keyboard.type('1234 wasd', { delay: 30 })
    const before = witness.body(ann.name)!
    await annAt.page.keyboard.press('Enter')
    await reads(benAt, '1234 wasd')
    expect(emotes).toBe(0)
    expect(Math.hypot(witness.body('Ann')!.x - before.x, witness.body('Ann')!.y - before.y)).toBeLessThan(3)
    stop()
  })
})
