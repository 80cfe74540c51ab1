/**
 * Plays hundreds of matches among bots and says whether the game holds: `npm run matches -- [GAME …] [--count N] [--from SEED]`.
 * Ends with 1 where one of its demands is not met.
 */

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gameById, matchGames } from '../src/games/index.ts'
import { type Job, jobsFor } from './matches/jobs.ts'
import { type Played, verdict } from './matches/verdict.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
})
const wanted = positionals.length > 0 ? positionals : matchGames.map(({ id }) => id)
let isFine = true
for (const id of wanted) {
  const game = gameById(id)
  if (!game || game.endless)
    throw new Error(`There is no game ${id}. There are: ${matchGames.map((one) => one.id).join(', ')}.`)
  const began = performance.now()
  const jobs = jobsFor(game, Number(values.count), Number(values.from))
  const played = await playAll(id, jobs)
  const { lines, failures } = verdict(game, played)
  console.log(
    `${game.title}: ${played.length} matches in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  for (const line of lines) console.log(`  ${line}`)
  for (const failure of failures) console.log(`  FAILED ${failure}`)
  isFine &&= failures.length === 0
}
process.exitCode = isFine ? 0 : 1

/** Shares the matches out among as many threads as there are cores. */
async function playAll(game: string, jobs: readonly Job[]): Promise<Played[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), jobs.length))
  const shares = Array.from({ length: threads }, (_, i) => jobs.filter((_job, at) => at % threads === i))
  const played = await Promise.all(shares.map((share) => playShare(game, share)))
  return played.flat()
}

function playShare(game: string, jobs: readonly Job[]): Promise<Played[]> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('matches/worker.ts', import.meta.url), { workerData: { game, jobs } })
    worker.once('message', done)
    worker.once('error', failed)
  })
}
