/** A wire between a page and a host that can go dead: nothing passes and nobody is told, until it heals. */

import { type AddressInfo, createServer, connect as dialTcp, type Server, type Socket } from 'node:net'

export interface CuttableProxy {
  readonly port: number
  /** From now on nothing passes, in either direction. Lines that are open stay so, as they do when a cable is pulled. */
  cut(): void
  /** Lets through what waited: old lines go on where they were, as a network that retransmits does. */
  heal(): void
  close(): Promise<void>
}

interface Wire {
  readonly near: Socket
  /** Null until the host was dialled, which no one can while the wire is dead. */
  far: Socket | null
}

export async function startProxy(targetPort: number): Promise<CuttableProxy> {
  const wires = new Set<Wire>()
  let dead = false

  const end = (wire: Wire) => {
    wires.delete(wire)
    wire.near.destroy()
    wire.far?.destroy()
  }
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause()
    })
    to.on('drain', () => {
      if (!dead) from.resume()
    })
    from.on('end', () => to.end())
  }
  const reachOut = (wire: Wire) => {
    const far = dialTcp({ host: '127.0.0.1', port: targetPort, noDelay: true })
    wire.far = far
    far.on('error', () => end(wire))
    far.on('close', () => end(wire))
    pass(wire.near, far)
    pass(far, wire.near)
  }

  // Paused, so that what a caller says to a dead wire waits, too.
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (near) => {
    const wire: Wire = { near, far: null }
    wires.add(wire)
    near.on('error', () => end(wire))
    near.on('close', () => end(wire))
    if (dead) return
    reachOut(wire)
    near.resume()
  })
  await listen(server)

  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      dead = true
      for (const { near, far } of wires) {
        near.pause()
        far?.pause()
      }
    },
    heal() {
      dead = false
      for (const wire of wires) {
        if (!wire.far) reachOut(wire)
        wire.near.resume()
        wire.far?.resume()
      }
    },
    close() {
      for (const wire of wires) end(wire)
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', listening)
  })
}
