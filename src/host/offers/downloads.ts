/** Downloads on their way: few at once, each no faster than all together may go, none that only keeps a place. */

import type { FileHandle } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Allowance } from './allowance.ts'
import type { ByteRange } from './byte-range.ts'
import { type Stamp, sameStamp, stampOf } from './single-file.ts'

export interface DownloadLimits {
  /** Most at once, for everybody and for one address. */
  together: number
  ofOneAddress: number
  /** Within so many milliseconds a reader must have taken `least` bytes, or it makes way for others. */
  patience: number
  least: number
}

export const downloadLimits: DownloadLimits = {
  together: 4,
  ofOneAddress: 2,
  patience: 30_000,
  least: 512 * 1024,
}

/** Bytes that are read, and wait for their reader, at a time. */
const piece = 32 * 1024

export class Downloads {
  readonly #limits: DownloadLimits
  readonly #allowance: Allowance
  readonly #byAddress = new Map<string, number>()
  #running = 0

  constructor(limits: DownloadLimits, allowance: Allowance) {
    this.#limits = limits
    this.#allowance = allowance
  }

  /** How many run now. */
  get running(): number {
    return this.#running
  }

  /** A place for one more, to be given back; null where there is none. */
  take(address: string): (() => void) | null {
    const { together, ofOneAddress } = this.#limits
    const own = this.#byAddress.get(address) ?? 0
    if (this.#running >= together || own >= ofOneAddress) return null
    this.#running++
    this.#byAddress.set(address, own + 1)
    return () => {
      this.#running--
      const left = (this.#byAddress.get(address) ?? 1) - 1
      if (left > 0) this.#byAddress.set(address, left)
      else this.#byAddress.delete(address)
    }
  }

  /**
   * Sends these bytes as the response's body. Rejects, and cuts the line, where the reader leaves or takes next to
   * nothing, and where the file changes meanwhile: half of one file and half of another must not look whole.
   */
  async send(
    { handle, stamp }: { handle: FileHandle; stamp: Stamp },
    range: ByteRange,
    response: ServerResponse,
  ): Promise<void> {
    const { patience, least } = this.#limits
    const taken = { bytes: 0 }
    const watch = setInterval(() => {
      if (taken.bytes < least) response.destroy()
      taken.bytes = 0
    }, patience)
    watch.unref()
    try {
      await pipeline(Readable.from(this.#pieces(handle, stamp, range, taken)), response)
    } finally {
      clearInterval(watch)
    }
  }

  async *#pieces(
    handle: FileHandle,
    stamp: Stamp,
    { first, last }: ByteRange,
    taken: { bytes: number },
  ): AsyncGenerator<Buffer> {
    for (let at = first; at <= last; ) {
      const size = Math.min(piece, last - at + 1)
      await this.#allowance.turn(size)
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(size), 0, size, at)
      const now = await stampOf(handle)
      if (bytesRead === 0 || now === null || !sameStamp(now, stamp)) throw new Error('the file has changed')
      at += bytesRead
      taken.bytes += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }
}
