/** The stand-in's `net`: requests of the main process, which Chromium makes in Electron and Node here. */

import { EventEmitter } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as nodeRequest } from 'node:http'

/** What of Electron's options is understood; `session` and `redirect: 'manual'` are, by leaving redirects to listeners. */
interface Options {
  protocol?: string
  hostname?: string
  port?: number | string
  path?: string
  method?: string
  headers?: Record<string, string | string[]>
}

/** Unlike Node's, it follows a redirect only when told to, has no socket to listen to, and says Chromium's errors. */
class Request extends EventEmitter {
  readonly #request: ClientRequest

  constructor({ protocol = 'http:', hostname, port, path = '/', method = 'GET', headers = {} }: Options) {
    super()
    if (protocol !== 'http:') throw new Error('the stand-in speaks plain HTTP only')
    this.#request = nodeRequest({ hostname, port, path, method, headers }, (response) => this.#hear(response))
    this.#request.on('error', (error: NodeJS.ErrnoException) => {
      this.emit('error', new Error(`net::${chromiumErrors[error.code ?? ''] ?? 'ERR_FAILED'}`))
    })
    this.#request.on('close', () => this.emit('close'))
  }

  #hear(response: IncomingMessage): void {
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.resume()
      this.emit('redirect', statusCode, 'GET', headers.location, headers)
      return
    }
    response.on('aborted', () => response.emit('error', new Error('net::ERR_CONTENT_LENGTH_MISMATCH')))
    this.emit('response', response)
  }

  end = (body?: string | Buffer): this => {
    this.#request.end(body)
    return this
  }
  abort = (): void => {
    this.#request.destroy()
    this.emit('abort')
  }
}

const chromiumErrors: Record<string, string> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
}

export const net = {
  isOnline: () => true,
  request: (options: Options) => new Request(options),
}

/** Squirrel, which only macOS has; elsewhere it is no more than somebody to tell that a new version is put in place. */
export const autoUpdater = new EventEmitter()
