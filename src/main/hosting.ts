/** The party that this app hosts: at most one, in a process of its own, and opened again where that process is lost. */

import { randomBytes } from 'node:crypto'
import { addressesOf } from '../discovery/discovery.ts'
import type { Failure, HostedParty, PartyOptions, Result } from '../platform/platform.ts'
import { defaultPort, pageUrl } from '../protocol/link.ts'
import { type HostLink, startHostProcess } from './host-link.ts'
import type { Hosted, Opening } from './host-process/messages.ts'
import type { Identity } from './identity.ts'
import { keepSecret } from './secrets.ts'

/** The own party's room, the same for every host: its links need no room at all. */
const ownRoom = 'party'

/** Milliseconds before a party that was lost is opened again: the first time, the second… After the last it stays closed. */
const pauses = [250, 1000, 4000]

/** A party that stood for so long is a sound one: the next loss counts as its first. */
const soundMs = 60_000

export interface Hosting {
  start(options: PartyOptions): Promise<Result<HostedParty>>
  stop(): Promise<Result<null>>
  party(): HostedParty | null
  /** After the machine slept. */
  wake(): void
}

export function createHosting(setup: {
  identity: Identity
  /** The built page, which guests are served. */
  pages: string
  /** The host process's built module. */
  program: string
  tell(party: HostedParty | null): void
}): Hosting {
  const { hostId } = setup.identity
  let running: { link: HostLink; opening: Opening } | null = null
  /** The party that was lost, as it last was, until it is open again or given up: its guests wait for it. */
  let lost: { opening: Opening; last: Hosted } | null = null
  let pause: NodeJS.Timeout | null = null
  /** Settles when the party that was stopped last has said its goodbye. */
  let goodbye: Promise<unknown> = Promise.resolve()

  const party = (): HostedParty | null => {
    const now = running?.link.party()
    if (running && now) return describe(running.opening, now)
    return lost && describe(lost.opening, lost.last)
  }

  const open = async (opening: Opening, losses: number): Promise<Result<HostedParty>> => {
    const link = startHostProcess(setup.program, opening, () => {
      if (running?.link === link) setup.tell(party())
    })
    running = { link, opening }
    const failure = await link.opened
    if (running?.link !== link) return fail('not-hosting', 'The party was stopped before it was open.')
    const now = link.party()
    if (failure || !now) {
      running = null
      void link.close()
      return failure ?? fail('internal', 'The party could not be started.')
    }
    lost = null
    console.log(`The party is open at port ${now.port}.`)
    const since = performance.now()
    void link.ended.then((code) => {
      if (running?.link !== link) return
      running = null
      console.error(`The host process ended by itself, with code ${code}.`)
      const last = link.party() ?? now
      const again = { ...opening, port: last.port, name: last.room.name }
      lost = { opening: again, last }
      openAgain(again, performance.now() - since < soundMs ? losses : 0)
    })
    return { ok: true, value: describe(opening, now) }
  }

  /** The same party at the same place, where its guests look for it. Points and chat are lost. */
  const openAgain = (opening: Opening, losses: number): void => {
    const wait = pauses[losses]
    if (wait === undefined) {
      console.error('The party was lost too often. It stays closed.')
      lost = null
      setup.tell(null)
      return
    }
    pause = setTimeout(async () => {
      const again = await open(opening, losses + 1)
      if (again.ok) return console.log('The party is open again; its points are lost.')
      console.error('The party could not be opened again:', again.message)
      // Somebody stopped it meanwhile, or it may be tried once more.
      if (again.code !== 'not-hosting') openAgain(opening, losses + 1)
    }, wait)
  }

  return {
    party,
    async start({ name, password, max, bots }) {
      if (running || lost) return fail('already-hosting', 'You are hosting a party already. Stop it first.')
      const operatorToken = randomBytes(16).toString('base64url')
      for (const secret of [password, operatorToken]) keepSecret(secret)
      const { pages } = setup
      return await open(
        { hostId, room: ownRoom, name, password, max, bots, operatorToken, port: defaultPort, pages },
        0,
      )
    },
    async stop() {
      if (!running && !lost) {
        // Whoever quits right after it was stopped still gives it the time to say goodbye.
        await goodbye
        return fail('not-hosting', 'No party is being hosted.')
      }
      if (pause) clearTimeout(pause)
      goodbye = running?.link.close() ?? goodbye
      running = null
      lost = null
      setup.tell(null)
      console.log('The party was stopped.')
      await goodbye
      return { ok: true, value: null }
    },
    wake: () => running?.link.wake(),
  }
}

function describe({ hostId, operatorToken }: Opening, { port, room, guests }: Hosted): HostedParty {
  const { name, locked, players } = room
  return {
    ...{ hostId, room: ownRoom, name, locked, port, operatorToken, players, guests },
    own: { host: '127.0.0.1', port, room: null },
    invitations: addressesOf().map((way) => ({
      ...{ ...way, port, url: pageUrl({ host: way.address, port, room: null }) },
    })),
  }
}

function fail(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message }
}
