/** What a bot makes of what it sees: the coin that is worth the way, the rich who can be bumped, the way home. */

import { apart, isAtBase } from './land.ts'
import { landFor } from './land-plans.ts'
import { type Body, mostLoad, paceWith, type Rush, walkingSpeed } from './world.ts'

export type Goal = { readonly x: number; readonly y: number } & (
  | { readonly want: 'rest' | 'coin' | 'home' }
  | { readonly want: 'bump'; readonly seat: number }
)

/** Somebody of another team. */
export interface Rival {
  readonly seat: number
  readonly body: Body
  /** Distance, never 0. */
  readonly near: number
  readonly isSafe: boolean
}

/** Coins that lie nearer to each other than this are one find. */
const cluster = 105
const noticed = 280

export function rivalsOf(state: Rush, seat: number): Rival[] {
  const me = state.players[seat]
  const team = state.members[seat]?.team
  const land = landFor(state.teams.length)
  const rivals: Rival[] = []
  if (!me) return rivals
  state.players.forEach((body, other) => {
    const theirs = state.members[other]?.team ?? -1
    if (!body || theirs === team) return
    const near = Math.max(1, apart(body, me))
    rivals.push({ seat: other, body, near, isSafe: body.grace > 0 || isAtBase(land, theirs, body) })
  })
  return rivals
}

/** The richest within reach, if one is much lighter oneself. */
export function victimOf(me: Body, rivals: readonly Rival[]): Goal | null {
  let best: Rival | null = null
  let most = 0
  for (const rival of rivals) {
    const { body, near, isSafe } = rival
    if (isSafe || near > noticed || body.load < 4 || me.load > body.load * 0.6) continue
    const worth = body.load / (near + 60)
    if (worth <= most) continue
    most = worth
    best = rival
  }
  return best && { want: 'bump', seat: best.seat, x: best.body.x, y: best.body.y }
}

/** The coin with the most gold around it for the way, and nobody much nearer. */
export function bestCoin(state: Rush, me: Body, rivals: readonly Rival[]): Goal | null {
  const coins = state.gold.coins.filter((coin) => coin !== undefined)
  let best: Goal | null = null
  let most = 0
  for (const coin of coins) {
    if (coin.worth + me.load > mostLoad) continue
    const far = apart(coin, me)
    // Too far to beat what is known already, even in the best company.
    if ((coin.worth * 3) / (far + 80) < most) continue
    let worth = coin.worth
    for (const other of coins) {
      if (other === coin) continue
      const dx = other.x - coin.x
      const dy = other.y - coin.y
      if (dx * dx + dy * dy < cluster * cluster) worth += other.worth * 0.4
    }
    const first = rivals.some(({ body }) => apart(body, coin) < far * 0.7)
    const company = state.players.some((body) => body && body !== me && apart(body, coin) < far * 0.6)
    const value = (worth * (first || company ? 0.5 : 1)) / (far + 80)
    if (value <= most) continue
    most = value
    best = { want: 'coin', x: coin.x, y: coin.y }
  }
  return best
}

/** How far home is, and how long it takes with this load. */
export function homeward(me: Body, home: { x: number; y: number }): { far: number; seconds: number } {
  const far = apart(home, me)
  return { far, seconds: (far * 1.2) / (walkingSpeed * paceWith(me.load)) }
}
