/** Gold: how it rolls, is gathered, banked and spilled. */

import { direction } from '../../netcode/headings.ts'
import { nextRandom } from '../../netcode/random.ts'
import { moveOut } from '../bodies.ts'
import { height, width } from '../field.ts'
import { isAtBase, type Land, mineRadius } from './land.ts'
import type { Person } from './rules-bodies.ts'
import {
  bodyRadius,
  type Coin,
  coinRadius,
  graceTicks,
  hedge,
  hopTicks,
  mostCoins,
  mostLoad,
  type Rush,
  ticksPerSecond,
} from './world.ts'

const dt = 1 / ticksPerSecond
/** The share of its speed that a rolling coin keeps in a tick, and of what it bounces back. */
const roll = 0.953125
const bounce = 0.6
/** Slower than this, in units a second, it lies still. */
const slowest = 10
/** Somebody gathers what their feet come near to. */
const reach = bodyRadius + coinRadius * 0.6
/** Ticks from one banked coin to the next. */
const bankEvery = 4

export function rollCoins(state: Rush, land: Land): void {
  for (const coin of state.gold.coins) {
    if (!coin) continue
    if (coin.fresh > 0) coin.fresh--
    if (coin.vx === 0 && coin.vy === 0) continue
    coin.x += coin.vx * dt
    coin.y += coin.vy * dt
    const slow = coin.vx * coin.vx + coin.vy * coin.vy < slowest * slowest
    coin.vx *= slow ? 0 : roll
    coin.vy *= slow ? 0 : roll
    bounceOffHedge(coin)
    bounceOff(coin, land.middle, mineRadius + coinRadius)
    for (const it of land.obstacles) bounceOff(coin, it, it.radius + coinRadius)
  }
}

function bounceOffHedge(coin: Coin): void {
  const edge = hedge + coinRadius
  if (coin.x < edge) coin.vx = Math.abs(coin.vx) * bounce
  else if (coin.x > width - edge) coin.vx = -Math.abs(coin.vx) * bounce
  if (coin.y < edge) coin.vy = Math.abs(coin.vy) * bounce
  else if (coin.y > height - edge) coin.vy = -Math.abs(coin.vy) * bounce
  coin.x = Math.max(edge, Math.min(width - edge, coin.x))
  coin.y = Math.max(edge, Math.min(height - edge, coin.y))
}

function bounceOff(coin: Coin, it: { x: number; y: number }, off: number): void {
  const contact = moveOut(coin, it, off)
  if (!contact) return
  const { nx, ny } = contact
  const into = coin.vx * nx + coin.vy * ny
  if (into >= 0) return
  coin.vx -= into * nx * (1 + bounce)
  coin.vy -= into * ny * (1 + bounce)
}

/** A coin goes to whoever is nearest of those that reach it and have room for it. */
export function gather(state: Rush, people: readonly Person[]): void {
  const { coins } = state.gold
  for (let slot = 0; slot < coins.length; slot++) {
    const coin = coins[slot]
    if (!coin || coin.fresh > 0) continue
    let finder: Person | null = null
    let nearest = reach * reach
    for (const person of people) {
      const dx = person.body.x - coin.x
      const dy = person.body.y - coin.y
      const apart = dx * dx + dy * dy
      if (apart >= nearest || person.body.load + coin.worth > mostLoad) continue
      nearest = apart
      finder = person
    }
    if (!finder) continue
    finder.body.load += coin.worth
    coins[slot] = undefined
  }
}

/** At home the sack empties coin by coin. */
export function bank(state: Rush, people: readonly Person[], land: Land): void {
  if (state.left % bankEvery !== 0) return
  for (const { body, team } of people) {
    const home = state.teams[team]
    if (!home || body.load === 0 || !isAtBase(land, team, body)) continue
    body.load--
    home.banked++
  }
}

/** The harder the bump and the fuller the sack, the more falls out; it flies on the way that the victim is pushed. */
export function spill(state: Rush, { body }: Person, closing: number, nx: number, ny: number): void {
  const wanted = 1 + Math.floor(closing / 200) + Math.floor((body.load * closing) / 1500)
  body.grace = graceTicks
  scatterLoad(state, body, Math.min(body.load, wanted), nx, ny, 190)
}

/** Whoever leaves, leaves the gold. */
export function dropAll(state: Rush, body: Person['body']): void {
  scatterLoad(state, body, body.load, 1, 0, 512)
}

/** `spread`: how far to either side of (nx, ny) coins fly, in 1024ths of a turn. */
function scatterLoad(
  state: Rush,
  body: Person['body'],
  count: number,
  nx: number,
  ny: number,
  spread: number,
): void {
  for (let i = 0; i < count; i++) {
    const way = direction((nextRandom(state) * 2 - 1) * spread)
    const speed = 150 + nextRandom(state) * 270
    const lies = lay(state, {
      ...{ x: body.x, y: body.y, worth: 1, came: 'hop', fresh: hopTicks },
      vx: (nx * way.x - ny * way.y) * speed,
      vy: (ny * way.x + nx * way.y) * speed,
    })
    if (!lies) return
    body.load--
  }
}

/** Puts a coin into the first free slot; false where there is none. */
export function lay({ gold: { coins } }: Rush, coin: Coin): boolean {
  let slot = coins.findIndex((it) => !it)
  if (slot < 0) slot = coins.length
  if (slot >= mostCoins) return false
  coins[slot] = coin
  return true
}
