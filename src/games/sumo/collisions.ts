/** Bodies that meet: an elastic push with mass, in which a dash weighs more, and drums that throw everyone back. */

import { contactOf, moveApart, moveOut } from '../bodies.ts'
import { drumRadius, drumsOf, type Place } from './platform.ts'
import { type Body, blameTicks, bodyRadius, dashes, mostReel, type Sumo, stands } from './world.ts'

/** A dash puts more behind it. */
const dashMass = 1.7
/** What is kept of the closing speed: of a walk into somebody, and of a dash. */
const bounce = { walk: 0.5, dash: 0.85 }
/** Units a second of one's own way into somebody from which on it counts as a push. */
const pushing = 60
/** A change of speed beyond this, in units a second, takes one's footing: a tick for each `perTick` more. */
const steady = 150
const perTick = 23
/** The least speed that a drum throws back with, and what it keeps of a faster one. */
const drumSpeed = 330
const drumBounce = 0.95
const drumReel = 9

export function collideAll(state: Sumo): void {
  const { players } = state
  for (let seat = 0; seat < players.length; seat++) {
    const body = players[seat]
    if (!body || !stands(body)) continue
    for (let other = 0; other < seat; other++) {
      const second = players[other]
      if (second && stands(second)) collide(body, seat, second, other)
    }
  }
  for (const drum of drumsOf(state)) {
    for (const body of players) if (body && stands(body)) bounceOff(body, drum)
  }
}

function collide(a: Body, seatA: number, b: Body, seatB: number): void {
  const contact = contactOf(b, a, 2 * bodyRadius)
  if (!contact) return
  moveApart(b, a, contact)
  const { nx, ny } = contact
  const towardsB = a.vx * nx + a.vy * ny
  const towardsA = -(b.vx * nx + b.vy * ny)
  const closing = towardsB + towardsA
  if (closing <= 0) return
  if (towardsB > pushing) blame(b, seatA)
  if (towardsA > pushing) blame(a, seatB)
  const [dashA, dashB] = [dashes(a), dashes(b)]
  const massA = dashA ? dashMass : 1
  const massB = dashB ? dashMass : 1
  const total = (1 + (dashA || dashB ? bounce.dash : bounce.walk)) * closing
  const changeA = (total * massB) / (massA + massB)
  const changeB = (total * massA) / (massA + massB)
  a.vx -= nx * changeA
  a.vy -= ny * changeA
  b.vx += nx * changeB
  b.vy += ny * changeB
  // Who runs into somebody with a dash keeps their feet.
  if (!dashA || dashB) stagger(a, changeA)
  if (!dashB || dashA) stagger(b, changeB)
}

function blame(body: Body, seat: number): void {
  body.by = seat + 1
  body.blame = blameTicks
}

function stagger(body: Body, change: number): void {
  if (change <= steady) return
  body.reel = Math.max(body.reel, Math.min(mostReel, Math.round((change - steady) / perTick)))
}

function bounceOff(body: Body, drum: Place): void {
  const contact = moveOut(body, drum, bodyRadius + drumRadius)
  if (!contact) return
  const { nx, ny } = contact
  const closing = -(body.vx * nx + body.vy * ny)
  const away = Math.max(drumSpeed, closing * drumBounce)
  body.vx += nx * (closing + away)
  body.vy += ny * (closing + away)
  body.reel = Math.max(body.reel, drumReel)
}
