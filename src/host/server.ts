/** The host as a program runs it: http and WebSocket on one port, a clock, and a goodbye at the end. */

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { gameById } from '../games/index.ts'
import type { Nearby } from '../protocol/advert.ts'
import type { HostInfo } from '../protocol/info.ts'
import { Host } from './host.ts'
import { Offering } from './offer.ts'
import type { DownloadLimits } from './offers/downloads.ts'
import type { SingleFile } from './offers/single-file.ts'
import { keepPace } from './pace.ts'
import { type PageSource, Pages } from './pages.ts'
import { answer } from './routes.ts'
import { Sockets } from './sockets.ts'

/** Importing `node:http` would load all of Node's fetch with it: 13 MB that a host never uses. */
const { createServer } = process.getBuiltinModule('node:http')

export interface HostSettings {
  /** The first port to try. */
  port: number
  /** How many ports to try from there on: 8 for the default port, 1 for one that was asked for. Port 0 lets the system pick. */
  portsTried: number
  /** Address to listen on; every interface where absent. */
  bind?: string
  hostId: string
  /** The own room's id and name. */
  room: string
  name: string
  rooms: 'own' | 'any' | readonly string[]
  /** Empty for an open party. */
  password: string
  /** Most players in a room, bots included. */
  max: number
  bots: number
  /** Id of the game that rooms begin with. */
  game: string
  /** Ticks between two snapshots; the game's own choice where absent. */
  snapshotEvery?: number
  /** The device that holds the controls; the first to join where absent. */
  operatorToken?: string
  /** The built page. */
  pages: PageSource
  /** What `GET /api/nearby` answers. */
  nearby(): Nearby
  /** The file that this program runs from, to be handed on to guests; none where absent. */
  singleFile?: SingleFile | null
  downloadLimits?: DownloadLimits
}

export interface RunningHost {
  readonly port: number
  readonly hostId: string
  info(): HostInfo
  /** Names of the people who are in the own room now, whoever holds `operatorToken` not counted. */
  guests(): string[]
  /** Calls back whenever info() changed: a rename, a join, a phase. */
  watch(changed: () => void): () => void
  rename(name: string): void
  /** Says goodbye to every client, and ends within a second. */
  stop(): Promise<void>
}

export class HostError extends Error {
  override readonly name = 'HostError'
  readonly code: 'ports-in-use' | 'bad-address' | 'bad-value'
  constructor(code: HostError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Milliseconds that goodbyes get to reach the clients. */
const goodbyeTime = 700

/** Starts a host. Rejects with a HostError whose message is one clear sentence. */
export async function startHost(settings: HostSettings): Promise<RunningHost> {
  const known = gameById(settings.game)
  if (!known) throw new HostError('bad-value', `There is no game called "${settings.game}".`)
  const game = { ...known, snapshotEvery: settings.snapshotEvery ?? known.snapshotEvery }
  const { hostId, room, name, rooms, password, max, bots } = settings
  const operatorToken = settings.operatorToken ?? null
  const host = new Host({
    ...{ hostId, room, name, rooms, password, max, bots, game, operatorToken },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    random: Math.random,
    now: () => performance.now(),
    report: (error) => console.error('A room failed and begins anew:', error),
  })
  const pages = await Pages.read(settings.pages)
  const sockets = new Sockets(host)
  const offering = new Offering({
    file: settings.singleFile ?? null,
    isPlaying: () => host.info.rooms.some(({ phase }) => phase === 'playing' || phase === 'countdown'),
    ...(settings.downloadLimits ? { limits: settings.downloadLimits } : {}),
  })
  // Short timeouts: a connection that asks for nothing is let go within two seconds.
  const limits = {
    headersTimeout: 2000,
    requestTimeout: 2000,
    connectionsCheckingInterval: 500,
    keepAliveTimeout: 15_000,
  }
  const server = createServer(limits, (request, response) => {
    void answer(request, response, { host, pages, offering, nearby: settings.nearby })
  })
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  server.on('clientError', (_error, socket) => socket.destroy())
  const port = await listen(server, settings)
  const pace = keepPace(
    () => performance.now(),
    (now) => host.nextTick(now),
    (now) => host.advance(now),
  )
  host.watch(() => pace.wake())

  return {
    port,
    hostId,
    info: () => host.info,
    guests: () => host.guests,
    watch: (changed) => host.watch(changed),
    rename: (to) => host.rename(to),
    async stop() {
      host.close()
      pace.stop()
      server.close()
      server.closeIdleConnections()
      const until = performance.now() + goodbyeTime
      while (!sockets.isEmpty && performance.now() < until)
        await new Promise((after) => setTimeout(after, 20))
      sockets.terminate()
      server.closeAllConnections()
    },
  }
}

/** Listens on the first port that is free. */
async function listen(server: Server, { port, portsTried, bind }: HostSettings): Promise<number> {
  for (let tried = 0; tried < portsTried; tried++) {
    const outcome = await tryPort(server, port === 0 ? 0 : port + tried, bind)
    if (typeof outcome === 'number') return outcome
    if (outcome.code === 'EADDRINUSE') continue
    throw new HostError('bad-address', whyNot(outcome, port + tried, bind))
  }
  const last = port + portsTried - 1
  throw new HostError(
    'ports-in-use',
    portsTried === 1
      ? `Port ${port} is in use by another program. Choose another one, or close that program.`
      : `Ports ${port} to ${last} are all in use. Close a program that uses one of them, or choose another port.`,
  )
}

function tryPort(
  server: Server,
  port: number,
  bind: string | undefined,
): Promise<number | NodeJS.ErrnoException> {
  return new Promise((settle) => {
    const failed = (error: NodeJS.ErrnoException) => settle(error)
    server.once('error', failed)
    server.listen({ port, ...(bind === undefined ? {} : { host: bind }) }, () => {
      server.off('error', failed)
      const address = server.address()
      settle(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function whyNot(error: NodeJS.ErrnoException, port: number, bind: string | undefined): string {
  switch (error.code) {
    case 'EACCES':
      return `This system does not let you use port ${port}. Choose one from 1024 on.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${bind} is not an address of this machine.`
    default:
      return `The host could not listen on port ${port}: ${error.message}.`
  }
}
