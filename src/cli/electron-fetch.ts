/** Gets Electron's binary at the first start, with progress on the terminal, and gives up when nothing comes. */

import { fork } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findElectron } from './electron-binary.ts'
import type { DownloadNews } from './electron-download.ts'

export type Fetched = { ok: true; path: string } | { ok: false; why: string; silent: boolean }

/** How long without a single byte, before it is given up. */
const patienceMs = 20_000
/** The same when the last try heard nothing either: enough for a line that is back, little for one that is not. */
const shortPatienceMs = 5000
const silenceRememberedMs = 60 * 60_000
const unpackingMs = 120_000

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const silence = `${cache}electron-silence`

/** `patience` is for tests; without it, this remembers silence from one start to the next. */
export async function fetchElectron(out: NodeJS.WriteStream, patience?: number): Promise<Fetched> {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    return { ok: false, why: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set', silent: false }
  }
  const fetched = await download(patience ?? usualPatience(), progressOn(out))
  if (fetched.ok) rmSync(silence, { force: true })
  else if (fetched.silent && patience === undefined) rememberSilence()
  return fetched
}

function download(patience: number, show: (news: DownloadNews | 'begin' | 'end') => void): Promise<Fetched> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./electron-download.ts', import.meta.url)), {
      // Node reads the proxy settings of the environment only when it is asked to.
      env: { NODE_USE_ENV_PROXY: '1', ...process.env },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    let why = 'the download ended early'
    let silent = false
    let watch = setTimeout(giveUp, patience)
    show('begin')
    function giveUp(): void {
      why = `nothing came for ${patience / 1000} seconds`
      silent = true
      child.kill('SIGKILL')
    }
    child.on('message', (news: DownloadNews) => {
      clearTimeout(watch)
      if (news.kind === 'failed') why = news.why
      else watch = setTimeout(giveUp, news.kind === 'unpacking' ? unpackingMs : patienceMs)
      show(news)
    })
    child.once('error', (error) => {
      why = error.message
    })
    child.once('close', () => {
      clearTimeout(watch)
      show('end')
      const path = findElectron()
      resolve(path === null ? { ok: false, why, silent } : { ok: true, path })
    })
  })
}

/** One line that counts on a terminal; a line for each quarter in a log. */
function progressOn(out: NodeJS.WriteStream): (news: DownloadNews | 'begin' | 'end') => void {
  let shown = ''
  const say = (text: string) => {
    if (text === shown) return
    out.write(out.isTTY ? `\r${text.padEnd(shown.length)}` : `${text}\n`)
    shown = text
  }
  return (news) => {
    if (news === 'begin') say('Getting Electron for the desktop app, once (about 120 MB) …')
    else if (news === 'end') out.write(out.isTTY ? '\n' : '')
    else if (news.kind === 'unpacking') say('Unpacking Electron …')
    else if (news.kind === 'bytes') say(`Getting Electron … ${portion(news, out.isTTY ? 1 : 25)}`)
  }
}

function portion({ received, total }: { received: number; total: number | null }, step: number): string {
  const megabytes = (bytes: number) => Math.floor(bytes / 1e6)
  if (!total) return `${Math.floor(megabytes(received) / step) * step} MB`
  return `${Math.floor(((received / total) * 100) / step) * step} % of ${megabytes(total)} MB`
}

function usualPatience(): number {
  try {
    const silentFor = Date.now() - Number(readFileSync(silence, 'utf8'))
    return silentFor < silenceRememberedMs ? shortPatienceMs : patienceMs
  } catch {
    return patienceMs
  }
}

function rememberSilence(): void {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(silence, String(Date.now()))
  } catch {
    // It only costs the next start its patience.
  }
}
