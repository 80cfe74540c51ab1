/** The forms in which the host answers over HTTP. */

import type { ServerResponse } from 'node:http'

export function json(response: ServerResponse, value: unknown): void {
  response.setHeader('Cache-Control', 'no-store')
  send(response, 200, 'application/json', JSON.stringify(value))
}

/** One sentence for whoever reads it. */
export function say(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${sentence}\n`)
}

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  begin(response, status, type, Buffer.byteLength(body))
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** The head of an answer whose body of so many bytes follows. */
export function begin(response: ServerResponse, status: number, type: string, bytes: number): void {
  response.statusCode = status
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', bytes)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}
