/**
 * The binary frames, to the byte. Numbers are big-endian; what follows a header is a bit stream.
 *
 *   input     1  match:8  tick:32  behind:8            then the input     client to host
 *   ping      2  stamp:32 match:8  seen:32                                client to host
 *   astray    3  match:8                                                  client to host
 *   full    129  match:8  tick:32                      then the state     host to client
 *   delta   130  match:8  tick:32  age:8               then the changes   host to client
 *   pong    131  stamp:32 margin:16                                       host to client
 *   world   132  match:8  tick:32                      then the world     host to client
 *   steps   133  match:8  baseline:8                   then the steps     host to client
 */

import { BadBits, BitReader, BitWriter } from '../netcode/bits.ts'
import type { Kind } from '../netcode/kind.ts'
import type { World } from '../netcode/world.ts'

const input = 1
const ping = 2
const astray = 3
const full = 129
const delta = 130
const pong = 131
const world = 132
const steps = 133

/** A delta's baseline is at most this many ticks older; beyond it the host sends a full snapshot. */
export const oldestBaseline = 255

const noMargin = -0x8000
/** A margin travels in 64ths of a tick. */
const marginSteps = 64

export type ClientFrame =
  /** `behind`: how many ticks in the past the player saw the others. `body` holds the input's bits. */
  | { kind: 'input'; match: number; tick: number; behind: number; body: BitReader }
  /** `seen`: the tick of the newest snapshot that came; 0 before the first. */
  | { kind: 'ping'; stamp: number; match: number; seen: number }
  /** The steps do not lead this client where they led the host: it must be told states instead. */
  | { kind: 'astray'; match: number }

/** Frames that tell how the match stands. */
export type Snapshot = Exclude<HostFrame, { kind: 'pong' }>

export type HostFrame =
  | { kind: 'full'; match: number; tick: number; body: BitReader }
  | { kind: 'delta'; match: number; tick: number; baseline: number; body: BitReader }
  | { kind: 'world'; match: number; tick: number; body: BitReader }
  /** `baseline`: the low 8 bits of the tick that the steps go on from. */
  | { kind: 'steps'; match: number; baseline: number; body: BitReader }
  /** `margin` in ticks; null where no input came since the last pong. */
  | { kind: 'pong'; stamp: number; margin: number | null }

/** Throws BadBits on what no client writes. */
export function readClientFrame(bytes: Uint8Array): ClientFrame {
  const bits = new BitReader(bytes)
  const kind = bits.unsigned(8)
  switch (kind) {
    case input:
      return {
        kind: 'input',
        match: bits.unsigned(8),
        tick: bits.unsigned(32),
        behind: bits.unsigned(8),
        body: bits,
      }
    case ping: {
      const frame = {
        kind: 'ping',
        stamp: bits.unsigned(32),
        match: bits.unsigned(8),
        seen: bits.unsigned(32),
      } as const
      bits.end()
      return frame
    }
    case astray: {
      const match = bits.unsigned(8)
      bits.end()
      return { kind: 'astray', match }
    }
    default:
      throw new BadBits(`no client sends a frame of kind ${kind}`)
  }
}

/** Throws BadBits on what no host writes. */
export function readHostFrame(bytes: Uint8Array): HostFrame {
  const bits = new BitReader(bytes)
  const kind = bits.unsigned(8)
  switch (kind) {
    case full:
      return { kind: 'full', match: bits.unsigned(8), tick: bits.unsigned(32), body: bits }
    case delta: {
      const match = bits.unsigned(8)
      const tick = bits.unsigned(32)
      return { kind: 'delta', match, tick, baseline: tick - bits.unsigned(8), body: bits }
    }
    case pong: {
      const stamp = bits.unsigned(32)
      const raw = bits.unsigned(16)
      bits.end()
      const margin = raw >= 0x8000 ? raw - 0x10000 : raw
      return { kind: 'pong', stamp, margin: margin === noMargin ? null : margin / marginSteps }
    }
    case world:
      return { kind: 'world', match: bits.unsigned(8), tick: bits.unsigned(32), body: bits }
    case steps:
      return { kind: 'steps', match: bits.unsigned(8), baseline: bits.unsigned(8), body: bits }
    default:
      throw new BadBits(`no host sends a frame of kind ${kind}`)
  }
}

/** One for all: frames are built one at a time, and copied when finished. */
const bits = new BitWriter(4096)

export function writeInput<T>(
  kind: Kind<T>,
  match: number,
  tick: number,
  behind: number,
  value: T,
): Uint8Array {
  begin(input, match, tick)
  bits.unsigned(behind, 8)
  kind.write(bits, value)
  return bits.finish()
}

/** `stamp` is any unsigned 32-bit integer; the pong brings it back. */
export function writePing(stamp: number, match: number, seen: number): Uint8Array {
  bits.reset()
  bits.unsigned(ping, 8)
  bits.unsigned(stamp, 32)
  bits.unsigned(match, 8)
  bits.unsigned(seen, 32)
  return bits.finish()
}

export function writeAstray(match: number): Uint8Array {
  return Uint8Array.of(astray, match)
}

export function writePong(stamp: number, margin: number | null): Uint8Array {
  bits.reset()
  bits.unsigned(pong, 8)
  bits.unsigned(stamp, 32)
  const steps = margin === null ? noMargin : Math.round(margin * marginSteps)
  bits.unsigned(Math.max(noMargin + (margin === null ? 0 : 1), Math.min(0x7fff, steps)), 16)
  return bits.finish()
}

export function writeFull<T>(kind: Kind<T>, match: number, tick: number, state: T): Uint8Array {
  begin(full, match, tick)
  kind.write(bits, state)
  return bits.finish()
}

/** `tick - baseline` is from 1 to `oldestBaseline`. */
export function writeDelta<T>(
  kind: Kind<T>,
  match: number,
  tick: number,
  state: T,
  baseline: number,
  base: T,
): Uint8Array {
  begin(delta, match, tick)
  bits.unsigned(tick - baseline, 8)
  kind.writeDelta(bits, state, base, tick - baseline)
  return bits.finish()
}

export function writeWorld<State, Input>(match: number, from: World<State, Input>): Uint8Array {
  begin(world, match, from.tick)
  from.write(bits)
  return bits.finish()
}

/** `body` is what a StepsWriter finished, `baseline` the tick that it began after. */
export function writeSteps(match: number, baseline: number, body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(3 + body.length)
  frame.set([steps, match, baseline & 0xff])
  frame.set(body, 3)
  return frame
}

function begin(kind: number, match: number, tick: number): void {
  bits.reset()
  bits.unsigned(kind, 8)
  bits.unsigned(match, 8)
  bits.unsigned(tick, 32)
}
