/** Colyseus 0.18: a seat is reserved over HTTP; then binary messages whose first byte says what they are. */

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clientFrame, opcodes } from './frame-stream.ts'
import { PeerTalk } from './peer-talk.ts'
import type { Direction, Eye, Seen, Wire } from './talk.ts'

/** First bytes, without the modifiers in their upper bits. */
const code = { join: 10, data: 13, state: 14, patch: 15 }
const codeBits = 0x1f

interface Seat {
  name: string
  roomId: string
  processId: string
  sessionId: string
}

export const colyseusWire: Wire = {
  target: async (port) => {
    const answer = await fetch(`http://127.0.0.1:${port}/matchmake/joinOrCreate/bench`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    if (!answer.ok) throw new Error(`no seat: ${answer.status} ${await answer.text()}`)
    const { roomId, processId, sessionId } = (await answer.json()) as Seat
    return { port, path: `/${processId}/${roomId}?sessionId=${sessionId}`, protocol: null }
  },
  talk: (ear, index, { path }) => new ColyseusTalk(ear, index, path.split('sessionId=')[1] ?? ''),
  eye: openEye,
}

class ColyseusTalk extends PeerTalk {
  protected readonly opcode = opcodes.binary

  constructor(ear: PeerTalk['ear'], index: number, sessionId: string) {
    super(ear, index)
    this.id = sessionId
  }

  wantsWhole(): boolean {
    return false
  }

  frame(_opcode: number, payload: Buffer): void {
    switch ((payload[0] as number) & codeBits) {
      case code.join:
        this.ear.send(clientFrame(opcodes.binary, Uint8Array.of(code.join)))
        break
      case code.state:
        this.isIn = true
        this.ear.snapshot(true)
        break
      case code.patch:
        this.ear.snapshot(false)
        break
    }
  }

  protected words({ x, y }: Direction): Uint8Array {
    // The message's name as a short string, and {x, y} as MessagePack would write it.
    const name = Buffer.from('input')
    return Uint8Array.of(
      code.data,
      0xa0 | name.length,
      ...name,
      0x82,
      0xa1,
      0x78,
      x & 0xff,
      0xa1,
      0x79,
      y & 0xff,
    )
  }
}

/** Colyseus' own client: it decodes the patches as a game would. */
async function openEye(port: number, seen: Seen): Promise<Eye> {
  const { watch } = await import(
    /* @vite-ignore */ pathToFileURL(resolve('bench/peers/colyseus-eye.mjs')).href
  )
  return watch(port, seen) as Promise<Eye>
}
