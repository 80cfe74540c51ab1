/** The headless host's command line. */

import { describe, expect, it } from 'vitest'
import { bots } from '../../src/cli/bots.ts'
import { dial } from '../../src/cli/dial.ts'
import { FlagError, readServeFlags } from '../../src/cli/flags.ts'

const read = (line: string, environment: Record<string, string> = {}) =>
  readServeFlags(line === '' ? [] : line.split(' '), environment)

describe('npm run serve', () => {
  it('needs no flags', () => {
    expect(read('')).toMatchObject({
      port: 8765,
      portsTried: 8,
      rooms: 'own',
      room: 'party',
      max: 32,
      bots: 0,
      discovery: true,
    })
  })

  it('takes all of them', () => {
    const line =
      '--port 9000 --name Den --room Den --rooms red,blue,red --password x --max 8 --bots 3 --host ::1 --no-discovery --open'
    expect(read(line)).toMatchObject({
      ...{
        port: 9000,
        portsTried: 1,
        name: 'Den',
        room: 'den',
        rooms: ['red', 'blue'],
        password: 'x',
        max: 8,
        bots: 3,
      },
      ...{ bind: '::1', discovery: false, open: true },
    })
    expect(read('', { PORT: '9001' })).toMatchObject({ port: 9001, portsTried: 1 })
    expect(read('--rooms red,blue').room).toBe('red')
  })

  it.each([
    ['--port 99999', '--port takes a whole number from 0 to 65535, not "99999".'],
    ['--port 1e3', '--port takes a whole number'],
    ['--max 0', '--max takes a whole number from 1 to 448, not "0".'],
    ['--max 4 --bots 5', '--bots takes a whole number from 0 to 4, not "5".'],
    ['--game chess', 'There is no game "chess". There is: '],
    ['--room ../x', '--room takes letters, digits and dashes'],
    [
      `--rooms ${Array.from({ length: 65 }, (_, i) => `r${i}`).join(',')}`,
      '--rooms takes at most 64 rooms, not 65.',
    ],
    [
      `--room lounge --rooms ${Array.from({ length: 64 }, (_, i) => `r${i}`).join(',')}`,
      '--rooms takes at most 64 rooms, with the own one of --room, not 65.',
    ],
    ['--name \u200b', '--name needs at least one visible letter.'],
    ['--bogus', "Unknown option '--bogus'. --help shows what there is."],
    ['party', "Unexpected argument 'party'."],
  ])('%s is answered in one sentence', (line, sentence) => {
    expect(() => read(line)).toThrow(FlagError)
    expect(() => read(line)).toThrow(sentence)
  })
})

describe('npm run bots', () => {
  it('says so where an address cannot be dialled, rather than try for ever', async () => {
    const asked = bots(['--url', 'fe80::1%eth0', '--seconds', '1'])
    await expect(asked).rejects.toThrow(FlagError)
    await expect(asked).rejects.toThrow('fe80::1%eth0 cannot be dialled')
  })
})

describe('dialling', () => {
  it('an address that no socket takes is a line that was lost, not a crash', async () => {
    const code = await new Promise((closed) => {
      dial('ws://[fe80::1%25eth0]:8765/play/', { opened() {}, text() {}, bytes() {}, closed })
    })
    expect(code).toBe(1006)
  })
})
