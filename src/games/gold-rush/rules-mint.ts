/**
 * Where gold comes from: it pops up all over the land, the mine throws it out, and near the end it rains. Every place is
 * used once for each base, as that base sees it, before there is another: chance favours nobody.
 */

import { direction, turn } from '../../netcode/headings.ts'
import { nextRandom } from '../../netcode/random.ts'
import { at, isFree, type Land, mineRadius, type Place, placeOf, through, unit } from './land.ts'
import { lay } from './rules-gold.ts'
import {
  coinRadius,
  fallTicks,
  isShower,
  mostCoins,
  nugget,
  popTicks,
  type Rush,
  untilEruption,
} from './world.ts'

/** Room that gold wants around it. */
const around = 22
/** What the mine throws to each base: how far to the side in 1024ths of a turn, how fast, and what it is worth. */
const thrown = [
  { side: 0, speed: 330, worth: nugget },
  { side: 46, speed: 250, worth: 1 },
  { side: -46, speed: 250, worth: 1 },
]

export function mint(state: Rush, land: Land, players: number): void {
  if (untilEruption(state) === 0 && state.left > 0) erupt(state, land)
  if (state.lull > 0) {
    state.lull--
    return
  }
  const rains = isShower(state)
  state.lull = Math.max(1, Math.round((rains ? 26 : 58) / Math.max(1, players)))
  const lying = state.gold.coins.reduce((count, coin) => (coin ? count + 1 : count), 0)
  const enough = (rains ? 2 : 1) * (20 + 3.4 * players)
  if (lying < Math.min(enough, mostCoins * 0.8)) appear(state, land, rains)
}

/** The first gold, all at once. */
export function strew(state: Rush, land: Land, players: number): void {
  const each = Math.max(1, Math.round((16 + 2.4 * players) / land.bases.length))
  for (let i = 0; i < each * land.bases.length; i++) appear(state, land, false)
}

function appear(state: Rush, land: Land, rains: boolean): void {
  if (state.served >= land.bases.length) newSpot(state, land)
  const image = land.images[(state.first + state.served) % land.images.length]
  state.served++
  if (!image) return
  const place = placeOf(land.middle, image, state.spot)
  // Where the land is not quite alike for all, a rock may be in the way.
  if (!isFree(land, place, around)) return
  lay(state, {
    ...{ ...place, vx: 0, vy: 0 },
    // A nugget for one is a nugget for all: it depends on the spot alone.
    worth: isRich(state.spot, rains) ? nugget : 1,
    came: rains ? 'fall' : 'pop',
    fresh: rains ? fallTicks : popTicks,
  })
}

function newSpot(state: Rush, land: Land): void {
  const image = land.images[0]
  for (let tries = 0; tries < 8 && image; tries++) {
    const spot = land.scatter(nextRandom(state), nextRandom(state))
    // Rounded as the schema does, so that all bases get exactly the same.
    state.spot = { x: Math.round(spot.x * 64) / 64, y: Math.round(spot.y * 64) / 64 }
    if (isFree(land, placeOf(land.middle, image, state.spot), around)) break
  }
  state.first = Math.floor(nextRandom(state) * land.bases.length)
  state.served = 0
}

function isRich({ x, y }: Place, rains: boolean): boolean {
  const scattered = Math.abs(Math.round(x * 64) * 7 + Math.round(y * 64) * 13) % 16
  return scattered < (rains ? 4 : 1)
}

function erupt(state: Rush, land: Land): void {
  const swerve = Math.floor((nextRandom(state) - 0.5) * (turn / Math.max(4, land.bases.length)))
  const force = 0.75 + nextRandom(state) * 0.5
  const pieces = land.bases.length > 8 ? thrown.slice(0, 1) : thrown
  for (const { side, speed, worth } of pieces) {
    const swung = direction(swerve + side)
    const { ahead } = land
    const way = { x: ahead.x * swung.x - ahead.y * swung.y, y: ahead.y * swung.x + ahead.x * swung.y }
    for (const image of land.images) {
      const out = unit(through(image, way))
      const from = mineRadius + coinRadius + 1
      lay(state, {
        ...at(land.middle, { x: out.x * from, y: out.y * from }),
        vx: out.x * speed * force,
        vy: out.y * speed * force,
        ...{ worth, came: 'hop', fresh: popTicks },
      })
    }
  }
}
