/** Opens a line to a host over the browser's own WebSocket. */

import type { Connection, Dial } from '../../protocol/connection.ts'
import { subprotocol } from '../../protocol/version.ts'

/** WebSocket's code for a line that was lost without a word. */
const lost = 1006

export const dial: Dial = (url, receiver): Connection => {
  let done = false
  const end = (code: number) => {
    if (done) return
    done = true
    receiver.closed(code)
  }
  const socket = open(url)
  if (!socket) {
    // Later, as the failure of a real line would be: the caller has not got its Connection yet.
    queueMicrotask(() => end(lost))
    return { send() {}, close() {}, cut() {}, backlog: () => 0 }
  }
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => {
    if (!done) receiver.opened()
  }
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (done) return
    if (typeof data === 'string') receiver.text(data)
    else if (data instanceof ArrayBuffer) receiver.bytes(new Uint8Array(data))
  }
  socket.onclose = ({ code }) => end(code)
  return {
    send(frame) {
      if (socket.readyState !== WebSocket.OPEN) return
      socket.send(typeof frame === 'string' ? frame : new Uint8Array(frame))
    },
    close(code, why) {
      socket.close(code, why)
    },
    cut() {
      end(lost)
      socket.close()
    },
    backlog: () => socket.bufferedAmount,
  }
}

/** A malformed address makes the constructor throw; to a party that is a line that never opened. */
function open(url: string): WebSocket | null {
  try {
    return new WebSocket(url, [subprotocol])
  } catch {
    return null
  }
}
