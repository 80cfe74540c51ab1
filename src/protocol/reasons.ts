/** Why a session ended or a request was turned down: one closed list, with the WebSocket close code of each. */

export const closeCodes = {
  // Goodbyes: nothing went wrong.
  left: 4000,
  'host-stopped': 4001,
  'room-closed': 4002,
  replaced: 4003,
  removed: 4004,
  // Refusals: the host does not want this join. Each tells the player what to do about it.
  full: 4100,
  locked: 4101,
  'wrong-password': 4102,
  'wrong-version': 4103,
  'room-unknown': 4104,
  banned: 4105,
  'too-many-connections': 4106,
  'too-many-joins': 4107,
  'foreign-page': 4108,
  // Faults: what the peer sent breaks the protocol.
  'bad-json': 4200,
  'bad-message': 4201,
  'bad-frame': 4202,
  'too-big': 1009,
  'out-of-turn': 4204,
  'too-fast': 4205,
  'no-greeting': 4206,
  silent: 4207,
  // Ours.
  'host-error': 4300,
} as const

export type Reason = keyof typeof closeCodes

export const reasons = Object.keys(closeCodes) as [Reason, ...Reason[]]

const byCode = new Map<number, Reason>(reasons.map((reason) => [closeCodes[reason], reason]))

/** The reason behind a WebSocket close code, or null where the connection was simply lost. */
export function reasonOf(code: number): Reason | null {
  return byCode.get(code) ?? null
}

/** Whether coming back by itself could help: after these, only a person can change something. */
export function isFinal(reason: Reason): boolean {
  switch (reason) {
    case 'silent':
    case 'no-greeting':
    case 'host-error':
    case 'too-many-joins':
    case 'too-many-connections':
      return false
    default:
      return true
  }
}

/** What a host says to one sender whose request it did not carry out; the session goes on. */
export const notices = [
  'empty',
  'too-long',
  'too-fast',
  'not-allowed',
  'nobody-there',
  'out-of-range',
  'not-now',
] as const
export type Notice = (typeof notices)[number]
