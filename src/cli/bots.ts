/** Many real clients that play, each over a socket of its own: `npm run bots -- --url ws://… --count N`. */

import { randomBytes } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { LiveMatch } from '../client/live-match.ts'
import { Party } from '../client/party.ts'
import type { BotBrain } from '../games/game.ts'
import { randomStream } from '../netcode/random.ts'
import { randomAppearance } from '../protocol/appearance.ts'
import { parseTarget, playUrl } from '../protocol/link.ts'
import { mostSeats } from '../protocol/messages.ts'
import { dial } from './dial.ts'
import { FlagError, parseFlags, whole } from './flags.ts'

const usage = `romp bots: real clients that play

  npm run bots -- --url ws://HOST:PORT/play/ROOM [--count N] [--seconds N]

  --url URL      where to play; an address or a link does as well
  --count N      how many (1 to ${mostSeats}; 8)
  --seconds N    leave after so long; without it they stay until they are stopped
`

const frameTime = 1000 / 60

class BotClient {
  readonly #party: Party
  readonly #random: () => number
  #brain: { match: LiveMatch; brain: BotBrain<unknown, unknown> } | null = null
  #tick = 0

  constructor(url: string, seed: number) {
    this.#random = randomStream(seed)
    this.#party = new Party({
      url,
      dial,
      token: randomBytes(16).toString('base64url'),
      appearance: randomAppearance(this.#random),
      as: 'player',
      resume: null,
      keepResume: () => {},
      random: this.#random,
      now: () => performance.now(),
    })
  }

  get status() {
    return this.#party.state.status
  }

  frame(now: number): void {
    this.#party.advance(now)
    const { match } = this.#party
    const seat = match?.me ?? null
    if (!match || seat === null) return
    if (this.#brain?.match !== match)
      this.#brain = { match, brain: match.game.bot.play(seat, this.#random, 'fair') }
    const { brain } = this.#brain
    match.frame(now, (state) => brain.next(state, this.#tick++))
  }

  leave(): void {
    this.#party.leave()
  }
}

/** Runs until `--seconds` are over or a signal comes. Returns the exit code. */
export async function bots(argv: readonly string[]): Promise<number> {
  const values = parseFlags(argv, {
    url: { type: 'string' },
    count: { type: 'string' },
    seconds: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const target = values.url === undefined ? null : parseTarget(values.url)
  if (!target) throw new FlagError('--url takes an address such as ws://192.168.1.20:8765/play/party.')
  const url = playUrl(target)
  if (!URL.canParse(url)) {
    throw new FlagError(`${target.host} cannot be dialled. Use the host's IPv4 address or its name.`)
  }
  const count = whole('--count', values.count ?? '8', 1, mostSeats)
  const seconds = values.seconds === undefined ? null : whole('--seconds', values.seconds, 1, 1_000_000)
  const clients = Array.from({ length: count }, (_, i) => new BotClient(url, i + 1))
  return play(clients, seconds)
}

function play(clients: readonly BotClient[], seconds: number | null): Promise<number> {
  return new Promise((finish) => {
    const began = performance.now()
    let told = ''
    const look = () => {
      const now = performance.now()
      for (const client of clients) client.frame(now)
      told = tell(clients, told)
      const turnedDown = clients.every(({ status }) => status.phase === 'refused' || status.phase === 'over')
      if (turnedDown || (seconds !== null && now - began > seconds * 1000)) end(turnedDown ? 1 : 0)
    }
    const end = (code: number) => {
      clearInterval(timer)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
      for (const client of clients) client.leave()
      setTimeout(() => finish(code), 200)
    }
    const stop = () => end(0)
    const timer = setInterval(look, frameTime)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
}

/** Says how many are in, whenever that changes. */
function tell(clients: readonly BotClient[], before: string): string {
  const joined = clients.filter(({ status }) => status.phase === 'joined').length
  const reasons = new Set(clients.flatMap(({ status }) => ('reason' in status ? [status.reason] : [])))
  const now = `${joined} of ${clients.length} are in${reasons.size > 0 ? ` (${[...reasons].join(', ')})` : ''}`
  if (now !== before) console.log(now)
  return now
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await bots(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof FlagError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
