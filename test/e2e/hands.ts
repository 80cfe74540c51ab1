/** Two hands that play any game: not well, but as people do who do not know it yet. */

import { randomStream } from '../../src/netcode/random.ts'
import type { Guest } from '../support/page-driver.ts'

const keys = [
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'ArrowLeft',
  'ArrowRight',
  'Space',
  'KeyQ',
  'KeyE',
  'KeyX',
  'KeyR',
]
const between = 180

/** Presses keys, or taps, until it is stopped. */
export function playAnyhow(
  guest: Guest,
  device: 'keys' | 'fingers',
  seed: number,
): { stop(): Promise<void> } {
  const random = randomStream(seed)
  let isOver = false
  const hands = (async () => {
    while (!isOver) {
      if (device === 'keys') await pressSomething(guest, random)
      else await tapSomewhere(guest, random)
      await new Promise((later) => setTimeout(later, between))
    }
  })()
  return {
    async stop() {
      isOver = true
      await hands
    },
  }
}

async function pressSomething(guest: Guest, random: () => number): Promise<void> {
  const key = keys[Math.floor(random() * keys.length)] ?? 'KeyW'
  await guest.page.keyboard.press(key, { delay: 80 + random() * 300 })
}

/** On the field, where no button is. */
async function tapSomewhere(guest: Guest, random: () => number): Promise<void> {
  const box = await guest.stage.boundingBox()
  if (!box) return
  const at = {
    x: box.x + box.width * (0.1 + 0.8 * random()),
    y: box.y + box.height * (0.25 + 0.35 * random()),
  }
  await guest.page.touchscreen.tap(at.x, at.y)
}
