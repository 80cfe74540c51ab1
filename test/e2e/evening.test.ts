/** A whole evening in two browsers, one of them a phone, and three bots: every game, from the vote to the podium. */

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Download } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { matchGames } from '../../src/games/index.ts'
import { Guest, phone } from '../support/page-driver.ts'
import { barriers } from './barriers.ts'
import { playAnyhow } from './hands.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'
import { ann, launch, pia } from './party-of-three.ts'

const pictures = fileURLToPath(new URL('../../test-results/evening/', import.meta.url))
/** Long enough for any of them, with its countdown, on a machine that is busy. */
const wholeMatch = 240_000
const [elected, ...others] = matchGames

let host: HostProcess
let browser: Browser
let annAt: Guest
let piaAt: Guest
const both = () => [annAt, piaAt]

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  host = await startHostProcess(['--name', 'Game night', '--bots', '3'])
  browser = await launch()
  annAt = await Guest.open(browser, {
    url: host.base,
    as: ann,
    device: { viewport: { width: 1280, height: 800 } },
  })
  await annAt.join()
  piaAt = await Guest.open(browser, { url: host.base, as: pia, device: phone, mood: 'dusk' })
  await piaAt.join()
})

afterAll(async () => {
  await browser?.close()
  await host?.end()
})

async function picture(name: string): Promise<void> {
  await annAt.page.screenshot({ path: join(pictures, `${name}.png`) })
  await piaAt.page.screenshot({ path: join(pictures, `${name}-phone.png`) })
}

/** From the countdown to the result, on both screens. */
async function playToItsEnd(game: AnyGame): Promise<void> {
  // A countdown is short: both screens are looked at together.
  const announced = both().flatMap(({ page }) => [
    page.getByRole('heading', { name: game.title, exact: true }).waitFor(),
    page.getByText(game.rule).first().waitFor(),
  ])
  await Promise.all(announced)
  await annAt.page.waitForTimeout(1500)
  await picture(`${game.id}-1-countdown`)
  const hands = [playAnyhow(annAt, 'keys', 1), playAnyhow(piaAt, 'fingers', 2)]
  await annAt.page.waitForFunction(() => window.rompParty?.state.evening?.phase === 'playing')
  await annAt.page.waitForTimeout(9000)
  await picture(`${game.id}-2-playing`)
  // A result goes by itself after some seconds: what it says is read at once.
  const tables = both().map(async ({ page }) => {
    await page.getByRole('heading', { name: /wins!$|win!$|share the win!$/ }).waitFor({ timeout: wholeMatch })
    return await page.getByRole('list', { name: 'Places' }).getByRole('listitem').allInnerTexts()
  })
  const read = await Promise.all(tables)
  await picture(`${game.id}-3-result`)
  for (const hand of hands) await hand.stop()
  for (const places of read) {
    expect(places).toHaveLength(5)
    for (const name of ['Ann', 'Pia']) expect(places.filter((row) => row.includes(name))).toHaveLength(1)
  }
  for (const { troubles } of both()) expect(troubles).toEqual([])
}

/** A game's card in the vote. */
function card({ page }: Guest, { title }: AnyGame) {
  const board = page.getByRole('region', { name: 'What’s next?' })
  return board.getByRole('button', { name: new RegExp(title) })
}

/** Unless it went on by itself meanwhile. */
async function goOn(): Promise<void> {
  const next = annAt.page.getByRole('button', { name: 'Next', exact: true })
  if (await next.isVisible()) await next.click({ timeout: 3000 }).catch(() => {})
}

/** In the host's sheet, with the shortest match that the game has. */
async function addToPlaylist(game: AnyGame): Promise<void> {
  const { page } = annAt
  await page.getByRole('dialog').getByRole('button', { name: game.title }).first().click()
  for (const { label, choices } of game.options) {
    const first = choices[0]?.label ?? ''
    if (/^(Rounds|Length|Play to)$/.test(label))
      await page
        .getByRole('radiogroup', { name: label })
        .getByRole('radio', { name: first, exact: true })
        .click()
  }
  await page.getByRole('button', { name: 'Add to playlist' }).click()
}

describe('an evening', () => {
  it(
    'begins with a vote, in which everyone has a voice',
    async () => {
      if (!elected) throw new Error('There are games.')
      await picture('0-meadow')
      await annAt.button('Play a game').click()
      await annAt.page.getByRole('button', { name: 'Let everyone vote' }).waitFor()
      await picture('0-shelf')
      expect(await barriers(annAt)).toEqual([])
      await annAt.button('Let everyone vote').click()
      for (const { page } of both()) await page.getByRole('heading', { name: 'What’s next?' }).waitFor()
      await card(annAt, elected).click()
      await piaAt.page.getByText('1 of 2 voted').waitFor()
      await picture('0-vote')
      expect(await barriers(annAt)).toEqual([])
      // Where that took too long, the vote is over and one voice has decided it.
      await card(piaAt, elected)
        .tap({ timeout: 5000 })
        .catch(() => {})
      await playToItsEnd(elected)
      await goOn()
      await annAt.button('Play a game').waitFor()
    },
    wholeMatch,
  )

  it(
    'goes on with a playlist of all the others, each played to its end',
    async () => {
      await annAt.button('Play a game').click()
      for (const game of others) await addToPlaylist(game)
      await picture('0-playlist')
      expect(await barriers(annAt)).toEqual([])
      await annAt.button('Start the playlist').click()
      for (const game of others) {
        await playToItsEnd(game)
        await goOn()
      }
    },
    wholeMatch * 3,
  )

  it('ends on a podium with a champion, and with a table to keep', async () => {
    for (const { page } of both())
      await page.getByRole('heading', { name: /champion!$|share the crown!$/ }).waitFor()
    await annAt.page.waitForTimeout(1200)
    await picture('9-podium')
    await annAt.button('Back to the meadow').click()
    await annAt.button('Standings').click()
    await annAt.page.getByRole('table').waitFor()
    expect(await barriers(annAt)).toEqual([])
    await picture('9-standings')
    const saved = await save('Save as file')
    const table = JSON.parse(readFileSync(await saved.path(), 'utf8'))
    expect(JSON.stringify(table)).toContain('"Ann"')
    expect(JSON.stringify(table)).toContain('"Pia"')
    const painted = await save('Save as picture')
    expect(painted.suggestedFilename()).toMatch(/\.png$/)
    await painted.saveAs(join(pictures, '9-saved.png'))
    expect(readFileSync(join(pictures, '9-saved.png')).subarray(1, 4).toString()).toBe('PNG')
    for (const { troubles } of both()) expect(troubles).toEqual([])
  })
})

async function save(button: string): Promise<Download> {
  const [saved] = await Promise.all([annAt.page.waitForEvent('download'), annAt.button(button).click()])
  return saved
}
