/** The app's log on a real disk, also one that takes nothing. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Log, openLog } from '../../src/main/log.ts'
import { keepSecret } from '../../src/main/secrets.ts'

/** For a machine that is busy. */
const patient = { timeout: 20_000 }

let folder: string
let log: Log
const open = () => {
  log = openLog(folder)
}
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'romp-log-')), 'logs')
})
afterEach(() => {
  log.flush()
  vi.useRealTimers()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const written = () => {
  const file = join(folder, 'romp.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('an entry of the log', () => {
  it('has its time, its level and its words, and is soon on the disk', async () => {
    open()
    log.write('warn', 'The port is taken.')
    await expect
      .poll(written, patient)
      .toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warn {2}The port is taken\.\n$/)
    expect(log.tail(5)).toEqual([written().trimEnd()])
  })

  it('cannot pass for two, and steers no terminal', () => {
    open()
    log.write('info', 'one\n2026-01-01T00:00:00.000Z fatal two\r\u001b[2J\u202e\u0007three')
    expect(log.tail(5)).toHaveLength(2)
    expect(log.tail(5)[1]).toBe('    2026-01-01T00:00:00.000Z fatal two[2Jthree')
  })

  it('is cut where it is endless, and never through a secret', () => {
    keepSecret('correct horse battery')
    open()
    log.write('error', `${'x'.repeat(3990)}correct horse battery${'y'.repeat(9000)}`)
    expect(log.tail(1)[0]?.length).toBeLessThan(4100)
    expect(log.tail(1)[0]).not.toContain('correct')
  })
})

describe('the files of the log', () => {
  it('take turns, and stay small together', async () => {
    open()
    for (let batch = 0; batch < 60; batch++) {
      for (let n = 0; n < 20; n++) log.write('info', `${batch}.${n} ${'word '.repeat(700)}`)
      // The disk takes a batch, and may turn a file over on its way.
      await expect
        .poll(
          () =>
            readdirSync(folder).some((name) =>
              readFileSync(join(folder, name), 'utf8').includes(` ${batch}.19 `),
            ),
          { ...patient, interval: 5 },
        )
        .toBe(true)
    }
    const files = readdirSync(folder).sort()
    expect(files).toEqual(['romp.1.log', 'romp.2.log', 'romp.3.log', 'romp.log'])
    const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(bytes).toBeLessThan(4 * 1024 * 1024)
  })

  it('have everything at once before the process ends', () => {
    open()
    log.write('error', 'first')
    log.write('fatal', 'last words')
    log.flush()
    expect(written()).toContain('first')
    expect(written()).toContain('last words')
    // Nobody else on this machine may read it, whoever writes its first line.
    if (process.platform !== 'win32') expect(statSync(join(folder, 'romp.log')).mode & 0o077).toBe(0)
  })
})

describe('a disk that takes nothing', () => {
  it('disturbs nobody; what waited is written once it takes something again', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    // Where the folder should be there is a file, which stops even an administrator.
    writeFileSync(folder, '')
    open()
    log.write('info', 'while it was full')
    log.flush()
    expect(log.tail(1)[0]).toContain('while it was full')
    log.write('info', 'still full')
    await new Promise((resolve) => setTimeout(resolve, 50))
    rmSync(folder)
    log.write('info', 'too early to try again')
    expect(written()).toBe('')
    vi.advanceTimersByTime(31_000)
    log.write('info', 'free again')
    await expect.poll(written, patient).toContain('free again')
    expect(written()).toContain('still full')
  })

  it('that lets no file be renamed, as another program can, costs nothing but a while', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const inTheWay = join(folder, 'romp.3.log')
    mkdirSync(join(inTheWay, 'something'), { recursive: true })
    writeFileSync(join(folder, 'romp.2.log'), 'older\n')
    open()
    const size = () => statSync(join(folder, 'romp.log'), { throwIfNoEntry: false })?.size ?? 0
    for (let n = 0; n < 170; n++) {
      log.write('info', `${n} ${'x'.repeat(3500)}`)
      if (n % 20 === 0) await expect.poll(size, patient).toBeGreaterThan(Math.min(n * 3500, 512 * 1024))
    }
    await expect.poll(size, patient).toBeGreaterThan(512 * 1024)
    for (let n = 0; n < 10; n++) {
      vi.advanceTimersByTime(31_000)
      log.write('info', 'still in the way')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(size()).toBeLessThan(900 * 1024)
    rmSync(inTheWay, { recursive: true })
    vi.advanceTimersByTime(31_000)
    log.write('info', 'out of the way')
    await expect.poll(written, patient).toContain('out of the way')
    expect(readFileSync(join(folder, 'romp.1.log'), 'utf8')).toContain('100 xxx')
  })

  it('is not waited for with ever more memory: the oldest are left out, and it is said', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    writeFileSync(folder, '')
    open()
    for (let n = 0; n < 500; n++) log.write('info', `${n} ${'x'.repeat(3000)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    rmSync(folder)
    vi.advanceTimersByTime(31_000)
    log.write('info', 'free again')
    await expect.poll(written, patient).toContain('free again')
    expect(written()).toMatch(/\d+ entries are missing here/)
    expect(written().length).toBeLessThan(300 * 1024)
  })
})
