/** Romp's own protocol as the load speaks it. All that depends on the form of its frames is here. */

import { randomBytes } from 'node:crypto'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import { meadow } from '../../src/games/meadow/game.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'
import { randomAppearance } from '../../src/protocol/appearance.ts'
import { readHostFrame, writeInput, writePing } from '../../src/protocol/frames.ts'
import { readHostMessage, writeMessage } from '../../src/protocol/messages.ts'
import { subprotocol } from '../../src/protocol/version.ts'
import { clientFrame, opcodes } from './frame-stream.ts'
import type { Direction, Eye, Seen, Talk, TalkEar, Wire } from './talk.ts'

/** A direction that does not change is said again after so many milliseconds. */
const saidAgain = 1000 / 6
const pingEvery = 1000
/** How many ticks in the past the others are seen on a quiet network. */
const behind = 2

const path = '/play/'

export const rompWire: Wire = {
  target: async (port) => ({ port, path, protocol: subprotocol }),
  talk: (ear, index) => new RompTalk(ear, index),
  eye: (port, seen) => openEye(port, seen),
}

class RompTalk implements Talk {
  id: number | null = null
  isIn = false
  readonly #ear: TalkEar
  #match = 0
  #snapshotEvery = 1
  /** The newest tick that was heard of. */
  #tick = 0
  #said: Direction = { x: 0, y: 0 }
  #saidAt = 0
  #pingAt: number

  constructor(ear: TalkEar, index: number) {
    this.#ear = ear
    this.#pingAt = performance.now() + pingEvery * ((index * 0.618) % 1)
  }

  /** Control messages matter until one is in; beyond that they are only counted. */
  wantsWhole(opcode: number): boolean {
    return opcode === opcodes.text && this.id === null
  }

  frame(opcode: number, payload: Buffer): void {
    if (opcode === opcodes.binary) this.#binary(payload)
    else if (this.id === null) this.#control(payload.toString('utf8'))
  }

  speak(now: number, direction: Direction): void {
    if (!this.isIn) return
    if (now >= this.#pingAt) {
      this.#pingAt += pingEvery
      this.#ear.send(
        clientFrame(opcodes.binary, writePing(Math.floor(now * 16) >>> 0, this.#match, this.#tick)),
      )
    }
    const turned = direction.x !== this.#said.x || direction.y !== this.#said.y
    if (turned || now - this.#saidAt >= saidAgain) this.turn(now, direction)
  }

  turn(now: number, direction: Direction): void {
    this.#said = direction
    this.#saidAt = now
    const input = meadow.input.quantise({ ...direction, kick: false })
    this.#ear.send(
      clientFrame(opcodes.binary, writeInput(meadow.input, this.#match, this.#tick + 1, behind, input)),
    )
  }

  #binary(head: Buffer): void {
    const frame = readHostFrame(head)
    if (frame.kind === 'pong') return
    // Steps name the tick that they go on from, by its low bits: none of it is lost, so it is the newest or near it.
    if (frame.kind === 'steps') this.#tick += ((frame.baseline - this.#tick) & 0xff) + this.#snapshotEvery
    else this.#tick = frame.tick
    this.isIn = true
    this.#ear.snapshot(frame.kind === 'full' || frame.kind === 'world')
  }

  #control(text: string): void {
    const read = readHostMessage(text)
    if (!('message' in read)) throw new Error(`not a message: ${read.detail}`)
    const { message } = read
    if (message.type === 'hello') {
      const content = { ...randomAppearance(Math.random), token: newToken(), as: 'player' as const }
      this.#ear.send(clientFrame(opcodes.text, Buffer.from(writeMessage({ type: 'join', content }))))
    } else if (message.type === 'welcome') {
      this.id = message.content.seat
      this.#match = message.content.match.number
      this.#snapshotEvery = message.content.match.snapshotEvery
    } else if (message.type === 'refused' || message.type === 'bye') {
      throw new Error(`${message.type}: ${message.content.reason}`)
    }
  }
}

/** A real client, whole: what it decodes is what its player would be shown. */
async function openEye(port: number, seen: Seen): Promise<Eye> {
  let sawOne: (() => void) | null = null
  const first = new Promise<void>((resolve) => {
    sawOne = resolve
  })
  let told = -1
  const party = new Party({
    url: `ws://127.0.0.1:${port}${path}`,
    dial: (url, receiver) =>
      dial(url, {
        ...{ opened: () => receiver.opened(), text: (text) => receiver.text(text) },
        closed: (code) => receiver.closed(code),
        bytes: (bytes) => {
          receiver.bytes(bytes)
          const truth = party.match?.truth
          if (!truth || truth.tick === told) return
          told = truth.tick
          sawOne?.()
          seen((id) => headingIn(truth.state as Meadow, id as number))
        },
      }),
    token: newToken(),
    appearance: randomAppearance(Math.random),
    as: 'player',
    resume: null,
    keepResume: () => {},
    random: Math.random,
    now: () => performance.now(),
  })
  party.advance(performance.now())
  const heartbeat = setInterval(() => party.advance(performance.now()), 100)
  return {
    ready: () => first,
    end: () => {
      clearInterval(heartbeat)
      party.leave()
    },
  }
}

function headingIn({ players }: Meadow, seat: number): Direction | null {
  const body = players[seat]
  return body ? { x: body.mx, y: body.my } : null
}

function newToken(): string {
  return randomBytes(16).toString('base64url')
}
