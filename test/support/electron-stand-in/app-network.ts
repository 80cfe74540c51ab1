/**
 * The `app` scheme, which Chromium does not know: a proxy of our own stands between it and the network, answers the
 * page's own origin from the app's protocol handler, and names the app's origin where a socket says where it is from.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/** How Chromium knows `app://romp`. */
export const pageOrigin = 'http://romp.app-scheme'
const appOrigin = 'app://romp'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
const handlers = new Map<string, ProtocolHandler>()

export const protocol = {
  registerSchemesAsPrivileged: () => {},
  handle: (scheme: string, handler: ProtocolHandler) => {
    handlers.set(scheme, handler)
  },
}

/** As Electron would say it. */
export function toAppUrl(url: string): string {
  return url.startsWith(pageOrigin) ? appOrigin + url.slice(pageOrigin.length) : url
}

/** As Chromium must be told. */
export function toPageUrl(url: string): string {
  return url.startsWith(appOrigin) ? pageOrigin + url.slice(appOrigin.length) : url
}

/** Starts the proxy; its address. */
export async function openGate(): Promise<string> {
  const gate = createServer((request, response) => void answer(request, response))
  gate.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) =>
    tunnel(request.url ?? '', socket, head),
  )
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  gate.unref()
  return `http://127.0.0.1:${(gate.address() as AddressInfo).port}`
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = handlers.get('app')
  const url = request.url ?? ''
  if (!handler || !url.startsWith(`${pageOrigin}/`)) {
    response.writeHead(502).end('the stand-in serves the app scheme only')
    return
  }
  const answered = await handler(new Request(toAppUrl(url), { method: request.method ?? 'GET' }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}

/** Every socket of the page comes this way, since a proxied Chromium tunnels them. */
function tunnel(authority: string, socket: Socket, head: Buffer): void {
  const { hostname, port } = new URL(`http://${authority}`)
  const peer = connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''), () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    peer.write(head)
    socket.pipe(namingTheApp()).pipe(peer)
    peer.pipe(socket)
  })
  const end = () => {
    socket.destroy()
    peer.destroy()
  }
  for (const side of [socket, peer]) side.on('error', end).on('close', end)
}

/** Rewrites `Origin` in the request at the head of a tunnel, and lets the rest through as it is. */
function namingTheApp(): Transform {
  let kept: Buffer | null = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (kept === null) return done(null, chunk)
      kept = Buffer.concat([kept, chunk])
      const end = kept.indexOf('\r\n\r\n')
      if (end < 0) return done()
      const opening = kept
        .subarray(0, end)
        .toString('latin1')
        .replace(`Origin: ${pageOrigin}`, `Origin: ${appOrigin}`)
      const rest = kept.subarray(end)
      kept = null
      done(null, Buffer.concat([Buffer.from(opening, 'latin1'), rest]))
    },
  })
}
