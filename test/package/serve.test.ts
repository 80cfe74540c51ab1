/** The headless host as one file: made as for a release, and used by somebody who has nothing but the file. */

import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import type { Advert } from '../../src/protocol/advert.ts'
import { offerList } from '../../src/protocol/offer.ts'
import { named, runGuests, Watcher } from '../support/lan-party.ts'
import { Lan, whyNoLan } from '../support/namespaces.ts'
import { fileName, Guest, hostWith, Program, packageServe, runFile } from '../support/single-file.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const builtPage = join(root, 'out', 'renderer')
const isWindows = process.platform === 'win32'
const whyNot = whyNoLan()
if (whyNot) console.log(whyNot)

let folder: string
let file: string
let told: string
/** The page's files by their path in the URL, as they were when the file was made. */
let page: Map<string, Buffer>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'romp-serve-'))
  file = join(folder, fileName)
  writeFileSync(file, 'an older release')
  const { code, out, err } = await packageServe('--into', folder).ended
  expect(code, err).toBe(0)
  told = out.trim()
  page = filesOf(builtPage)
  console.log(told.split('\n').at(-1))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('npm run package:serve', () => {
  it('puts a new file in the place of the old one, and says its hash, its size and its time to start', () => {
    expect(readdirSync(folder)).toEqual([fileName])
    const bytes = readFileSync(file)
    expect(told).toContain(`SHA-256 ${createHash('sha256').update(bytes).digest('hex')}\n`)
    const last = told.split('\n').at(-1)
    expect(last).toContain(`${fileName}: ${(bytes.length / 1e6).toFixed(1)} MB, listens `)
    expect(last).toMatch(/listens \d+ ms after its start$/)
    // Nobody is to read from it how the folders are called where it was made.
    for (const path of [folder, root]) expect(bytes.includes(path), path).toBe(false)
    if (!isWindows) expect(statSync(file).mode & 0o777).toBe(0o755)
  })

  it.skipIf(isWindows)('leaves nothing half-made where it is interrupted or killed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'romp-serve-'))
    const old = join(elsewhere, fileName)
    writeFileSync(old, 'an older release')
    try {
      const killed = packageServe('--into', elsewhere)
      await killed.says(/page/)
      await killed.end('SIGKILL')
      expect(readFileSync(old, 'utf8')).toBe('an older release')
      // What a killed one could not clear away, the next one does.
      expect(readdirSync(elsewhere)).toHaveLength(2)
      const interrupted = packageServe('--into', elsewhere)
      await interrupted.says(/page/)
      expect(await interrupted.end('SIGINT')).toMatchObject({ code: 130 })
      expect(readdirSync(elsewhere)).toEqual([fileName])
      expect(readFileSync(old, 'utf8')).toBe('an older release')
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  it('answers a flag that it does not know in one line', async () => {
    const { code, err } = await packageServe('--out').ended
    expect([code, err.trim().split('\n').length]).toEqual([2, 1])
  })
})

describe('the file', () => {
  const run = (...args: string[]) => runFile(file, args).ended

  it('says its version and its flags', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: `Romp ${packageJson.version}\n`, err: '' })
    const help = await run('--help')
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('\n  romp-serve [--port N]')
  })

  it.each(['--bogus', '--port 99999', '--port 0 --host 192.0.2.1'])(
    'answers what is wrong in one line: %s',
    async (line) => {
      const { code, out, err } = await run(...line.split(' '))
      expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
    },
  )

  it('is no Node for whoever finds it', async () => {
    const env = { ...process.env, NODE_OPTIONS: '--require /absent.js' }
    expect(await runFile(file, ['--version'], { env }).ended).toMatchObject({ code: 0, err: '' })
    expect(await run('--eval', '1')).toMatchObject({ code: 2 })
  })

  it('serves its page byte for byte, from a folder where it may not write', async () => {
    const alone = join(folder, 'read-only')
    mkdirSync(alone)
    chmodSync(alone, 0o555)
    chmodSync(folder, 0o755)
    // Root may write anywhere.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { program, port } = await hostWith(file, { cwd: alone, ...nobody })
    try {
      expect(page.size).toBeGreaterThan(5)
      for (const [path, bytes] of [...page, ['/r/party', page.get('/index.html')] as const]) {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`)
        expect(answer.status, path).toBe(200)
        expect(Buffer.from(await answer.arrayBuffer()).equals(bytes ?? Buffer.of()), path).toBe(true)
      }
      expect(readdirSync(alone)).toEqual([])
    } finally {
      expect(await program.end()).toMatchObject({ err: '' })
      rmSync(alone, { recursive: true })
    }
  })

  it('is joined by two who see each other, and says goodbye to both', async () => {
    const { program, port } = await hostWith(file)
    const guests = [new Guest(port, 'Anna'), new Guest(port, 'Ben')]
    try {
      for (const guest of guests) {
        await guest.until('a party of two', ({ sees }) => sees.join() === 'Anna,Ben')
        // Snapshots come as well: the meadow is there to walk in.
        await guest.until('the meadow', ({ party }) => party.match !== null)
      }
      const { code, out, err } = await program.end()
      // Windows has no SIGTERM.
      if (isWindows) return
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('Goodbye!')
      for (const guest of guests) {
        await guest.until('a goodbye', ({ party }) => party.state.status.phase === 'over')
        expect(guest.party.state.status).toEqual({ phase: 'over', reason: 'host-stopped' })
      }
    } finally {
      for (const guest of guests) guest.stop()
      await program.end()
    }
  })

  it('knows that it can hand itself on', async () => {
    const { program, port } = await hostWith(file)
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/offer`)
      // The hash takes its time; what is offered then has tests of its own.
      expect(offerList.parse(await answer.json())).toMatchObject({
        version: packageJson.version,
        pending: true,
      })
    } finally {
      await program.end()
    }
  })

  it.skipIf(whyNot !== null)(
    'is found on the network, joined from another computer, and missed',
    async () => {
      const lan = new Lan()
      try {
        const [here, there] = [lan.machine(), lan.machine()]
        const watcher = new Watcher(there)
        await watcher.ready()
        const env = { ...process.env, PORT: '' }
        const program = new Program(here.run(file, ['--name', 'One file'], { env }))
        const withPlayers = (count: number) => (adverts: readonly Advert[]) =>
          named('One file')(adverts).some(({ players }) => players === count)
        await watcher.when('the party', withPlayers(0), 0)
        const [party] = named('One file')(watcher.list)
        expect(party?.at.address).toBe(here.address)
        const guests = runGuests(there, `ws://${party?.at.address}:${party?.at.port}/play/`, 2, 4)
        await watcher.when('two guests', withPlayers(2), 0)
        expect(await guests.exit).toBe(0)
        const stoppedAt = Date.now()
        expect(await program.end()).toMatchObject({ code: 0, err: '' })
        await watcher.when('an empty list', (adverts) => named('One file')(adverts).length === 0, stoppedAt)
      } finally {
        await lan.close()
      }
    },
  )
})

function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map(
    paths.map((path) => [path.slice(folder.length).split(sep).join('/'), readFileSync(path)] as const),
  )
}
