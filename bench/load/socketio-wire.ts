/** socket.io's wire, version 4 of its protocol over Engine.IO 4: events as text, `42["name",…]`. */

import { clientFrame, opcodes } from './frame-stream.ts'
import { eyeOver, type Shown } from './json-wire.ts'
import { PeerTalk } from './peer-talk.ts'
import type { Direction, Wire } from './talk.ts'

const target = async (port: number) => ({
  port,
  path: '/socket.io/?EIO=4&transport=websocket',
  protocol: null,
})

export const socketioWire: Wire = {
  target,
  talk: (ear, index) => new SocketioTalk(ear, index),
  eye: async (port, seen) => eyeOver(await target(port), (ear) => new SocketioEye(ear, 0), seen),
}

const event = '42["state",'

class SocketioTalk extends PeerTalk {
  protected readonly opcode = opcodes.text

  wantsWhole(): boolean {
    return this.id === null
  }

  frame(_opcode: number, payload: Buffer): void {
    switch (payload.toString('latin1', 0, 1)) {
      case '0':
        // Opened: ask for the main namespace.
        this.ear.send(text('40'))
        break
      case '2':
        this.ear.send(text('3'))
        break
      case '4':
        this.#packet(payload)
        break
    }
  }

  protected words(direction: Direction): Uint8Array {
    return Buffer.from(`42${JSON.stringify(['input', direction])}`)
  }

  #packet(payload: Buffer): void {
    if (payload.toString('latin1', 0, 2) === '40') {
      this.id = (JSON.parse(payload.toString('utf8', 2)) as { sid: string }).sid
    } else if (payload.toString('latin1', 0, event.length) === event) {
      this.ear.snapshot(!this.isIn)
      this.isIn = true
    }
  }
}

class SocketioEye extends SocketioTalk {
  players: readonly Shown[] = []

  override wantsWhole(): boolean {
    return true
  }

  override frame(opcode: number, payload: Buffer): void {
    if (payload.toString('latin1', 0, event.length) === event)
      this.players = (JSON.parse(payload.toString('utf8', 2)) as [string, { players: Shown[] }])[1].players
    super.frame(opcode, payload)
  }
}

function text(words: string): Buffer {
  return clientFrame(opcodes.text, Buffer.from(words))
}
