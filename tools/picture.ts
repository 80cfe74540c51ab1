/** Takes the README's pictures: `npm run picture`. A real host, real clients that play, and two guests' pages. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { startHostProcess } from '../test/e2e/host-process.ts'
import { tapTo, walkTo } from '../test/e2e/party-of-three.ts'
import { watch } from '../test/e2e/witness.ts'
import { chromiumArguments, needChromium } from '../test/support/chromium.ts'
import { Guest, phone } from '../test/support/page-driver.ts'
import { Cast } from './cast.ts'
import { openPreview } from './preview/open.ts'
import type {} from './preview/page.ts'
import { smallPng } from './small-png.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const anna = { name: 'Anna', colour: 'coral', shape: 'circle' } as const
const lines = { Ben: 'Over here, over here!', Emi: 'Nice one, Hugo!', Greta: 'Who is up for another round?' }
type Speaker = keyof typeof lines
const mostTries = 8
const moments = [
  { game: 'trails', seconds: 10, seed: 7, mood: 'day' },
  { game: 'sumo', seconds: 8, seed: 7, mood: 'dusk' },
  { game: 'gold-rush', seconds: 14, seed: 7, mood: 'day' },
  { game: 'blaster', seconds: 14, seed: 7, mood: 'day' },
  { game: 'tic-tac-toe', seconds: 9, seed: 7, mood: 'dusk' },
  { game: 'royale', seconds: 5.8, seed: 7, mood: 'day' },
] as const
const wait = (ms: number) => new Promise((later) => setTimeout(later, ms))

const host = await startHostProcess(['--name', 'Anna’s party'])
const browser = await chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments] })
const cast = new Cast(`ws://127.0.0.1:${host.port}/play/`)
const witness = watch(host.port)
try {
  while (!cast.isComplete) await wait(50)
  const large = await arrive({ viewport: { width: 1600, height: 900 } }, 'day')
  await walkTo(large, anna.name, { x: 820, y: 700 }, witness)
  await take(large, 'romp.png', ['Ben', 'Emi', 'Greta'])
  const small = await arrive({ ...phone, deviceScaleFactor: 2 }, 'dusk')
  await tapTo(small, anna, { x: 800, y: 640 }, witness)
  // Greta is out of its sight.
  await take(small, 'romp-phone.png', ['Ben', 'Emi'])
  await takeGames()
} finally {
  witness.leave()
  cast.leave()
  await browser.close()
  await host.end()
}

async function arrive(device: typeof phone, mood: 'day' | 'dusk'): Promise<Guest> {
  const guest = await Guest.open(browser, { url: host.base, as: anna, device, mood })
  await guest.join()
  return guest
}

/** Every game at a good moment, on one sheet. */
async function takeGames(): Promise<void> {
  const page = await openPreview(browser, 800, 450)
  const shots: string[] = []
  for (const moment of moments) {
    await page.evaluate((wish) => window.preview(wish), {
      ...moment,
      players: 8,
      me: 0,
      reducedMotion: false,
    })
    shots.push((await page.screenshot()).toString('base64'))
  }
  const sheet = await browser.newPage({ viewport: { width: 1600, height: 1350 } })
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join('')
  const style = 'body{margin:0;display:grid;grid-template-columns:1fr 1fr}img{display:block;width:100%}'
  await sheet.setContent(`<style>${style}</style>${images}`)
  await keep('games.png', sheet, await sheet.screenshot())
}

async function take(guest: Guest, file: string, speakers: readonly Speaker[]): Promise<void> {
  // The news of who came passes by.
  await wait(7500)
  for (let tries = 1; !(await goodMoment(speakers)) && tries < mostTries; tries++) await wait(2500)
  await keep(file, guest.page, await guest.page.screenshot())
  await guest.button('Menu').click()
  await guest.page.getByRole('menuitem', { name: 'Leave the party' }).click()
  await guest.close()
}

async function keep(file: string, page: Page, shot: Buffer): Promise<void> {
  const picture = await pixelsOf(page, shot)
  const bytes = smallPng(picture)
  writeFileSync(`${docs}${file}`, bytes)
  console.log(`docs/${file}: ${picture.width} × ${picture.height}, ${Math.round(bytes.length / 1000)} kB`)
}

/** Everyone speaks; then, while the bubbles last, a moment in which people run and nobody hides anything. */
async function goodMoment(speakers: readonly Speaker[]): Promise<boolean> {
  for (const speaker of speakers) cast.say(speaker, lines[speaker])
  cast.emote('Inês', 'heart')
  cast.emote('Jonas', 'laugh')
  cast.emote('Farid', 'wow')
  await wait(600)
  const until = performance.now() + 1000
  while (performance.now() < until) {
    if (isLively(speakers)) return true
    await wait(20)
  }
  return false
}

function isLively(speakers: readonly Speaker[]): boolean {
  const { bodies, ball } = cast.meadow()
  const all = [...bodies.entries()]
  const running = all.filter(([, { vx, vy }]) => Math.hypot(vx, vy) > 90)
  const crowded = all.some(([name, one]) =>
    all.some(([other, { x, y }]) => name < other && Math.hypot(one.x - x, one.y - y) < 100),
  )
  const covered = all.some(([name, { x, y }]) =>
    speakers.some((speaker) => {
      const at = bodies.get(speaker)
      return speaker !== name && at && Math.abs(at.x - x) < 150 && at.y - y > 0 && at.y - y < 150
    }),
  )
  const middle = Math.abs(ball.x - 800) < 300 && ball.y > 250 && ball.y < 650
  return running.length > all.length / 2 && !crowded && !covered && ball.away === 0 && middle
}

/** A browser can read a PNG: no need for a library. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, base64 } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (!canvas) throw new Error('This browser has no canvas.')
    canvas.drawImage(image, 0, 0)
    const { data } = canvas.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < data.length; at += 0x8000)
      text += String.fromCharCode(...data.subarray(at, at + 0x8000))
    return { width: image.width, height: image.height, base64: btoa(text) }
  }, png.toString('base64'))
  return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) }
}
