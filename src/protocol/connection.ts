/** One open line between a client and a host, whatever carries it: a real socket, or a network in a test. */

/** What arrives: text frames are control, binary frames are inputs and snapshots. */
export interface Receiver {
  text(text: string): void
  bytes(bytes: Uint8Array): void
  /** An answer to `probe`. */
  alive?(): void
  /** Once, and last. `code` is a WebSocket close code; 1006 where the line was lost without a word. */
  closed(code: number): void
}

export interface Connection {
  /** Text must be complete JSON; bytes are taken as they are and may be shared between connections. */
  send(frame: string | Uint8Array): void
  close(code: number, why: string): void
  /** Ends at once, without a closing handshake: for a peer that no longer answers. */
  cut(): void
  /** Asks the peer's machine for a sign of life, which comes as `alive` even while its page sleeps. */
  probe?(): void
  /** Bytes accepted and not yet sent. */
  backlog(): number
}

/** Opens a line and delivers what arrives to `receiver`, including the failure to open, as `closed`. */
export type Dial = (url: string, receiver: Receiver & { opened(): void }) => Connection
