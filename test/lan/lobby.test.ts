/** Hosts, guests and lobby lists on three computers of one network: real programs, real packets. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { protocolVersion } from '../../src/protocol/version.ts'
import { median, named, type Program, runGuests, runHost, runNode, Watcher } from '../support/lan-party.ts'
import { Lan, type Machine, whyNoLan } from '../support/namespaces.ts'

const whyNot = whyNoLan()
if (whyNot) console.log(whyNot)

const listedWithin = 1500
const stoppedWithin = 1000
const killedWithin = 10_000

describe.skipIf(whyNot !== null)('three computers on one network', () => {
  let lan: Lan
  let hosting: Machine
  let left: Watcher
  let right: Watcher
  let machines: Machine[]
  const programs = new Set<Program>()

  const host = (name: string, ...flags: string[]) => keep(runHost(hosting, name, ...flags))
  const keep = (program: Program) => {
    programs.add(program)
    return program
  }
  const bothSee = async (what: string, test: Parameters<Watcher['when']>[1], since: number) =>
    Math.max(...(await Promise.all([left, right].map((watcher) => watcher.when(what, test, since)))))
  const listed = (name: string, since: number, count = 1) =>
    bothSee(`${name} in the list`, (list) => named(name)(list).length === count, since)

  beforeAll(async () => {
    lan = new Lan()
    machines = [lan.machine(), lan.machine(), lan.machine()]
    hosting = machines[0]!
    left = new Watcher(machines[1]!)
    right = new Watcher(machines[2]!)
    await Promise.all([left.ready(), right.ready()])
    // The first start may have to build the page.
    const first = host('Warm-up')
    await left.when('the first party', (list) => named('Warm-up')(list).length === 1, 0, 90_000)
    first.signal('SIGTERM')
    await first.exit
  })

  afterEach(async () => {
    for (const program of programs) program.signal('SIGTERM')
    await Promise.all([...programs].map(({ exit }) => exit))
    programs.clear()
    await bothSee('an empty list', (list) => list.length === 0, Date.now())
  })

  afterAll(async () => {
    await lan?.close()
  })

  it('lists a host within 1.5 s of its start, and drops it within 1 s of its stop', async () => {
    const toListed: number[] = []
    const toGone: number[] = []
    for (let run = 0; run < 10; run++) {
      const name = `Run ${run}`
      const started = host(name)
      toListed.push((await listed(name, started.startedAt)) - started.startedAt)
      const stoppedAt = started.signal('SIGTERM')
      toGone.push((await listed(name, stoppedAt, 0)) - stoppedAt)
      expect(await started.exit).toBe(0)
    }
    console.log(
      `listed ${median(toListed)} ms after the program's start (median of ten; ${Math.max(...toListed)} at most), ` +
        `gone ${median(toGone)} ms after SIGTERM (${Math.max(...toGone)} at most)`,
    )
    expect(median(toListed)).toBeLessThanOrEqual(listedWithin)
    expect(Math.max(...toGone)).toBeLessThanOrEqual(stoppedWithin)
  })

  it('says what a lobby list needs, with the true ping', async () => {
    const started = host('Anna’s party 🎉', '--max', '12', '--bots', '2', '--password', 'plum')
    await bothSee(
      'an answer',
      (list) => named('Anna’s party 🎉')(list).some(({ liveness }) => liveness === 'live'),
      started.startedAt,
    )
    const [party] = named('Anna’s party 🎉')(left.list)
    expect(party).toMatchObject({ game: 'meadow', bots: 2, players: 0, max: 12, locked: true, own: false })
    expect(party).toMatchObject({ protocol: protocolVersion, at: { address: hosting.address, port: 8765 } })
    expect(party?.ping).toBeGreaterThan(0)
    expect(party?.ping).toBeLessThan(100)
  })

  it('lets guests of both other computers join at the address in the list', async () => {
    const started = host('Joined')
    await listed('Joined', started.startedAt)
    const [party] = named('Joined')(left.list)
    const url = `ws://${party?.at.address}:${party?.at.port}/play/`
    const guests = machines.slice(1).map((machine) => keep(runGuests(machine, url, 1, 6)))
    await bothSee('two guests', (list) => named('Joined')(list)[0]?.players === 2, started.startedAt)
    expect(await Promise.all(guests.map(({ exit }) => exit))).toEqual([0, 0])
    await bothSee('an empty party', (list) => named('Joined')(list)[0]?.players === 0, Date.now())
  })

  it('greys a host that was killed, and drops it within 10 s', async () => {
    const started = host('Killed')
    await bothSee('a live party', (list) => named('Killed')(list)[0]?.liveness === 'live', started.startedAt)
    const killedAt = started.signal('SIGKILL')
    await bothSee('a grey party', (list) => named('Killed')(list)[0]?.liveness === 'fading', killedAt)
    const gone = (await listed('Killed', killedAt, 0)) - killedAt
    console.log(`gone ${gone} ms after kill -9`)
    expect(gone).toBeLessThanOrEqual(killedWithin)
  })

  it('keeps two hosts of one name apart: stopping one leaves the other', async () => {
    const [first, second] = [host('Twins'), host('Twins', '--port', '8770')]
    await listed('Twins', first.startedAt, 2)
    const stoppedAt = first.signal('SIGTERM')
    await listed('Twins', stoppedAt, 1)
    await first.exit
    await new Promise((later) => setTimeout(later, 3000))
    for (const watcher of [left, right]) {
      expect(named('Twins')(watcher.list).map(({ at }) => at.port)).toEqual([8770])
      expect(watcher.always((list) => list.some(({ at }) => at.port === 8770), stoppedAt)).toBe(true)
    }
    expect(second.said()).not.toContain('rror')
  })

  it('shows a new name at once', async () => {
    const started = host('Before')
    await listed('Before', started.startedAt)
    const renamer = keep(
      runNode(machines[1]!, 'test/support/party-renamer.ts', `ws://${hosting.address}:8765/play/`, 'After'),
    )
    await listed('After', started.startedAt)
    expect(named('Before')(right.list)).toEqual([])
    expect(await renamer.exit).toBe(0)
  })

  it('announces and answers with the new name alone, once there is one', async () => {
    const silent = keep(runNode(hosting, 'test/support/silent-advert.ts'))
    const renamed = await left.when('the new name', (list) => named('New name')(list).length === 1, 0)
    const late = new Watcher(machines[2]!)
    const seen = await late.when('the new name', (list) => named('New name')(list).length === 1, 0)
    // The library repeats itself three seconds after the first announcement.
    await new Promise((later) => setTimeout(later, 3500))
    for (const watcher of [left, late]) {
      expect(watcher.always((list) => named('Old name')(list).length === 0, renamed)).toBe(true)
    }
    expect(seen).toBeGreaterThan(0)
    late.stop()
    silent.signal('SIGTERM')
    expect(await silent.exit).toBe(0)
  })

  it('goes on without discovery where another program keeps its port, and says so', async () => {
    const guest = machines[2]!
    const quiet = lan.machine()
    const hog = keep(runNode(quiet, '-e', "require('dgram').createSocket('udp4').bind(5353)"))
    await new Promise((later) => setTimeout(later, 500))
    const looking = new Watcher(quiet)
    await looking.when('trouble', () => looking.trouble?.includes('Another program') ?? false, 0)
    keep(runHost(quiet, 'Unseen'))
    const url = `ws://${quiet.address}:8765/play/`
    await new Promise((later) => setTimeout(later, 1500))
    expect(await keep(runGuests(guest, url, 1, 1)).exit).toBe(0)
    expect(named('Unseen')(right.list)).toEqual([])
    hog.signal('SIGTERM')
    await hog.exit
    // The lobby mends itself once the port is free; the host does as well.
    await right.when('the party', (list) => named('Unseen')(list).length === 1, 0, 20_000)
    await looking.when('no trouble', () => looking.trouble === null, Date.now(), 20_000)
    looking.stop()
  })

  it('lists a host that was killed and came back once, under its new name', async () => {
    const steady = (name: string) =>
      keep(runNode(hosting, 'test/support/steady-host.ts', 'steady-host-01', name))
    const first = steady('First life')
    await listed('First life', first.startedAt)
    first.signal('SIGKILL')
    await first.exit
    const second = steady('Second life')
    await listed('Second life', second.startedAt)
    for (const watcher of [left, right]) {
      expect(watcher.list).toHaveLength(1)
      expect(watcher.always((list) => list.length <= 1, first.startedAt)).toBe(true)
    }
  })

  it('finds a host again whose network card was taken out and put back, with the same address', async () => {
    const started = host('Dongle')
    await listed('Dongle', started.startedAt)
    hosting.unplug()
    const pluggedAt = await listed('Dongle', Date.now(), 0)
    hosting.plug()
    await bothSee('the party again', (list) => named('Dongle')(list)[0]?.liveness === 'live', pluggedAt)
    // Its advert works as well, not only the list's memory: a goodbye on the new card is heard.
    const stoppedAt = started.signal('SIGTERM')
    const gone = (await listed('Dongle', stoppedAt, 0)) - stoppedAt
    expect(gone).toBeLessThanOrEqual(stoppedWithin)
  })

  it('finds hosts again after the own network card was changed for another within a second', async () => {
    const guest = machines[1]!
    guest.unplug()
    guest.plug()
    await new Promise((later) => setTimeout(later, 4000))
    const started = host('Heard anew')
    const seen = await left.when(
      'the party',
      (list) => named('Heard anew')(list)[0]?.liveness === 'live',
      started.startedAt,
    )
    expect(seen - started.startedAt).toBeLessThan(5000)
  })
})
