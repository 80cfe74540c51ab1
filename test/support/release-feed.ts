/** A place for releases on this machine: what electron-updater's generic provider reads, over real HTTP. */

import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dump } from 'js-yaml'

export interface Published {
  version: string
  /** What is served as the release's file. */
  file?: Buffer
  /** What it is called; another ending is for another system. */
  name?: string
  /** Whether its hash is told as it is. */
  honest?: boolean
  notes?: string
}

export class ReleaseFeed {
  /** Path of each request, in order, and all that it said of who asks. */
  readonly requests: string[] = []
  readonly headers: IncomingHttpHeaders[] = []
  /** How much of the file is sent before the line falls silent or breaks; all of it where null. */
  stops: { after: number; and: 'silence' | 'break' } | null = null
  /** What every request is answered with instead. */
  status: number | null = null
  /** Whether requests are taken and never answered. */
  isSilent = false
  #feed = ''
  #file: Buffer = Buffer.alloc(0)
  readonly #server = createServer(({ url = '', headers }, response) => {
    this.headers.push(headers)
    this.#answer(url, response)
  })

  static async open(): Promise<ReleaseFeed> {
    const feed = new ReleaseFeed()
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve))
    return feed
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  publish({ version, file = Buffer.alloc(300_000, version), name, honest = true, notes }: Published): void {
    const sha512 = createHash('sha512')
      .update(honest ? file : 'something else')
      .digest('base64')
    const url = name ?? `Romp-${version}.AppImage`
    this.#file = file
    this.say(
      dump({
        version,
        files: [{ url, sha512, size: file.length }],
        path: url,
        sha512,
        releaseDate: '2026-11-21T12:00:00.000Z',
        ...(notes === undefined ? {} : { releaseNotes: notes }),
      }),
    )
  }

  /** The list of releases, as it is served. */
  say(feed: string): void {
    this.#feed = feed
  }

  /** How often the release's file was asked for. */
  get fetches(): number {
    return this.requests.filter((path) => path.endsWith('.AppImage')).length
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(url: string, response: ServerResponse): void {
    const { pathname } = new URL(url, this.url)
    this.requests.push(pathname)
    if (this.isSilent) return
    if (this.status !== null) response.writeHead(this.status).end()
    else if (/\/latest-linux(-\w+)?\.yml$/.test(pathname) && this.#feed !== '') response.end(this.#feed)
    else if (pathname.endsWith('.AppImage')) this.#send(response)
    else response.writeHead(404).end()
  }

  #send(response: ServerResponse): void {
    response.writeHead(200, { 'content-length': this.#file.length })
    if (!this.stops) return void response.end(this.#file)
    const { after, and } = this.stops
    response.write(this.#file.subarray(0, after), () => {
      if (and === 'break') response.destroy()
    })
  }
}
