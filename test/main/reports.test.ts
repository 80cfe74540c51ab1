/** What pages and processes complain about comes into the log: all of it that helps, and not more. */

import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Log, openLog } from '../../src/main/log.ts'
import { keepSecret } from '../../src/main/secrets.ts'

const app = Object.assign(new EventEmitter(), { isPackaged: true })
vi.mock('electron', () => ({ app, dialog: {} }))
const { hearApp, inWords } = await import('../../src/main/reports.ts')

let folder: string
let log: Log
let page: EventEmitter

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  folder = mkdtempSync(join(tmpdir(), 'romp-reports-'))
  log = openLog(folder)
  page = new EventEmitter()
  hearApp(log)
  app.emit('web-contents-created', {}, page)
})
afterEach(() => {
  app.removeAllListeners()
  log.flush()
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const complain = (message: string, level = 'error') =>
  page.emit('console-message', { level, message, sourceId: 'app://romp/assets/index.js', lineNumber: 3 })
const lines = () => log.tail(300).map((line) => line.slice(25))

describe('the page’s errors', () => {
  it('are in the log with their place, and nothing else that it says', () => {
    complain('Uncaught TypeError: x is not a function')
    complain('just chatting', 'info')
    expect(lines()).toEqual([
      'error In the page: Uncaught TypeError: x is not a function (app://romp/assets/index.js, line 3)',
    ])
  })

  it('fill no log: a page that does nothing but fail is counted', () => {
    for (let n = 0; n < 500; n++) complain(`failed ${n}`)
    expect(lines()).toHaveLength(20)
    vi.advanceTimersByTime(3500)
    complain('failed again')
    expect(lines().slice(-2)).toEqual([
      'warn  480 more errors of the page were left out.',
      expect.stringContaining('failed again'),
    ])
  })

  it('is cut, and never through a secret', () => {
    keepSecret('correct horse battery')
    complain(`${'x'.repeat(990)}correct horse battery${'y'.repeat(5000)}`)
    expect(lines()[0]?.length).toBeLessThan(1200)
    expect(lines()[0]).not.toContain('correct')
  })
})

describe('processes that are gone', () => {
  it('are in the log with the reason', () => {
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'oom', exitCode: 9 })
    app.emit(
      'child-process-gone',
      {},
      { type: 'Utility', name: 'Romp host', reason: 'clean-exit', exitCode: 0 },
    )
    expect(lines()).toEqual([
      'error The page’s process is gone: crashed, code 5.',
      'error A process is gone (GPU): oom, code 9.',
      'info  A process is gone (Utility, Romp host): clean-exit, code 0.',
    ])
  })
})

it('what cannot be printed is no reason to fail', () => {
  const hostile = {
    get [Symbol.toStringTag](): string {
      throw new Error('no')
    },
    [Symbol.for('nodejs.util.inspect.custom')]() {
      throw new Error('never')
    },
  }
  expect(typeof inWords([hostile])).toBe('string')
})
