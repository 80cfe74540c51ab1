/** A wire to a host on which what the host says of itself becomes something else of the same length. */

import { type AddressInfo, createServer, connect as dialTcp } from 'node:net'

export interface RetellingProxy {
  readonly port: number
  /** From now on each of the first words is told as the second one. */
  retell(words: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

export async function startRetelling(targetPort: number): Promise<RetellingProxy> {
  let retold: [string, string][] = []
  const server = createServer((near) => {
    const far = dialTcp({ host: '127.0.0.1', port: targetPort })
    near.on('error', () => far.destroy()).on('close', () => far.destroy())
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.pipe(far)
    far.on('data', (bytes: Buffer) => {
      // What is short comes in one piece on loopback, and only that is retold.
      let text = bytes.toString('latin1')
      for (const [from, to] of retold) text = text.replaceAll(from, to)
      near.write(Buffer.from(text, 'latin1'))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    retell(words) {
      retold = Object.entries(words)
      for (const [from, to] of retold) {
        if (from.length !== to.length) throw new Error(`"${from}" and "${to}" are not of one length`)
      }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
