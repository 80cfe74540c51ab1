/** The page's own scheme: `app://romp/` answers with the built page, and with nothing else on this machine. */

import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { protocol } from 'electron'

/** What Chromium sends as `Origin`, and what hosts accept beside their own pages. */
export const appOrigin = 'app://romp'
export const appPage = `${appOrigin}/`

/**
 * The page needs no more than its own files and sockets to the hosts of this network. Those are plain `ws:`, since
 * nobody can have a certificate for a LAN address.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self' ws:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.wasm': 'application/wasm',
}

/** Must run before the app is ready. */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // Secure, because Chromium lets only secure pages ask for the local network.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves `folder` (out/renderer). Once the app is ready. */
export function serveAppScheme(folder: string): void {
  protocol.handle('app', (request) => answer(folder, request))
}

async function answer(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const file = fileFor(folder, request.url)
  if (!file) return refuse(404)
  try {
    const body = await readFile(file)
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: {
        'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-cache',
      },
    })
  } catch {
    return refuse(404)
  }
}

/** The file that a URL of the page means; null for another host and for anything that would leave the folder. */
export function fileFor(folder: string, url: string): string | null {
  try {
    const { host, pathname } = new URL(url)
    if (host !== 'romp') return null
    const path = decodeURIComponent(pathname)
    if (/[\\\0]/.test(path)) return null
    const root = resolve(folder)
    // A path without an extension is a screen of the page, not a file.
    const file = resolve(root, `.${extname(path) === '' ? '/index.html' : path}`)
    return file.startsWith(join(root, sep)) ? file : null
  } catch {
    return null
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'Content-Security-Policy': policy } })
}
