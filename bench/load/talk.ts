/** What one client says and hears on one kind of wire, as far as the load has to know it. */

import type { FrameSink } from './frame-stream.ts'
import type { Target } from './raw-socket.ts'

/** Where a key pad points: −1, 0 or 1 on both axes. */
export interface Direction {
  x: number
  y: number
}

export interface TalkEar {
  /** Sends a frame built with `clientFrame`. */
  send(frame: Buffer): void
  /** A snapshot came; `full` where it tells the whole state. */
  snapshot(full: boolean): void
}

export interface Talk extends FrameSink {
  /** Who one is to the others, once the server said so. */
  readonly id: string | number | null
  /** Whether one is in the room and plays. */
  readonly isIn: boolean
  /** A few times in each 20th of a second: says what is due. `now` in milliseconds. */
  speak(now: number, direction: Direction): void
  /** Says a new direction at once: a key that goes down. */
  turn(now: number, direction: Direction): void
}

/** A snapshot as a probe sees it that decodes it wholly: where someone is heading; null where they are not in it. */
export type Heading = (id: string | number) => Direction | null

/** Told of each snapshot that an eye has taken in. */
export type Seen = (heading: Heading) => void

/** Where to dial, and how to talk there. */
export interface Wire {
  /** Once before each client. */
  target(port: number): Promise<Target>
  talk(ear: TalkEar, index: number, target: Target): Talk
  /** Opens a client that decodes all it hears, and tells `seen` of each snapshot; null where nothing can be seen. */
  eye(port: number, seen: Seen): Promise<Eye> | null
}

export interface Eye {
  /** Resolves once it has seen a first snapshot. */
  ready(): Promise<void>
  end(): void
}

/** A peer's client says its direction so many times a second, whether it changed or not. */
export const saidEvery = 1000 / 20
