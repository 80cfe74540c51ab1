/** What the host answers over HTTP: the page, `/api/info`, `/api/nearby`, `/api/offer`, `/health`, `/metrics`. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Nearby } from '../protocol/advert.ts'
import { offerFolder } from '../protocol/offer.ts'
import type { Host } from './host.ts'
import type { Offering } from './offer.ts'
import { isOwnHost, isOwnOrigin } from './origin.ts'
import type { Pages } from './pages.ts'
import { json, say, send } from './replies.ts'

export interface Answering {
  host: Host
  pages: Pages
  offering: Offering
  nearby(): Nearby
}

const noPage = `<!doctype html><meta charset="utf-8"><title>Romp</title>
<p>This host has no page to show: it was started without building it. Run <code>npm run build</code>, then start it again.</p>`

/** Answers one request; never throws. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  from: Answering,
): Promise<void> {
  try {
    await route(request, response, from)
  } catch {
    if (!response.headersSent) say(response, 500, 'Something went wrong on the host. Try again.')
    else response.destroy()
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { host, pages, offering, nearby }: Answering,
) {
  const { host: name, origin } = request.headers
  if (!isOwnHost(name)) return say(response, 421, 'This is not the address of this machine.')
  if (!isOwnOrigin(origin, name)) return say(response, 403, 'This page may not ask this host.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return say(response, 405, 'Only GET is answered here.')
  }
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  switch (path) {
    case '/api/info':
      return json(response, { ...host.info, ...(offering.isOpen ? { offers: true } : {}) })
    case '/api/offer':
      return json(response, await offering.list())
    case '/api/nearby':
      return json(response, nearby())
    case '/health':
      return json(response, { status: 'ok' })
    case '/metrics':
      return send(
        response,
        200,
        'application/openmetrics-text; version=1.0.0; charset=utf-8',
        host.metricsText(),
      )
    default:
      if (path.startsWith(offerFolder)) return offering.give(request, response, path)
      return page(request, response, pages, path)
  }
}

async function page(request: IncomingMessage, response: ServerResponse, pages: Pages, path: string) {
  const file = pages.at(path)
  if (!file) {
    if (pages.isEmpty && path === '/') return send(response, 503, 'text/html; charset=utf-8', noPage)
    return say(response, 404, 'There is nothing here.')
  }
  const { bytes, encoding } = await file.body(String(request.headers['accept-encoding'] ?? ''))
  response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('Vary', 'Accept-Encoding')
  if (encoding) response.setHeader('Content-Encoding', encoding)
  if (file.type.startsWith('text/html')) {
    response.setHeader('Content-Security-Policy', contentPolicy(request.headers.host ?? ''))
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  }
  send(response, 200, file.type, bytes)
}

/** The page may load and reach this host alone. Older Safari does not count a socket as part of 'self'. */
function contentPolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
