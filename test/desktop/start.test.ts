import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from './desktop-app.ts'

let folder: string
let child: ChildProcess | null = null
let said = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'romp-start-'))
})

afterEach(async () => {
  if (child && child.exitCode === null) await ended('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

function start(given: string[], env: Record<string, string>): void {
  said = ''
  child = spawn(process.execPath, [join(root, 'src/cli/start.ts'), ...given], {
    cwd: folder,
    env: { ...process.env, CI: '1', ELECTRON_EXEC_PATH: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const out of [child.stdout, child.stderr])
    out?.on('data', (chunk: Buffer) => (said += chunk.toString()))
}

function ended(signal?: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child?.once('exit', resolve)
    if (signal) child?.kill(signal)
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('npm start', () => {
  it('runs the headless host where Electron cannot be had, and says so in one line', async () => {
    const port = await freePort()
    start([], { ELECTRON_OVERRIDE_DIST_PATH: folder, PORT: String(port) })
    const page = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.text(),
        () => '',
      )
    await expect.poll(page, { timeout: 60_000 }).toContain('<div id="screen">')
    expect(said.split('\n').filter((line) => line.includes('Electron'))).toHaveLength(1)
    expect(said).toContain('headless host')
    expect(await ended('SIGTERM')).toBe(0)
  })

  it.skipIf(process.platform === 'win32')(
    'opens the desktop app with the Electron that it is shown',
    async () => {
      const userData = join(folder, 'data')
      mkdirSync(userData)
      const register = join(root, 'test/support/electron-stand-in/register.ts')
      // A program named electron, as a distribution has; it starts the app as Electron does.
      const script = `#!/bin/sh\nexec "${process.execPath}" --import "${register}" "$@"\n`
      writeFileSync(join(folder, 'electron'), script)
      chmodSync(join(folder, 'electron'), 0o755)
      start([`--user-data-dir=${userData}`], { ELECTRON_OVERRIDE_DIST_PATH: folder })
      const portFile = join(userData, 'chromium', 'DevToolsActivePort')
      await expect.poll(() => existsSync(portFile), { timeout: 60_000 }).toBe(true)
      const [port] = readFileSync(portFile, 'utf8').split('\n')
      const titles = async () => {
        const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
          title: string
        }[]
        return pages.map(({ title }) => title)
      }
      await expect.poll(titles, { timeout: 30_000 }).toContain('Romp')
      expect(await ended('SIGTERM')).toBe(0)
    },
  )

  it('turns an unknown flag down with one clear line', async () => {
    start(['--fullscreen'], {})
    expect(await ended()).toBe(2)
    expect(said.trim().split('\n')).toEqual(['npm start does not know --fullscreen. Try npm start -- --help'])
  })
})
