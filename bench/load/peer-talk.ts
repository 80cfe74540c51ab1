/** A client that says where it is heading 20 times a second: what the tutorials do, and what the floors are sent. */

import { clientFrame, opcodes } from './frame-stream.ts'
import { type Direction, saidEvery, type Talk, type TalkEar } from './talk.ts'

export abstract class PeerTalk implements Talk {
  id: string | number | null = null
  isIn = false
  protected readonly ear: TalkEar
  #nextAt = 0
  /** Each direction's frame, built once. */
  readonly #frames = new Map<number, Buffer>()

  constructor(ear: TalkEar, index: number) {
    this.ear = ear
    // Spread over the period: clients are not in step with each other.
    this.#nextAt = performance.now() + saidEvery * ((index * 0.618) % 1)
  }

  abstract wantsWhole(opcode: number): boolean
  abstract frame(opcode: number, payload: Buffer, length: number): void
  /** The payload that says a direction. */
  protected abstract words(direction: Direction): Uint8Array
  protected abstract readonly opcode: number

  speak(now: number, direction: Direction): void {
    if (!this.isIn || now < this.#nextAt) return
    this.#nextAt = Math.max(this.#nextAt + saidEvery, now)
    this.turn(now, direction)
  }

  turn(_now: number, direction: Direction): void {
    const key = direction.x * 3 + direction.y
    let frame = this.#frames.get(key)
    if (!frame) {
      frame = clientFrame(this.opcode, this.words(direction))
      this.#frames.set(key, frame)
    }
    this.ear.send(frame)
  }
}

/** The floors: frames of 8 + 4N bytes, all alike; one is in with the first. */
export class FloorTalk extends PeerTalk {
  protected readonly opcode = opcodes.binary

  wantsWhole(): boolean {
    return false
  }

  frame(): void {
    this.ear.snapshot(!this.isIn)
    this.isIn = true
  }

  protected words({ x, y }: Direction): Uint8Array {
    // As many bytes as an input of Romp's takes.
    return Uint8Array.of(1, 0, 0, 0, 0, 0, 0, x + 1, y + 1)
  }
}

/** JSON text: first `{"id": …}`, then `{"players": […]}` for ever. */
export class JsonTalk extends PeerTalk {
  protected readonly opcode = opcodes.text

  wantsWhole(): boolean {
    return this.id === null
  }

  frame(_opcode: number, payload: Buffer): void {
    if (this.id === null) {
      this.id = (JSON.parse(payload.toString('utf8')) as { id: number }).id
    } else {
      this.ear.snapshot(!this.isIn)
      this.isIn = true
    }
  }

  protected words(direction: Direction): Uint8Array {
    return Buffer.from(JSON.stringify({ type: 'input', ...direction }))
  }
}
