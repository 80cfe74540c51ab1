/** What hundreds of matches among bots say about their game, and what is demanded of it. */

import type { AnyGame } from '../../src/games/game.ts'
import { type Played, patience } from './play.ts'

export type { Played }

/** Points of a hundred by which a seat may win more or less than its share. */
const mostFavour = 10
const duels = { least: 60, most: 95 }
const longestWait = 30
const waitingPlayers = 8
/** Fewer matches than these say nothing, or too little to judge by. */
const enough = { tell: 40, judge: 120 }

export interface Verdict {
  readonly lines: readonly string[]
  readonly failures: readonly string[]
}

export function verdict(game: AnyGame, played: readonly Played[]): Verdict {
  const lines: string[] = []
  const failures: string[] = []
  const demand = (isMet: boolean, text: string) => (isMet ? lines : failures).push(text)

  const faults = played.filter(({ fault }) => fault !== null)
  const endless = played.filter(({ ranks, fault }) => ranks === null && fault === null)
  demand(faults.length === 0, `${faults.length} with an invalid state or a fault${describe(faults[0])}`)
  demand(
    endless.length === 0,
    `${endless.length} without an end after ${game.lasts * patience} s${describe(endless[0])}`,
  )
  const seconds = sorted(played.map((one) => one.seconds))
  lines.push(
    `last ${at(seconds, 0)} / ${at(seconds, 0.5)} / ${at(seconds, 1)} s (least / median / most; it says ${game.lasts})`,
  )

  const equals = played.filter(({ job }) => !job.strengths.includes('sharp'))
  for (const players of [...new Set(equals.map(({ job }) => job.seats.length))].sort((a, b) => a - b)) {
    const matches = equals.filter(({ job, ranks }) => job.seats.length === players && ranks !== null)
    if (matches.length < enough.tell || players > matches.length / 10) continue
    const shares = winShares(matches, players)
    const favour = Math.max(...shares.map((share) => Math.abs(share - 100 / players)))
    const each = shares.map((share) => share.toFixed(0)).join(' ')
    demand(
      favour <= mostFavour || matches.length < enough.judge,
      `among ${players} equals (${matches.length} matches) the seats won ${each} %`,
    )
  }

  const decided = played.filter(
    ({ job, ranks }) => job.strengths.includes('sharp') && ranks?.[0]?.length === 1,
  )
  const won = decided.filter(
    ({ job, ranks }) => job.strengths[job.seats.indexOf(ranks?.[0]?.[0] ?? -1)] === 'sharp',
  )
  const share = (100 * won.length) / Math.max(1, decided.length)
  const all = played.filter(({ job }) => job.strengths.includes('sharp')).length
  demand(
    share >= duels.least && share <= duels.most,
    `a sharp bot won ${share.toFixed(0)} % of ${decided.length} decided duels with a gentle one (of ${all})`,
  )

  const eights = played.filter(({ job }) => job.seats.length === Math.min(waitingPlayers, game.seats.max))
  const wait = Math.max(0, ...eights.map((one) => one.longestWait))
  demand(wait <= longestWait, `nobody of ${waitingPlayers} waited longer than ${wait.toFixed(1)} s`)

  const crowd = Math.max(...played.map(({ job }) => job.seats.length))
  const largest = played.filter(({ job }) => job.seats.length === crowd)
  const mean = (of: (one: Played) => number) =>
    largest.reduce((sum, one) => sum + of(one), 0) / largest.length
  lines.push(
    `a tick with ${crowd}: ${mean((one) => one.rules).toFixed(3)} ms of rules, ${mean((one) => one.bots).toFixed(3)} ms of bots`,
  )
  return { lines, failures }
}

/** Percent of wins for each place in the order of sitting down; who shares a win has its part of it. */
function winShares(matches: readonly Played[], players: number): number[] {
  return Array.from({ length: players }, (_, place) => {
    let wins = 0
    for (const { job, ranks } of matches) {
      const winners = ranks?.[0] ?? []
      if (winners.includes(job.seats[place] ?? -1)) wins += 1 / winners.length
    }
    return (100 * wins) / matches.length
  })
}

function describe(one: Played | undefined): string {
  return one ? `: seed ${one.job.seed}, seats ${one.job.seats}${one.fault ? `: ${one.fault}` : ''}` : ''
}

function sorted(values: number[]): number[] {
  return values.sort((a, b) => a - b)
}

function at(values: readonly number[], share: number): string {
  return (values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN).toFixed(0)
}
