/** `npm start`: the desktop app, built and fetched as needed; where it cannot be had, the headless host instead. */

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { BuildError, buildIfStale } from './build-stale.ts'
import { findElectron } from './electron-binary.ts'
import { fetchElectron } from './electron-fetch.ts'
import { serve } from './serve.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const usage = `Usage: npm start -- [--user-data-dir=DIR] [--no-sandbox]

Opens the Romp desktop app.
  --user-data-dir=DIR  keeps everything in DIR: a second player on one machine
  --no-sandbox         lets Electron run as root on Linux, without its sandbox`

/** An app that ends with an error this soon could not start at all. */
const stillbornMs = 5000

/** Runs until the app or the host has ended; the process's exit code. */
async function start(argv: readonly string[]): Promise<number> {
  const unknown = argv.find((argument) => !/^(--user-data-dir=.+|--no-sandbox|--help)$/.test(argument))
  if (unknown !== undefined) {
    console.error(`npm start does not know ${unknown}. Try npm start -- --help`)
    return 2
  }
  if (argv.includes('--help')) {
    console.log(usage)
    return 0
  }
  try {
    await buildIfStale()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(error.message)
    return 1
  }
  const ready = await readyElectron(argv.includes('--no-sandbox'))
  if (ready.ok) {
    const ended = await runElectron(ready.path, argv)
    if (!ended.stillborn) return ended.code
    return await hostInstead(`The desktop app could not start (it ended with code ${ended.code})`)
  }
  return await hostInstead(ready.why)
}

async function hostInstead(why: string): Promise<number> {
  console.error(`${why}. So here is Romp as a headless host: play in the browser.`)
  return await serve(['--open'])
}

type Ready = { ok: true; path: string } | { ok: false; why: string }

async function readyElectron(noSandbox: boolean): Promise<Ready> {
  const found = findElectron()
  // Whoever names a binary knows what it needs.
  const named = Boolean(process.env.ELECTRON_EXEC_PATH || process.env.ELECTRON_OVERRIDE_DIST_PATH)
  if (named)
    return found
      ? { ok: true, path: found }
      : { ok: false, why: 'There is no Electron where ELECTRON_… points' }
  const fetched: Ready = found ? { ok: true, path: found } : await fetchElectron(process.stderr)
  if (!fetched.ok) return { ok: false, why: `Electron’s binary cannot be had here (${fetched.why})` }
  if (process.platform !== 'linux') return fetched
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { ok: false, why: 'There is no screen here for the desktop app' }
  }
  if (process.getuid?.() === 0 && !noSandbox) {
    const advice = 'start it as another user, or with npm start -- --no-sandbox if you accept that'
    return { ok: false, why: `The desktop app’s sandbox does not work for root: ${advice}` }
  }
  return fetched
}

function runElectron(path: string, argv: readonly string[]): Promise<{ code: number; stillborn: boolean }> {
  return new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(path, [root, ...argv], { stdio: 'inherit', windowsHide: false })
    let asked = false
    const pass = (signal: NodeJS.Signals) => {
      asked = true
      child.kill(signal)
    }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const end = (code: number) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      const stillborn = !asked && code !== 0 && performance.now() - began < stillbornMs
      resolve({ code, stillborn })
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.once('exit', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

process.exitCode = await start(process.argv.slice(2))
