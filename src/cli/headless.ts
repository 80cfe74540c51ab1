/** The headless host, wherever its page comes from: a built folder, or the very file that runs. */

import { randomBytes } from 'node:crypto'
import { renderUnicodeCompact } from 'uqr'
import { addressesOf, openLobby, startAdvertising } from '../discovery/discovery.ts'
import { findSingleFile } from '../host/offers/single-file.ts'
import type { PageSource } from '../host/pages.ts'
import { HostError, type RunningHost, startHost } from '../host/server.ts'
import { pageUrl } from '../protocol/link.ts'
import { version } from '../protocol/version.ts'
import { FlagError, readServeFlags, type ServeFlags, serveUsage } from './flags.ts'
import { openPage } from './open-page.ts'

export interface Headless {
  /** How people start it, as `--help` shows it. */
  program: string
  /** Gets the page ready, once the flags are known to be right. */
  pages(): PageSource | Promise<PageSource>
}

/** Hosts until a signal comes. Returns the exit code: 0, or 2 after one clear line on standard error. */
export async function headless(argv: readonly string[], { program, pages }: Headless): Promise<number> {
  try {
    const flags = readServeFlags(argv, process.env)
    if (flags.help || flags.version) {
      console.log(flags.help ? serveUsage(program) : `Romp ${version}`)
      return 0
    }
    const stopAsked = signals()
    const party = await start(flags, await pages())
    announce(flags, party.host)
    if (flags.open) await openPage(pageUrl({ host: 'localhost', port: party.host.port, room: null }))
    await stopAsked
    await party.stop()
    console.log('The party is over. Goodbye!')
    return 0
  } catch (error) {
    if (!(error instanceof FlagError || error instanceof HostError)) throw error
    console.error(error.message)
    return 2
  }
}

interface OpenParty {
  host: RunningHost
  /** Says goodbye to the clients and to the network. */
  stop(): Promise<void>
}

async function start(flags: ServeFlags, pages: PageSource): Promise<OpenParty> {
  const hostId = randomBytes(9).toString('base64url')
  const lobby = flags.discovery ? openLobby({ isOwn: (id) => id === hostId }) : null
  const { bind, port, portsTried, room, name, rooms, password, max, bots, game } = flags
  const host: RunningHost = await startHost({
    ...{ hostId, port, portsTried, room, name, rooms, password, max, bots, game, pages },
    singleFile: await findSingleFile(),
    ...(bind === undefined ? {} : { bind }),
    nearby: () => ({
      ...(lobby?.glance() ?? { discovery: 'off', trouble: null, adverts: [] }),
      addresses: waysIn(bind).map(({ address }) => ({ address, port: host.port })),
    }),
  })
  const party = () => host.info().rooms.find((summary) => summary.room === room)
  const first = party()
  const advertising =
    flags.discovery && first ? startAdvertising({ hostId, port: host.port, party: first, bind }) : null
  const forget = host.watch(() => {
    const now = party()
    if (now) advertising?.show(now)
  })
  return {
    host,
    async stop() {
      forget()
      await Promise.all([advertising?.stop(), lobby?.close(), host.stop()])
    },
  }
}

function announce(flags: ServeFlags, host: RunningHost): void {
  const { port } = host
  const urls = waysIn(flags.bind).map(({ address, network }) => ({
    url: pageUrl({ host: address, port, room: null }),
    network,
  }))
  console.log(`\n  ${flags.name} is open.\n`)
  console.log(`    ${pageUrl({ host: 'localhost', port, room: null })}   on this machine`)
  for (const { url, network } of urls) console.log(`    ${url}   on ${network}`)
  if (urls[0]) console.log(`\n${renderUnicodeCompact(urls[0].url, { border: 2 }).replaceAll(/^/gm, '  ')}`)
  console.log(
    urls[0]
      ? '\n  Scan it with a phone on the same network.'
      : '\n  No network was found: only this machine can join.',
  )
  console.log('  Ctrl+C ends the party.')
}

/** Where guests can come in; nowhere where only this machine is listened to. */
function waysIn(bind: string | undefined): ReturnType<typeof addressesOf> {
  return isLoopback(bind) ? [] : addressesOf({ bind })
}

function isLoopback(bind: string | undefined): boolean {
  return bind !== undefined && /^(?:127\.|::1$|localhost$)/.test(bind)
}

/** Settles with the first signal that asks this program to stop. */
function signals(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
}
