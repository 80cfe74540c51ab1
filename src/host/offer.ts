/**
 * A host that runs from a single file hands it on: `GET /api/offer` says what it is, `GET /offer/NAME` gives it. Its
 * name is made here, and compared; nothing that a request says ever becomes a path.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Offer, type OfferList, offerPath, systems } from '../protocol/offer.ts'
import { version } from '../protocol/version.ts'
import { Allowance } from './offers/allowance.ts'
import { readRange } from './offers/byte-range.ts'
import { sha256Of } from './offers/digest.ts'
import { type DownloadLimits, Downloads, downloadLimits } from './offers/downloads.ts'
import { openStamped, type SingleFile, sameStamp } from './offers/single-file.ts'
import { begin, say } from './replies.ts'

export interface OfferSetup {
  /** Null where this program is no single file. */
  file: SingleFile | null
  /** Whether a match runs: then downloads are slow. */
  isPlaying(): boolean
  limits?: DownloadLimits
}

type Opened = NonNullable<Awaited<ReturnType<typeof openStamped>>>

/** Seconds after which who was turned away may ask again. */
const comeBackAfter = 30

export class Offering {
  readonly #file: SingleFile | null
  readonly #downloads: Downloads
  #hashing: Promise<void> | null = null
  #offer: Offer | null = null
  /** Once the file is another one, its name and hash would be lies. */
  #withdrawn = false

  constructor({ file, isPlaying, limits = downloadLimits }: OfferSetup) {
    this.#file = systems.some((system) => system === process.platform) ? file : null
    this.#downloads = new Downloads(limits, new Allowance(isPlaying))
  }

  /** Whether there is a file to hand on, hashed or not. */
  get isOpen(): boolean {
    return this.#file !== null && !this.#withdrawn
  }

  /** What is offered now. The first question begins the hash, which takes some seconds. */
  async list(): Promise<OfferList> {
    // A file that was replaced a while ago is not to be advertised until somebody wants it.
    const opened = await this.#open()
    await opened?.handle.close()
    if (this.isOpen) this.#hashing ??= this.#hash()
    const offers = this.isOpen && this.#offer ? [this.#offer] : []
    return { product: 'romp', version, offers, pending: this.isOpen && this.#offer === null }
  }

  /** Answers a request for a path under `/offer/`. Rejects where the line breaks. */
  async give(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const offer = this.#offer
    if (offer === null || path !== offerPath(offer.file)) return say(response, 404, 'There is nothing here.')
    const opened = await this.#open()
    if (opened === null) {
      return say(response, 410, 'The host’s copy of this file has changed or gone since it was started.')
    }
    try {
      await this.#send(request, response, offer, opened)
    } finally {
      await opened.handle.close()
    }
  }

  async #send(request: IncomingMessage, response: ServerResponse, offer: Offer, opened: Opened) {
    const tag = `"${offer.sha256}"`
    const { range: wanted, 'if-range': ifRange, 'if-none-match': known } = request.headers
    response.setHeader('ETag', tag)
    response.setHeader('Accept-Ranges', 'bytes')
    response.setHeader('Cache-Control', 'no-cache')
    if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
      response.statusCode = 304
      response.end()
      return
    }
    const range = ifRange === undefined || ifRange === tag ? readRange(wanted, offer.bytes) : null
    if (range === 'unsatisfiable') {
      response.setHeader('Content-Range', `bytes */${offer.bytes}`)
      return say(response, 416, 'The file has no such bytes.')
    }
    const leave = this.#downloads.take(request.socket.remoteAddress ?? '')
    if (leave === null) {
      response.setHeader('Retry-After', comeBackAfter)
      return say(response, 503, 'Others are getting it just now. Try again in half a minute.')
    }
    try {
      const { first, last } = range ?? { first: 0, last: offer.bytes - 1 }
      if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${offer.bytes}`)
      response.setHeader('Content-Disposition', `attachment; filename="${offer.file}"`)
      begin(response, range ? 206 : 200, 'application/octet-stream', last - first + 1)
      if (request.method === 'HEAD') response.end()
      else await this.#downloads.send(opened, { first, last }, response)
    } finally {
      leave()
    }
  }

  /** Null, for good, once it is not the file any more that this program was started from. */
  async #open(): Promise<Opened | null> {
    const file = this.#file
    if (file === null || this.#withdrawn) return null
    const opened = await openStamped(file.path)
    if (opened !== null && sameStamp(opened.stamp, file.stamp)) return opened
    await opened?.handle.close()
    this.#withdrawn = true
    return null
  }

  async #hash(): Promise<void> {
    const opened = await this.#open()
    if (opened === null || this.#file === null) return
    try {
      const sha256 = await sha256Of(opened.handle)
      const bytes = Number(this.#file.stamp.size)
      this.#offer = { ...describe(this.#file.kind), bytes, sha256 }
    } catch {
      this.#withdrawn = true
    } finally {
      await opened.handle.close()
    }
  }
}

function describe(kind: Offer['kind']): Omit<Offer, 'bytes' | 'sha256'> {
  const { platform, arch } = process
  const system = systems.find((known) => known === platform) ?? 'linux'
  const ending = system === 'win32' ? '.exe' : kind === 'app' ? '.AppImage' : ''
  const file = `${kind === 'app' ? 'Romp' : 'romp-serve'}-${version}-${system}-${arch}${ending}`
  return { file, kind, version, system, arch }
}
