/** The wires of the JSON peers and of the floors. */

import { FloorTalk, JsonTalk } from './peer-talk.ts'
import { RawSocket, type Target } from './raw-socket.ts'
import type { Direction, Eye, Seen, Talk, Wire } from './talk.ts'

export interface Shown {
  id: string | number
  mx: number
  my: number
}

const plain = async (port: number): Promise<Target> => ({ port, path: '/', protocol: null })

export const floorWire: Wire = {
  target: plain,
  talk: (ear, index) => new FloorTalk(ear, index),
  eye: () => null,
}

export const jsonWire: Wire = {
  target: plain,
  talk: (ear, index) => new JsonTalk(ear, index),
  eye: async (port, seen) => eyeOver(await plain(port), (ear) => new JsonEye(ear, 0), seen),
}

/** Reads every snapshot, as a page would. */
class JsonEye extends JsonTalk {
  players: readonly Shown[] = []

  override wantsWhole(): boolean {
    return true
  }

  override frame(opcode: number, payload: Buffer): void {
    if (this.id !== null)
      this.players = (JSON.parse(payload.toString('utf8')) as { players: Shown[] }).players
    super.frame(opcode, payload)
  }
}

/** A talk that keeps the players it was last told of, made into an eye. */
export function eyeOver(
  target: Target,
  make: (ear: Parameters<Wire['talk']>[0]) => Talk & { players: readonly Shown[] },
  seen: Seen,
): Eye {
  let first: () => void
  const ready = new Promise<void>((resolve) => {
    first = resolve
  })
  const talk = make({
    send: (frame) => socket.send(frame),
    snapshot: () => {
      first()
      seen((id) => headingOf(talk.players, id))
    },
  })
  const socket = new RawSocket(target, talk)
  return { ready: () => ready, end: () => socket.end() }
}

function headingOf(players: readonly Shown[], id: string | number): Direction | null {
  const player = players.find((one) => one.id === id)
  return player ? { x: player.mx, y: player.my } : null
}
