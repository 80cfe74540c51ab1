/** WebSocket frames out of a byte stream, counted without being copied: what the load can afford at any rate. */

/** So much of a frame's payload is shown where the whole of it is not wanted. */
export const headLength = 16

export interface FrameSink {
  /** Whether the whole payload of such a frame is wanted, and not only its head. */
  wantsWhole(opcode: number): boolean
  /** `payload`, whole or its head, is only lent for the call; `length` is that of the whole. */
  frame(opcode: number, payload: Buffer, length: number): void
}

/** Reads what a server sends: unmasked frames, not fragmented. */
export class FrameStream {
  readonly #sink: FrameSink
  /** A header that was cut off at the end of a chunk. */
  #rest: Buffer | null = null
  /** The frame whose payload is under way. */
  #opcode = 0
  #length = 0
  /** What of the payload is kept, and how much of the payload is still to come. */
  #kept: Buffer | null = null
  #keptLength = 0
  #missing = 0

  constructor(sink: FrameSink) {
    this.#sink = sink
  }

  push(given: Buffer): void {
    let chunk = given
    if (this.#rest) {
      chunk = Buffer.concat([this.#rest, given])
      this.#rest = null
    }
    let at = this.#missing > 0 ? this.#continue(chunk) : 0
    while (at < chunk.length) {
      const header = headerLength(chunk, at)
      if (header === 0) {
        this.#rest = Buffer.from(chunk.subarray(at))
        return
      }
      at = this.#begin(chunk, at, header)
    }
  }

  /** A frame from its header on; returns where the next one stands. */
  #begin(chunk: Buffer, at: number, header: number): number {
    const opcode = (chunk[at] as number) & 15
    const length = payloadLength(chunk, at)
    const start = at + header
    const end = start + length
    const whole = this.#sink.wantsWhole(opcode)
    const wanted = whole ? length : Math.min(length, headLength)
    if (end <= chunk.length) {
      this.#sink.frame(opcode, chunk.subarray(start, start + wanted), length)
      return end
    }
    this.#opcode = opcode
    this.#length = length
    this.#kept = Buffer.allocUnsafe(wanted)
    this.#keptLength = chunk.copy(this.#kept, 0, start, Math.min(start + wanted, chunk.length))
    this.#missing = end - chunk.length
    return chunk.length
  }

  /** More of a payload under way; returns where it ends. */
  #continue(chunk: Buffer): number {
    const kept = this.#kept as Buffer
    const more = Math.min(this.#missing, chunk.length)
    if (this.#keptLength < kept.length) this.#keptLength += chunk.copy(kept, this.#keptLength, 0, more)
    this.#missing -= more
    if (this.#missing === 0) {
      this.#kept = null
      this.#sink.frame(this.#opcode, kept, this.#length)
    }
    return more
  }
}

/** Bytes of the header at `at`; 0 where it is cut off. */
function headerLength(chunk: Buffer, at: number): number {
  if (at + 2 > chunk.length) return 0
  const short = (chunk[at + 1] as number) & 127
  const header = short === 127 ? 10 : short === 126 ? 4 : 2
  return at + header > chunk.length ? 0 : header
}

function payloadLength(chunk: Buffer, at: number): number {
  const short = (chunk[at + 1] as number) & 127
  if (short < 126) return short
  return short === 126 ? chunk.readUInt16BE(at + 2) : Number(chunk.readBigUInt64BE(at + 2))
}

/** A client's frame, below 64 KiB. Its mask is zero: it is there, as it must be, and changes nothing. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const long = length >= 126
  const frame = Buffer.alloc((long ? 8 : 6) + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (long ? 126 : length)
  if (long) frame.writeUInt16BE(length, 2)
  frame.set(payload, long ? 8 : 6)
  return frame
}

export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
