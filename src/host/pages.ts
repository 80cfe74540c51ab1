/** The page that guests open: the built renderer's files, kept in memory, squeezed for slow Wi-Fi. */

import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const squeezed = /^(?:text|application)\/|svg/
const brotli = (bytes: Buffer) =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

/** A folder to read, or files that are in memory already, by their path in the URL: `/assets/icon.svg`. */
export type PageSource = string | ReadonlyMap<string, Buffer>

export interface PageFile {
  readonly type: string
  /** True for files whose name changes with their content. */
  readonly immutable: boolean
  /** The body in the best encoding that the browser takes; `encoding` is null for the plain one. */
  body(accepted: string): Promise<{ bytes: Buffer; encoding: 'br' | 'gzip' | null }>
}

export class Pages {
  readonly #files = new Map<string, PageFile>()

  /** An empty or absent folder gives no pages. */
  static async read(from: PageSource): Promise<Pages> {
    const pages = new Pages()
    const files = typeof from === 'string' ? await filesIn(from) : from
    for (const [name, bytes] of files) pages.#files.set(name, file(name, bytes))
    return pages
  }

  get isEmpty(): boolean {
    return this.#files.size === 0
  }

  /** The file at a URL's path; the page itself at `/` and at every room's `/r/ROOM`. */
  at(path: string): PageFile | null {
    const room = path === '/' || /^\/r\/[^/]+\/?$/.test(path)
    return this.#files.get(room ? '/index.html' : path) ?? null
  }
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, await readFile(path))
  }
  return files
}

function file(name: string, bytes: Buffer): PageFile {
  const type = types[extname(name)] ?? 'application/octet-stream'
  const known = new Map<string, Promise<Buffer>>()
  const once = (encoding: string, squeeze: (bytes: Buffer) => Promise<Buffer>) => {
    const made = known.get(encoding) ?? squeeze(bytes)
    known.set(encoding, made)
    return made
  }
  return {
    type,
    immutable: name.startsWith('/assets/'),
    async body(accepted) {
      if (!squeezed.test(type) || bytes.length < 1024) return { bytes, encoding: null }
      // Over plain HTTP, browsers ask for brotli on their own machine only, and for gzip elsewhere.
      if (/\bbr\b/.test(accepted)) return { bytes: await once('br', brotli), encoding: 'br' }
      if (/\bgzip\b/.test(accepted)) return { bytes: await once('gzip', promisify(gzip)), encoding: 'gzip' }
      return { bytes, encoding: null }
    },
  }
}
