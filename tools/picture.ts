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
import { smallPng } from './small-png.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const anna = { name: 'Anna', colour: 'coral', shape: 'circle' } as const
const lines = { Ben: 'Over here, over here!', Emi: 'Nice one, Hugo!', Greta: 'Who is up for another round?' }
type Speaker = keyof typeof lines
const mostTries = 8
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

async function take(guest: Guest, file: string, speakers: readonly Speaker[]): Promise<void> {
  // The news of who came passes by.
  await wait(7500)
  for (let tries = 1; !(await goodMoment(speakers)) && tries < mostTries; tries++) await wait(2500)
  const picture = await pixelsOf(guest.page, await guest.page.screenshot())
  const bytes = smallPng(picture)
  writeFileSync(`${docs}${file}`, bytes)
  console.log(`docs/${file}: ${picture.width} × ${picture.height}, ${Math.round(bytes.length / 1000)} kB`)
  await guest.button('Menu').click()
  await guest.page.getByRole('menuitem', { name: 'Leave the party' }).click()
  await guest.close()
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
