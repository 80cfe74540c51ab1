/** What a client answers to a host's first word: a join, with what proves that it may. */

import type { Appearance } from '../protocol/appearance.ts'
import type { ClientMessage, HostMessage } from '../protocol/messages.ts'
import { passwordKey, passwordProof } from '../protocol/password.ts'

type Hello = Extract<HostMessage, { type: 'hello' }>['content']
type Join = Extract<ClientMessage, { type: 'join' }>['content']

export interface Comer {
  appearance: Appearance
  token: string
  as: 'player' | 'spectator'
  /** The key of a held seat. */
  resume: string | null
  password: string | null
}

/** Without a password where none is known yet: the device that the room belongs to, or with a seat held, needs none. */
export function answerTo(hello: Hello, { appearance, token, as, resume, password }: Comer): Join {
  const join: Join = { ...appearance, token, as }
  if (resume !== null) join.resume = resume
  if (hello.room.locked && password !== null) {
    join.proof = passwordProof(passwordKey(password, hello.hostId), hello.challenge)
  }
  return join
}
