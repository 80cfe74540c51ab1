/** Dialling a host from a program, over ws. */

import WebSocket from 'ws'
import type { Dial } from '../protocol/connection.ts'
import { subprotocol } from '../protocol/version.ts'

/** Milliseconds that the opening handshake may take. */
const handshakeTimeout = 5000
/** The close code of a line that was lost without a word. */
const lostCode = 1006

export const dial: Dial = (url, receiver) => {
  const socket = open(url)
  if (!socket) {
    // As with a socket that cannot connect, the bad news comes after the call.
    setImmediate(() => receiver.closed(lostCode))
    return { send: () => {}, close: () => {}, cut: () => {}, backlog: () => 0 }
  }
  socket.on('open', () => receiver.opened())
  socket.on('message', (message, isBinary) => {
    const bytes = message as Buffer
    if (isBinary) receiver.bytes(bytes)
    else receiver.text(bytes.toString('utf8'))
  })
  // Whatever went wrong, 'close' follows.
  socket.on('error', () => {})
  socket.on('close', (code) => receiver.closed(code))
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame, { binary: typeof frame !== 'string' })
    },
    close: (code, why) => socket.close(code, why),
    cut: () => socket.terminate(),
    backlog: () => socket.bufferedAmount,
  }
}

/** Null for an address that no socket takes, such as one with a zone. */
function open(url: string): WebSocket | null {
  try {
    return new WebSocket(url, subprotocol, { perMessageDeflate: false, handshakeTimeout })
  } catch {
    return null
  }
}
