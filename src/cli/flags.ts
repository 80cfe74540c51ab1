/** The headless host's command line, read and checked: one clear sentence where it is wrong. */

import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { gameById, games } from '../games/index.ts'
import { mostRooms, mostSpectators } from '../host/limits.ts'
import { defaultPort, portsTried } from '../protocol/link.ts'
import { mostSeats, partyName, roomId } from '../protocol/messages.ts'

export interface ServeFlags {
  port: number
  portsTried: number
  bind: string | undefined
  name: string
  room: string
  rooms: 'own' | 'any' | string[]
  password: string
  max: number
  game: string
  bots: number
  discovery: boolean
  open: boolean
  help: boolean
  version: boolean
}

/** What a person typed is wrong; the message says what, and what would be right. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

/** Spectators have seats, too. */
const mostPlayers = mostSeats - mostSpectators

/** `program` is what people type to start it. */
export const serveUsage = (program: string): string => `romp: a headless host

  ${program} [--port N] [--name TEXT] [--room ID] [--rooms any|ID,ID] [--password TEXT] [--max N]
  ${' '.repeat(program.length)} [--game ID] [--bots N] [--host ADDR] [--no-discovery] [--open]

  --port N         the port to listen on, as PORT in the environment does; without either ${defaultPort}, or the next
                   free one of the ${portsTried - 1} after it
  --name TEXT      the party's name
  --room ID        what the party's room is called in links: /r/ID
  --rooms any      also make a room for whoever asks for one; or a list of those to have: red,blue
  --password TEXT  ask guests for it
  --max N          most players, bots included (1 to ${mostPlayers}; 32 without it)
  --game ID        what is played: ${games.map((game) => game.id).join(', ')}
  --bots N         seats that bots take
  --host ADDR      listen on this address alone
  --no-discovery   do not show the party on the network
  --open           open the page in the browser
  --version        say which Romp this is
  --help           say this
`

/** Throws a FlagError on anything that is not as it should be. `environment` may carry PORT. */
export function readServeFlags(
  argv: readonly string[],
  environment: Record<string, string | undefined>,
): ServeFlags {
  const values = parse(argv)
  const asked = values.port ?? (environment.PORT || undefined)
  const rooms = readRooms(values.rooms)
  const room = readRoom('--room', values.room ?? (Array.isArray(rooms) ? rooms[0] : undefined) ?? 'party')
  if (Array.isArray(rooms) && new Set([...rooms, room]).size > mostRooms) {
    throw new FlagError(
      `--rooms takes at most ${mostRooms} rooms, with the own one of --room, not ${rooms.length + 1}.`,
    )
  }
  const max = whole('--max', values.max ?? '32', 1, mostPlayers)
  const game = values.game ?? 'meadow'
  if (!gameById(game)) {
    throw new FlagError(`There is no game "${game}". There is: ${games.map(({ id }) => id).join(', ')}.`)
  }
  const name = partyName.safeParse(values.name ?? defaultName())
  if (!name.success) throw new FlagError('--name needs at least one visible letter.')
  return {
    port:
      asked === undefined
        ? defaultPort
        : whole(values.port === undefined ? 'PORT' : '--port', asked, 0, 65535),
    portsTried: asked === undefined ? portsTried : 1,
    bind: values.host,
    name: name.data,
    room,
    rooms,
    password: values.password ?? '',
    max,
    game,
    bots: whole('--bots', values.bots ?? '0', 0, max),
    discovery: !values['no-discovery'],
    open: values.open ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

/** A whole number between two others, both included. */
export function whole(flag: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new FlagError(`${flag} takes a whole number from ${min} to ${max}, not "${text}".`)
}

/** node's own parser, with its errors made into FlagErrors. */
export function parseFlags<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  argv: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : String(error)
    throw new FlagError(`${sentence}. --help shows what there is.`)
  }
}

function parse(argv: readonly string[]) {
  return parseFlags(argv, {
    port: { type: 'string' },
    name: { type: 'string' },
    room: { type: 'string' },
    rooms: { type: 'string' },
    password: { type: 'string' },
    max: { type: 'string' },
    game: { type: 'string' },
    bots: { type: 'string' },
    host: { type: 'string' },
    'no-discovery': { type: 'boolean' },
    open: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  })
}

function readRooms(text: string | undefined): 'own' | 'any' | string[] {
  if (text === undefined) return 'own'
  if (text === 'any') return 'any'
  const ids = [...new Set(text.split(',').map((id) => readRoom('--rooms', id.trim())))]
  if (ids.length > mostRooms)
    throw new FlagError(`--rooms takes at most ${mostRooms} rooms, not ${ids.length}.`)
  return ids
}

function readRoom(flag: string, text: string): string {
  const id = roomId.safeParse(text.toLowerCase())
  if (id.success) return id.data
  throw new FlagError(`${flag} takes letters, digits and dashes, at most 32, not "${text}".`)
}

/** Accounts that are nobody's name. */
const nobodies = new Set(['', 'root', 'admin', 'administrator', 'user', 'guest', 'ubuntu', 'pi', 'node'])

function defaultName(): string {
  const { username } = accountOf()
  if (nobodies.has(username.toLowerCase())) return 'Romp party'
  return `${username.charAt(0).toUpperCase()}${username.slice(1)}'s party`
}

/** Some accounts have no entry that a system could tell. */
function accountOf(): { username: string } {
  try {
    return userInfo()
  } catch {
    return { username: '' }
  }
}
