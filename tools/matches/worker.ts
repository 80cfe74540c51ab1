/** One thread's share of the matches. */

import { parentPort, workerData } from 'node:worker_threads'
import { gameById } from '../../src/games/index.ts'
import type { Job } from './jobs.ts'
import { play } from './play.ts'

const { game: id, jobs } = workerData as { game: string; jobs: readonly Job[] }
const game = gameById(id)
if (!game) throw new Error(`There is no game ${id}.`)
parentPort?.postMessage(jobs.map((job) => play(game, job)))
