/** Which file a host may hand on, what of it is asked for, and how fast it goes. */

import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Allowance, rates } from '../../src/host/offers/allowance.ts'
import { readRange } from '../../src/host/offers/byte-range.ts'
import { sha256Of } from '../../src/host/offers/digest.ts'
import { findSingleFile, type Surroundings } from '../../src/host/offers/single-file.ts'

let folder: string
const at = (...path: string[]) => join(folder, ...path)

beforeEach(async () => {
  // On macOS the temporary folder is behind a link.
  folder = await realpath(await mkdtemp(join(tmpdir(), 'romp-offer-')))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, head: string, bytes = 2 * 1024 * 1024): Promise<string> {
  const content = Buffer.alloc(bytes)
  content.write(head, 'latin1')
  await writeFile(at(name), content)
  return at(name)
}

const look = (around: Partial<Surroundings>) =>
  findSingleFile({
    ...{ env: {}, platform: 'linux', execPath: at('romp'), isSingleExecutable: false },
    ...{ temporary: at('temporary'), running: at('romp'), mounts: at('mounts') },
    ...around,
  })

describe('this very program', () => {
  it('which runs from its sources, is none to hand on', async () => {
    expect(await findSingleFile()).toBeNull()
  })
})

describe('the headless executable', () => {
  it('is handed on as it lies there', async () => {
    const execPath = await file('romp-serve', '\u007fELF')
    expect(await look({ execPath, running: execPath, isSingleExecutable: true })).toMatchObject({
      kind: 'headless',
      path: execPath,
      stamp: { size: 2n * 1024n * 1024n },
    })
  })

  it('is not where another file has taken its place, where it is gone, or no such file', async () => {
    const execPath = await file('romp-serve', '\u007fELF')
    const running = await file('running', '\u007fELF')
    expect(await look({ execPath, running, isSingleExecutable: true })).toBeNull()
    expect(await look({ execPath: at('gone'), running, isSingleExecutable: true })).toBeNull()
    expect(await look({ execPath: folder, running: folder, isSingleExecutable: true })).toBeNull()
    const tiny = await file('tiny', '\u007fELF', 1000)
    expect(await look({ execPath: tiny, running: tiny, isSingleExecutable: true })).toBeNull()
  })

  it('is not plain Node, whatever it is called', async () => {
    expect(await look({ execPath: await file('romp-serve', '\u007fELF') })).toBeNull()
  })
})

describe('an AppImage', () => {
  const mark = '\u007fELF\u0002\u0001\u0001\u0000AI\u0002'
  let env: Record<string, string>

  beforeEach(async () => {
    env = { APPIMAGE: await file('Romp.AppImage', mark), APPDIR: at('a mount') }
    await mkdir(at('a mount'))
    await writeFile(at('a mount', 'romp'), '')
    await mounted('fuse.Romp.AppImage')
  })
  const mounted = (system: string, where = at('a mount')) =>
    writeFile(
      at('mounts'),
      `22 1 8:1 / / rw - ext4 /dev/root rw\n` +
        `99 22 0:50 / ${where.replaceAll(' ', '\\040')} ro,nosuid shared:7 - ${system} Romp.AppImage ro\n`,
    )
  const inside = () => look({ env, execPath: at('a mount', 'romp') })

  it('that runs from its mount is handed on', async () => {
    expect(await inside()).toMatchObject({ kind: 'app', path: env.APPIMAGE })
  })

  it('is not believed where the program runs from elsewhere: the names were left behind by a parent', async () => {
    await writeFile(at('romp'), '')
    expect(await look({ env, execPath: at('romp') })).toBeNull()
    await mkdir(at('a mount beside'))
    await writeFile(at('a mount beside', 'romp'), '')
    expect(await look({ env, execPath: at('a mount beside', 'romp') })).toBeNull()
    await symlink(at('romp'), at('a mount', 'link'))
    expect(await look({ env, execPath: at('a mount', 'link') })).toBeNull()
  })

  it('is not believed where the folder is no mount of a packed image', async () => {
    await mounted('ext4')
    expect(await inside()).toBeNull()
    await mounted('fuse.Romp.AppImage', '/elsewhere')
    expect(await inside()).toBeNull()
    await rm(at('mounts'))
    expect(await inside()).toBeNull()
  })

  it('is not believed where the file is none', async () => {
    env.APPIMAGE = await file('other', '\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000')
    expect(await inside()).toBeNull()
    env.APPIMAGE = '/etc/passwd'
    expect(await inside()).toBeNull()
    env.APPIMAGE = 'Romp.AppImage'
    expect(await inside()).toBeNull()
    env.APPIMAGE = at('a mount')
    expect(await inside()).toBeNull()
  })
})

describe('a portable program for Windows', () => {
  it('that unpacked itself into the temporary folder is handed on; nothing else is', async () => {
    const portable = await file('Romp portable.exe', 'MZ')
    const env = { PORTABLE_EXECUTABLE_FILE: portable }
    await mkdir(at('temporary'))
    await writeFile(at('temporary', 'Romp.exe'), '')
    await writeFile(at('Romp.exe'), '')
    const windows = { env, platform: 'win32', execPath: at('temporary', 'Romp.exe') }
    expect(await look(windows)).toMatchObject({ kind: 'app', path: portable })
    expect(await look({ ...windows, platform: 'linux' })).toBeNull()
    expect(await look({ ...windows, execPath: at('Romp.exe') })).toBeNull()
    env.PORTABLE_EXECUTABLE_FILE = await file('notes.exe', 'PK')
    expect(await look(windows)).toBeNull()
    await rename(portable, at('Romp.txt'))
    env.PORTABLE_EXECUTABLE_FILE = at('Romp.txt')
    expect(await look(windows)).toBeNull()
  })
})

describe('the hash', () => {
  it('is that of the whole file, with a rest after every stretch', async () => {
    const content = randomBytes(300_001)
    await writeFile(at('file'), content)
    const handle = await open(at('file'))
    let rests = 0
    const hash = await sha256Of(handle, async () => void rests++)
    await handle.close()
    expect(hash).toBe(createHash('sha256').update(content).digest('hex'))
    expect(rests).toBe(5)
  })
})

describe('a range', () => {
  it.each([
    [undefined, null],
    ['bytes=0-', { first: 0, last: 999 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=200-299', { first: 200, last: 299 }],
    ['bytes=990-2000', { first: 990, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['Bytes= 5-6 ', { first: 5, last: 6 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
    ['items=0-1', null],
    [`bytes=${'9'.repeat(400)}-`, null],
  ])('%s of a thousand bytes', (header, wanted) => {
    expect(readRange(header, 1000)).toEqual(wanted)
  })
})

describe('all downloads together', () => {
  /** So many askers take turns for some seconds; gives the bytes that went. */
  async function moved(askers: number, seconds: number, isPlaying: () => boolean) {
    let now = 0
    const sleepers: { at: number; wake: () => void }[] = []
    const allowance = new Allowance(
      isPlaying,
      () => now,
      (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
    )
    let bytes = 0
    const ask = async () => {
      while (now < seconds * 1000) {
        await allowance.turn(32 * 1024)
        bytes += 32 * 1024
      }
    }
    const all = Promise.all(Array.from({ length: askers }, ask))
    for (;;) {
      await new Promise((later) => setImmediate(later))
      const next = sleepers.sort((a, b) => a.at - b.at).shift()
      if (!next) break
      now = next.at
      next.wake()
    }
    await all
    return bytes
  }

  it.each([1, 4])('of %i readers take what a match leaves, and more while there is none', async (askers) => {
    const most = 6 * 32 * 1024
    const playing = await moved(askers, 2, () => true)
    expect(Math.abs(playing - 2 * rates.playing)).toBeLessThanOrEqual(most)
    const idle = await moved(askers, 2, () => false)
    expect(Math.abs(idle - 2 * rates.idle)).toBeLessThanOrEqual(most)
    expect(playing * 2).toBeLessThan(idle)
  })

  it('slow down when a match begins', async () => {
    let looks = 0
    const bytes = await moved(2, 10, () => ++looks > 4)
    expect(bytes).toBeLessThan(9 * rates.playing + 1.5 * rates.idle)
    expect(looks).toBeGreaterThan(20)
  })
})
