/** Writing and reading single bits, most significant first, with no allocation on the way. */

/** The bits are not what a writer wrote: too few of them, or a value out of its range. */
export class BadBits extends Error {
  override readonly name = 'BadBits'
}

/** Grows as needed and is used again after `reset`. */
export class BitWriter {
  #bytes: Uint8Array
  #length = 0
  #held = 0
  #heldBits = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
  }

  reset(): void {
    this.#length = 0
    this.#held = 0
    this.#heldBits = 0
  }

  /** Writes the low `width` bits (0 to 32) of an unsigned integer. */
  unsigned(value: number, width: number): void {
    if (width > 16) {
      this.unsigned(value >>> 16, width - 16)
      this.unsigned(value & 0xffff, 16)
      return
    }
    // At most 7 bits are held here, so that 16 more still fit in 32.
    this.#held = (this.#held << width) | (value & ((1 << width) - 1))
    this.#heldBits += width
    while (this.#heldBits >= 8) {
      this.#heldBits -= 8
      this.#push(this.#held >>> this.#heldBits)
      this.#held &= (1 << this.#heldBits) - 1
    }
  }

  flag(value: boolean): void {
    this.unsigned(value ? 1 : 0, 1)
  }

  /** An unsigned integer below 2^31 that is mostly small: Exp-Golomb code of order `order`. */
  small(value: number, order: number): void {
    const shifted = value + 2 ** order
    const width = bitWidth(shifted)
    // As many zeros as there are bits beyond the least possible, then the number itself.
    this.unsigned(0, width - order - 1)
    this.unsigned(shifted, width)
  }

  /** A signed integer that is mostly near zero: zigzag, then `small`. */
  signed(value: number, order: number): void {
    this.small(value < 0 ? -2 * value - 1 : 2 * value, order)
  }

  /** The bytes so far, the last one filled up with zeros. A copy: safe to keep and to share. */
  finish(): Uint8Array {
    const length = this.#length
    if (this.#heldBits === 0) return this.#bytes.slice(0, length)
    const whole = new Uint8Array(length + 1)
    whole.set(this.#bytes.subarray(0, length))
    whole[length] = this.#held << (8 - this.#heldBits)
    return whole
  }

  get bitLength(): number {
    return this.#length * 8 + this.#heldBits
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
  }
}

/** Reads what a BitWriter wrote; every method throws BadBits where the bytes end too soon. */
export class BitReader {
  readonly #bytes: Uint8Array
  #position: number

  /** Starts at byte `from`. */
  constructor(bytes: Uint8Array, from = 0) {
    this.#bytes = bytes
    this.#position = from * 8
  }

  unsigned(width: number): number {
    if (this.#position + width > this.#bytes.length * 8) throw new BadBits('the bytes end too soon')
    let value = 0
    let missing = width
    while (missing > 0) {
      const offset = this.#position & 7
      const taken = Math.min(8 - offset, missing)
      const byte = this.#bytes[this.#position >>> 3] as number
      const part = (byte >>> (8 - offset - taken)) & ((1 << taken) - 1)
      value = value * (1 << taken) + part
      this.#position += taken
      missing -= taken
    }
    return value
  }

  flag(): boolean {
    return this.unsigned(1) === 1
  }

  small(order: number): number {
    let zeros = 0
    while (!this.flag()) {
      if (++zeros + order > 31) throw new BadBits('a number is larger than any writer writes')
    }
    const width = order + zeros
    return 2 ** width + this.unsigned(width) - 2 ** order
  }

  signed(order: number): number {
    const zigzag = this.small(order)
    return zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2
  }

  /** Everything must have been read: only the last byte's filling, all zeros, may be left. */
  end(): void {
    const left = this.#bytes.length * 8 - this.#position
    if (left >= 8 || this.unsigned(left) !== 0) throw new BadBits('there is more than was written')
  }
}

/** Bits that an unsigned integer below 2^32 takes; 1 for zero. */
export function bitWidth(value: number): number {
  return value < 1 ? 1 : 32 - Math.clz32(value)
}
