/** Starts the built desktop app for a test: on real Electron where its binary is, and on the stand-in elsewhere. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Browser, chromium, type Page } from 'playwright-core'
import { findElectron } from '../../src/cli/electron-binary.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const register = new URL('../support/electron-stand-in/register.ts', import.meta.url).href
const patienceMs = 30_000

/** Electron's API as a function sees it that a test runs in the main process. */
export type InMain = typeof import('electron')

export interface DesktopApp {
  page: Page
  /** Where it keeps what it remembers. */
  folder: string
  /** Runs a function in the app's main process. It is sent as source: it may use nothing from outside itself. */
  inMain<Answer, Given = undefined>(
    act: (electron: InMain, given: Given) => Answer | Promise<Answer>,
    given?: Given,
  ): Promise<Awaited<Answer>>
  /** What the app opened in the system's browser. */
  opened(): Promise<string[]>
  windows(): Promise<number>
  /** Starts the app once more with the same data, as a link does that is `given`; that second start's exit code. */
  startAgain(...given: string[]): Promise<number | null>
  /** Settles when it has ended. */
  ended: Promise<unknown>
  /** Asks it to quit as the system would; how long that took, in milliseconds. */
  quit(): Promise<number>
  /** Ends it and forgets all it kept. */
  dispose(): Promise<void>
}

/** Real Electron also needs a screen on Linux. */
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const electron = hasScreen ? findElectron() : null

/** What the tests run on; a run should say so. */
export const runsOn = electron ? `Electron at ${electron}` : 'the stand-in for Electron'

/** `kept` is the folder of an app that has quit, for one that remembers; `given` the words after its name. */
export async function startDesktop(
  main = join(root, 'out/main/index.js'),
  kept: string | null = null,
  { given = [], env = {} }: { given?: readonly string[]; env?: Record<string, string> } = {},
): Promise<DesktopApp> {
  const userData = kept ?? mkdtempSync(join(tmpdir(), 'romp-desktop-'))
  const start = { main, userData, given, env: { ...(process.env as Record<string, string>), ...env } }
  const app = electron ? await onElectron(electron, start) : await onStandIn(start)
  app.page.setDefaultTimeout(15_000)
  return app
}

interface Start {
  main: string
  userData: string
  given: readonly string[]
  env: Record<string, string>
}

async function onElectron(
  executablePath: string,
  { main, userData, given, env }: Start,
): Promise<DesktopApp> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, `--user-data-dir=${userData}`, main]
  const app = await _electron.launch({ executablePath, args: [...args, ...given], env })
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  const child = app.process()
  return {
    page: await app.firstWindow(),
    folder: userData,
    inMain: (act, given) => app.evaluate(act as never, given as never),
    opened: () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    windows: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    startAgain: (...more) => exitCode(spawn(executablePath, [...args, ...more], { stdio: 'inherit' })),
    ended: exitCode(child),
    quit: () => ended(child, () => child.kill('SIGTERM')),
    dispose: async () => {
      await ended(child, () => child.kill('SIGTERM'))
      forget(userData)
    },
  }
}

async function onStandIn({ main, userData, given, env }: Start): Promise<DesktopApp> {
  const args = ['--import', register, main, `--user-data-dir=${userData}`]
  rmSync(join(userData, 'chromium', 'DevToolsActivePort'), { force: true })
  const stdio: StdioOptions = ['ignore', 'inherit', 'inherit', 'ipc']
  const child = spawn(process.execPath, [...args, ...given], { stdio, env })
  let browser: Browser | null = null
  try {
    browser = await attach(child, join(userData, 'chromium', 'DevToolsActivePort'))
    const context = browser.contexts()[0]!
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.waitForURL((url) => url.protocol !== 'about:')
    return {
      page,
      folder: userData,
      inMain: (act, given) => ask(child, `${act}`, given),
      opened: async () => recorded(join(userData, 'outside.log')),
      windows: async () => context.pages().length,
      startAgain: (...more) => exitCode(spawn(process.execPath, [...args, ...more], { stdio: 'inherit' })),
      ended: exitCode(child),
      quit: () => ended(child, () => child.kill('SIGTERM')),
      dispose: async () => {
        await ended(child, () => child.kill('SIGTERM'))
        await browser?.close().catch(() => {})
        forget(userData)
      },
    }
  } catch (error) {
    child.kill('SIGTERM')
    throw error
  }
}

let asks = 0

async function ask<Answer>(child: ChildProcess, source: string, given: unknown): Promise<Answer> {
  asks += 1
  const ask = asks
  return await new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the app ended before it answered'))
    const hear = (message: unknown) => {
      const answer = message as { ask: number; value: Answer; error?: string }
      if (answer.ask !== ask) return
      child.off('message', hear).off('exit', gone)
      if (answer.error === undefined) resolve(answer.value)
      else reject(new Error(answer.error))
    }
    child.on('message', hear).once('exit', gone)
    child.send({ ask, source, given }, (error) => error && gone())
  })
}

async function attach(child: ChildProcess, portFile: string): Promise<Browser> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the app ended with code ${child.exitCode}`)
    const [port] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : []
    if (port) return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the app opened no window')
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}

function ended(child: ChildProcess, end: () => void): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(0)
  const began = performance.now()
  return new Promise((resolve) => {
    child.once('exit', () => resolve(performance.now() - began))
    end()
  })
}

function recorded(log: string): string[] {
  if (!existsSync(log)) return []
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return lines
    .map((line) => (JSON.parse(line) as { opened?: string }).opened ?? '')
    .filter((url) => url !== '')
}

function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
