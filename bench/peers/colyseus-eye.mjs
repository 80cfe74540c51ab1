/** A client of Colyseus' own, that takes in every patch: the eye of the probe. */

import { Client } from '@colyseus/sdk'

export async function watch(port, seen) {
  const client = new Client(`ws://127.0.0.1:${port}`)
  const room = await client.joinOrCreate('bench')
  let first
  const ready = new Promise((resolve) => {
    first = resolve
  })
  room.onStateChange((state) => {
    first()
    seen((id) => {
      const player = state.players.get(id)
      return player ? { x: player.mx, y: player.my } : null
    })
  })
  return { ready: () => ready, end: () => void room.leave() }
}
