/** What one session, one address and one host may take: every number of it in one place. */

import { Bucket, type Rate } from './rate.ts'

/** Bytes of one frame; a larger one ends the session. The largest honest one is a join, below 1 KiB. */
export const largestFrame = 64 * 1024 - 1
/** Milliseconds that a connection may take to say who it is. */
export const greetingTimeout = 5000
/** A session that is silent for so many milliseconds is asked for a sign of life, and cut at the double of it. */
export const heartbeat = 2500
/** Milliseconds that the seat of a lost connection is kept. */
export const seatHeld = 60_000
/** Milliseconds that a room made by its first visitor stays when it is empty. */
export const emptyRoomKept = 60_000
/** Milliseconds that whoever was removed may not come back. */
export const banTime = 300_000
/** A backlog beyond this many bytes: no more snapshots until it drained, then a full one. */
export const highBacklog = 64 * 1024
/** A backlog beyond this many bytes: the reader is stuck, and control messages must not pile up either. */
export const hopelessBacklog = 1024 * 1024
/** So many seconds after it was sent a snapshot must have been seen: what lies unread in the network's own buffers is stale. */
export const longestUnseen = 3
export const mostSessions = 1024
export const mostRooms = 64
export const mostSpectators = 64
/** Seats that are held for lost connections of one address; more would let one machine fill a party with nobody. */
export const mostHeldSeats = 4
/** So many faults of our own within ten seconds, and a room is ended rather than begun anew. */
export const mostFaults = 3

export const sessionRates = {
  /** Inputs and pings. An honest client sends 61 a second, and after a stall what had gathered. */
  frames: { burst: 400, every: 1000 / 150 },
  /** Text frames of any type. */
  control: { burst: 40, every: 1000 / 20 },
} satisfies Record<string, Rate>

/** What one player may do how often. */
export const playerRates = {
  say: { burst: 4, every: 900 },
  emote: { burst: 4, every: 500 },
  cheer: { burst: 6, every: 350 },
  appear: { burst: 4, every: 1000 },
  ballot: { burst: 6, every: 500 },
  /** The operator's controls: those of the room, each for itself, and those of the evening together. */
  rename: { burst: 4, every: 500 },
  bots: { burst: 4, every: 500 },
  remove: { burst: 4, every: 500 },
  evening: { burst: 6, every: 500 },
} satisfies Record<string, Rate>

export type RateName = keyof typeof playerRates

const perAddress = {
  connections: 64,
  joins: { burst: 40, every: 500 },
  guesses: { burst: 5, every: 3000 },
} as const

interface Account {
  open: number
  joins: Bucket
  guesses: Bucket
}

/** Who connects from where, and how often. Addresses of this machine may connect freely, but not guess. */
export class Addresses {
  readonly #accounts = new Map<string, Account>()

  open(address: string, now: number): boolean {
    const account = this.#account(address, now)
    account.open++
    return isOwnMachine(address) || account.open <= perAddress.connections
  }

  close(address: string): void {
    const account = this.#accounts.get(address)
    if (account) account.open--
  }

  /** Milliseconds to wait before this address may join; 0 where it may now. */
  join(address: string, now: number): number {
    return isOwnMachine(address) ? 0 : this.#account(address, now).joins.take(now)
  }

  /** The same for trying a password. */
  guess(address: string, now: number): number {
    return this.#account(address, now).guesses.take(now)
  }

  /** Who knows the password is no guesser. */
  guessedRight(address: string, now: number): void {
    this.#account(address, now).guesses = new Bucket(perAddress.guesses, now)
  }

  /** Forgets addresses that left no trace worth keeping. */
  forget(now: number): void {
    for (const [address, { open, joins, guesses }] of this.#accounts) {
      if (open <= 0 && joins.full(now) && guesses.full(now)) this.#accounts.delete(address)
    }
  }

  #account(address: string, now: number): Account {
    let account = this.#accounts.get(address)
    if (!account) {
      account = {
        open: 0,
        joins: new Bucket(perAddress.joins, now),
        guesses: new Bucket(perAddress.guesses, now),
      }
      this.#accounts.set(address, account)
    }
    return account
  }
}

/** Whether an address is this machine's own. */
export function isOwnMachine(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}
