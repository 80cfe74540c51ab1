import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Guest } from '../support/page-driver.ts'
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
  tapTowards,
  threeGuests,
  until,
  walkByKeys,
  walkTo,
} from './party-of-three.ts'
import { type Witness, watch } from './witness.ts'

let host: HostProcess
let browser: Browser
let annAt: Guest
let benAt: Guest
let piaAt: Guest
let witness: Witness

beforeAll(async () => {
  host = await startHostProcess(['--name', 'Meadow party'])
  browser = await launch()
  ;[annAt, benAt, piaAt] = await threeGuests(browser, host.base)
  witness = watch(host.port)
  await until('the witness sees the party', () => witness.tick >= 0)
  // Where there is room for all that follows, and the ball is in nobody's way.
  await Promise.all([
    walkTo(annAt, 'Ann', { x: 600, y: 300 }, witness),
    walkTo(benAt, 'Ben', { x: 1000, y: 300 }, witness),
    tapTo(piaAt, pia, { x: 800, y: 700 }, witness),
  ])
})

afterEach(() => {
  for (const guest of [annAt, benAt, piaAt]) expect(guest.troubles).toEqual([])
})

afterAll(async () => {
  witness?.leave()
  await browser?.close()
  await host?.end()
})

/** The canvas of this page shows somebody where the host has them. */
async function shows(guest: Guest, who: typeof ann): Promise<void> {
  await expect
    .poll(async () => distance(await guest.spotInWorld(who.colour), witness.body(who.name)), {
      ...patient,
      message: `${who.name} on the canvas`,
    })
    .toBeLessThan(near)
}

/** The phone follows its own player: there, others are where they are as seen from it. */
async function phoneShows(who: typeof ann): Promise<void> {
  const scale = await piaAt.scale()
  await expect
    .poll(
      async () => {
        const [own, other] = [await piaAt.spot(pia.colour), await piaAt.spot(who.colour)]
        const [ownBody, body] = [witness.body('Pia'), witness.body(who.name)]
        if (!own || !other || !ownBody || !body) return Number.POSITIVE_INFINITY
        return distance(
          { x: (other.x - own.x) / scale, y: (other.y - own.y) / scale },
          { x: body.x - ownBody.x, y: body.y - ownBody.y },
        )
      },
      { ...patient, message: `${who.name} on the phone's canvas` },
    )
    .toBeLessThan(near * 1.5)
}

describe('walking', () => {
  it('is seen on the canvas of everyone, whoever walks', async () => {
    const before = witness.body('Ann')!
    await shows(benAt, ann)
    const { to } = await walkByKeys(annAt, 'Ann', ['KeyA'], 200, witness)
    expect(before.x - to.x).toBeGreaterThan(200)
    await shows(benAt, ann)
    await shows(annAt, ann)
    expect(distance(await benAt.knownPlace('Ann'), to)).toBeLessThan(1)
    expect(distance(await piaAt.knownPlace('Ann'), to)).toBeLessThan(1)

    await walkByKeys(benAt, 'Ben', ['ArrowDown'], 150, witness)
    await shows(annAt, ben)
    await shows(benAt, ben)
  })

  it('with a thumb stick on the phone is seen on both pages, and theirs on the phone', async () => {
    const from = await standing(witness, 'Pia')
    const way = { x: 1, y: -1 }
    const thumb = { x: 195, y: 640 }
    await piaAt.finger(thumb, 'touchStart')
    for (let step = 1; step <= 5; step++) {
      await piaAt.finger({ x: thumb.x + way.x * step * 9, y: thumb.y + way.y * step * 9 }, 'touchMove')
    }
    await expect.poll(() => distance(witness.body('Pia'), from), patient).toBeGreaterThan(120)
    await piaAt.finger(null, 'touchEnd')
    const to = await standing(witness, 'Pia')
    expect((to.x - from.x) * way.x).toBeGreaterThan(50)
    expect((to.y - from.y) * way.y).toBeGreaterThan(50)
    await shows(annAt, pia)
    await shows(benAt, pia)

    await walkTo(annAt, 'Ann', { x: to.x - 150, y: to.y + 40 }, witness)
    await phoneShows(ann)
    await walkTo(annAt, 'Ann', { x: to.x - 60, y: to.y + 130 }, witness)
    await phoneShows(ann)
  })

  it('goes where the phone is tapped', async () => {
    const from = await standing(witness, 'Pia')
    const scale = await piaAt.scale()
    const own = (await piaAt.spot(pia.colour))!
    const way = { x: 110, y: 90 }
    await piaAt.page.touchscreen.tap(own.x + way.x * scale, own.y + way.y * scale)
    await expect
      .poll(() => distance(witness.body('Pia'), { x: from.x + way.x, y: from.y + way.y }), patient)
      .toBeLessThan(45)
    const to = await standing(witness, 'Pia')
    expect(distance(from, to)).toBeGreaterThan(90)
    await shows(benAt, pia)
  })

  it('answers to WASD and to the arrows, in each direction and diagonally', async () => {
    const ways: [string[], string[], number, number][] = [
      [['KeyW'], ['ArrowUp'], 0, -1],
      [['KeyS'], ['ArrowDown'], 0, 1],
      [['KeyD'], ['ArrowRight'], 1, 0],
      [['KeyA'], ['ArrowLeft'], -1, 0],
      [['KeyD', 'KeyS'], ['ArrowRight', 'ArrowDown'], 1, 1],
      [['KeyA', 'KeyW'], ['ArrowLeft', 'ArrowUp'], -1, -1],
    ]
    // Far from everyone: a bump would turn them aside.
    await Promise.all([
      walkTo(annAt, 'Ann', { x: 480, y: 600 }, witness),
      walkTo(benAt, 'Ben', { x: 1260, y: 300 }, witness),
    ])
    const goes = async (guest: Guest, name: string, keys: string[], way: number[]) => {
      const { from, to } = await walkByKeys(guest, name, keys, 40, witness)
      const moved = [to.x - from.x, to.y - from.y]
      // What is left of the walk before may still carry a few units.
      const signs = moved.map((far) => (Math.abs(far) < 8 ? 0 : Math.sign(far)))
      expect(signs, keys.join(' and ')).toEqual(way)
    }
    for (const [letters, arrows, x, y] of ways) {
      await Promise.all([goes(annAt, 'Ann', letters, [x, y]), goes(benAt, 'Ben', arrows, [x, y])])
    }
  })

  it('stands still while two opposite keys are held, and goes on with the one that stays', async () => {
    const from = await standing(witness, 'Ben')
    await benAt.page.keyboard.down('KeyA')
    await until('Ben walks', () => witness.body('Ben')!.x < from.x - 20)
    await benAt.page.keyboard.down('KeyD')
    const held = await standing(witness, 'Ben')
    const since = witness.tick
    await until('a second passes', () => witness.tick > since + 60)
    expect(distance(witness.body('Ben'), held)).toBeLessThan(2)
    await benAt.page.keyboard.up('KeyA')
    await until('Ben walks the other way', () => witness.body('Ben')!.x > held.x + 30)
    await benAt.page.keyboard.up('KeyD')
  })

  it('stops at the hedge', async () => {
    await benAt.page.keyboard.down('KeyW')
    await until('Ben is at the hedge', () => witness.body('Ben')!.y < 67)
    const since = witness.tick
    await until('half a second passes', () => witness.tick > since + 30)
    expect(witness.body('Ben')!.y).toBeCloseTo(66, 0)
    await shows(annAt, ben)
    await benAt.page.keyboard.up('KeyW')
  })

  it('pushes whoever stands in the way', async () => {
    const spot = await standing(witness, 'Pia')
    await walkTo(annAt, 'Ann', { x: spot.x - 100, y: spot.y }, witness)
    await annAt.page.keyboard.down('KeyD')
    await until('Pia is pushed', () => distance(witness.body('Pia'), spot) > 40)
    await annAt.page.keyboard.up('KeyD')
    await standing(witness, 'Pia')
    await shows(annAt, pia)
    await shows(benAt, pia)
  })
})

describe('the ball', () => {
  it('flies from a kick with the key, for everyone', async () => {
    await walkTo(annAt, 'Ann', { x: witness.ball().x + 56, y: witness.ball().y - 8 }, witness)
    const from = witness.ball()
    await annAt.page.keyboard.press('Space', { delay: 80 })
    await expect.poll(() => distance(witness.ball(), from), patient).toBeGreaterThan(150)
    await expect.poll(async () => distance((await benAt.knows()).ball, from), patient).toBeGreaterThan(150)
  })

  /** Tap by tap, each from rest, until Pia stands within reach of the ball and has not pushed it on. */
  const stepUpToBall = async () => {
    for (let moves = 0; ; moves++) {
      if (moves > 60) throw new Error('Pia could not step up to the ball.')
      await until('the ball lies still', () => witness.ball().speed === 0)
      const body = await standing(witness, 'Pia')
      const ball = witness.ball()
      const far = distance(body, ball)
      if (far < 60) return
      // A walker stops a little before the place that was tapped.
      const share = (far - 47) / far
      await tapTowards(piaAt, pia, body, {
        x: body.x + (ball.x - body.x) * share,
        y: body.y + (ball.y - body.y) * share,
      })
      await until('Pia walks', () => !witness.stands('Pia'), 1500).catch(() => {})
    }
  }

  it('flies from a kick with the button on the phone', async () => {
    await stepUpToBall()
    const from = witness.ball()
    await piaAt.button('Kick').tap()
    await until('the ball flies from where it lay', () => distance(witness.ball(), from) > 150)
  })
})
