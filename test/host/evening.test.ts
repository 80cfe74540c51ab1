/** The evening, as everyone in the party sees it: real host, real clients, virtual time. */

import { describe, expect, it } from 'vitest'
import type { EveningRequest } from '../../src/client/party.ts'
import { matchGames } from '../../src/games/index.ts'
import { eveningOf, takingPart, VirtualEvening } from '../support/virtual-evening.ts'
import type { VirtualClient } from '../support/virtual-party.ts'

const notice = (client: VirtualClient) => client.party.state.notice
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

describe('EVE-1 EVE-2 starting a game', () => {
  it('goes from the countdown through the match and its result back to the meadow', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    expect(night.seen.phase).toBe('meadow')
    night.start('sumo')
    expect(night.seen).toMatchObject({ phase: 'countdown', playlist: [{ game: 'sumo' }], at: 0 })
    for (const client of night.clients) {
      expect(client.match()?.game.id).toBe('sumo')
      expect(takingPart(client)).toEqual(['Anna', 'Ben', 'Cleo'])
    }
    night.until('playing', 6)
    night.until('result', 180)
    const { result, standings } = night.seen
    expect(result?.game).toBe('sumo')
    expect(result?.places.map(({ name }) => name).sort()).toEqual(['Anna', 'Ben', 'Cleo'])
    expect(result?.places[0]?.rank).toBe(1)
    expect(standings.map(({ points }) => points)).toEqual(
      [...standings.map(({ points }) => points)].sort((a, b) => b - a),
    )
    night.until('meadow', 30)
    expect(night.operator.match()?.game.id).toBe('meadow')
    expect(night.seen.standings).toEqual(standings)
    expect(night.reported).toEqual([])
  })

  it('counts down to the same moment on every screen, however far away and whatever their clocks say', () => {
    const night = new VirtualEvening(['Anna'], {}, { roundTrip: 60, jitter: 25 })
    night.come('Ben')
    const slow = night.join('Slow', {}, '/play/', (time) => time * 1.0003 + 5000)
    night.time.pass(3000)
    night.start('sumo')
    const begins: number[] = []
    const hasBegun = new Set<VirtualClient>()
    for (let waited = 0; waited < 8000; waited++) {
      night.time.pass(1)
      for (const client of [...night.clients, slow]) {
        const local = client === slow ? night.time.now * 1.0003 + 5000 : night.time.now
        if (hasBegun.has(client) || client.match()?.game.id !== 'sumo') continue
        if ((client.match()?.startsIn(local) ?? 1) > 0) continue
        hasBegun.add(client)
        begins.push(night.time.now)
      }
    }
    expect(begins.length).toBe(3)
    expect(Math.max(...begins) - Math.min(...begins)).toBeLessThan(35)
  })

  it('is the operator’s alone', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    const [, ben] = night.clients
    if (!ben) throw new Error('Ben is there.')
    const requests: EveningRequest[] = [
      { type: 'play', content: { playlist: [{ game: 'sumo', options: {} }] } },
      { type: 'vote', content: {} },
      { type: 'end', content: {} },
      { type: 'handicap', content: { handicap: true } },
    ]
    for (const request of requests) {
      ben.party.ask(request)
      night.time.pass(100)
      expect(notice(ben)).toMatchObject({ about: request.type, notice: 'not-allowed' })
    }
    expect(night.seen).toMatchObject({ phase: 'meadow', handicap: false })
  })

  it('turns down a game that there is not, and plays by the standard what was chosen wrongly', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('poker')
    expect(notice(night.operator)).toMatchObject({ about: 'play', notice: 'out-of-range' })
    night.start('meadow')
    expect(notice(night.operator)).toMatchObject({ about: 'play', notice: 'out-of-range' })
    night.operator.party.ask({
      type: 'play',
      content: { playlist: [{ game: 'sumo', options: { rounds: 1e9, nonsense: 1 } }] },
    })
    night.time.pass(200)
    const sumo = matchGames.find(({ id }) => id === 'sumo')
    const standard = Object.fromEntries(sumo?.options.map(({ id, standard }) => [id, standard]) ?? [])
    expect(night.seen.playlist[0]?.options).toEqual(standard)
  })

  it('fills up with a bot where one is alone, who goes again afterwards', () => {
    const night = new VirtualEvening(['Anna'])
    night.start('sumo')
    expect(takingPart(night.operator)).toHaveLength(2)
    night.until('result', 180)
    night.until('meadow', 30)
    night.time.pass(1000)
    expect([...night.operator.party.state.players.values()].map(({ kind }) => kind)).toEqual(['human'])
  })
})

describe('EVE-1 the operator’s controls', () => {
  it('pause stops the world for everyone, and it goes on from there', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('sumo')
    night.until('playing', 6)
    night.time.pass(2000)
    night.operator.party.ask({ type: 'pause', content: { paused: true } })
    night.time.pass(500)
    expect(night.seen.paused).toBe(true)
    const held = night.clients.map((client) => structuredClone(client.match()?.truth?.state))
    night.time.pass(3000)
    expect(night.clients.map((client) => client.match()?.truth?.state)).toEqual(held)
    expect(night.clients.every((client) => client.match()?.isPaused)).toBe(true)
    night.operator.party.ask({ type: 'pause', content: { paused: false } })
    night.time.pass(500)
    expect(night.seen.paused).toBe(false)
    expect(night.clients.map((client) => client.match()?.truth?.state)).not.toEqual(held)
    night.until('result', 180)
  })

  it('restart begins the same game anew, and end goes back to the meadow without a result', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('sumo', 'trails')
    night.until('playing', 6)
    const before = night.operator.match()?.number
    night.operator.party.ask({ type: 'restart', content: {} })
    night.time.pass(200)
    expect(night.seen).toMatchObject({ phase: 'countdown', at: 0 })
    expect(night.operator.match()?.number).not.toBe(before)
    night.operator.party.ask({ type: 'end', content: {} })
    night.time.pass(200)
    expect(night.seen).toMatchObject({ phase: 'meadow', playlist: [], standings: [] })
    expect(night.operator.match()?.game.id).toBe('meadow')
  })

  it('what makes no sense now is turned down', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    for (const request of [
      { type: 'pause', content: { paused: true } },
      { type: 'restart', content: {} },
      { type: 'next', content: {} },
      { type: 'end', content: {} },
    ] as const) {
      night.operator.party.ask(request)
      night.time.pass(300)
      expect(notice(night.operator)).toMatchObject({ about: request.type, notice: 'not-now' })
    }
  })
})

describe('EVE-4 EVE-5 a playlist', () => {
  it('plays its games in turn, adds up their points, and ends with a podium and a champion', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    night.start('sumo', 'trails')
    const points = new Map<string, number>()
    for (const game of ['sumo', 'trails']) {
      night.until('result', 260)
      const { result } = night.seen
      expect(result?.game).toBe(game)
      for (const place of result?.places ?? [])
        points.set(place.name, (points.get(place.name) ?? 0) + place.points)
      if (game === 'sumo') night.until('countdown', 20)
    }
    night.until('podium', 20)
    const { standings, tally } = night.seen
    expect(Object.fromEntries(standings.map((row) => [row.name, row.points]))).toEqual(
      Object.fromEntries(points),
    )
    expect(tally.map((row) => row.points)).toEqual(standings.map((row) => row.points))
    expect(standings[0]?.points).toBe(Math.max(...points.values()))
    expect(night.operator.match()?.game.id).toBe('meadow')
    night.until('meadow', 30)
    expect(night.seen.standings).toEqual(standings)
  })

  it('goes on at once when the operator wants it', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('sumo', 'sumo')
    night.until('result', 180)
    night.operator.party.ask({ type: 'next', content: {} })
    night.time.pass(200)
    expect(night.seen).toMatchObject({ phase: 'countdown', at: 1 })
  })

  it('helps those behind only where the operator wants it', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    expect(night.seen.handicap).toBe(false)
    night.operator.party.ask({ type: 'handicap', content: { handicap: true } })
    night.start('sumo', 'sumo')
    const given: number[] = []
    for (let match = 0; match < 2; match++) {
      night.until('result', 180)
      given.push(sum(night.seen.result?.places.map(({ points }) => points) ?? []))
      if (match === 0) night.until('countdown', 20)
    }
    // Without help the places of one match are worth as much as those of any other.
    expect(given[1]).toBeGreaterThan((given[0] ?? 0) + 1)
  })
})

describe('EVE-5 the table', () => {
  const rows = (client: VirtualClient) =>
    eveningOf(client).standings.map(({ name, seat }) => [name, seat !== null] as const)

  it('names on every screen who is here as they are now, and who left as they were', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    night.start('sumo')
    night.until('result', 180)
    night.until('meadow', 30)
    const [anna, ben, cleo] = night.clients
    ben?.party.appear({ name: 'Benjamin', colour: 'sky', shape: 'star' })
    cleo?.party.leave()
    night.clients.pop()
    night.time.pass(500)
    if (!anna) throw new Error('Anna is there.')
    const dora = night.come('Dora')
    for (const client of [anna, dora])
      expect([...rows(client)].sort()).toEqual([
        ['Anna', true],
        ['Benjamin', true],
        ['Cleo', false],
      ])
    const again = night.come('Cleo')
    expect(rows(again).find(([name]) => name === 'Cleo')).toEqual(['Cleo', true])
    expect(rows(anna)).toEqual(rows(again))
  })
})

describe('EVE-1 a vote', () => {
  it('is counted for all to see, may be changed, and ends early once all have voted', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'], { bots: 2 })
    night.operator.party.ask({ type: 'vote', content: {} })
    night.time.pass(200)
    expect(night.seen.phase).toBe('vote')
    const vote = (who: number, game: string) => {
      night.clients[who]?.party.ask({ type: 'ballot', content: { game } })
      night.time.pass(200)
    }
    vote(0, 'trails')
    vote(1, 'sumo')
    vote(0, 'sumo')
    for (const client of night.clients)
      expect(JSON.stringify(eveningOf(client).votes)).not.toContain('trails')
    const began = night.time.now
    vote(2, 'trails')
    night.until('countdown', 5)
    expect(night.time.now - began).toBeLessThan(3000)
    expect(night.seen.playlist.map(({ game }) => game)).toEqual(['sumo'])
  })

  it('ends by itself, also where nobody votes', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.operator.party.ask({ type: 'vote', content: {} })
    night.until('countdown', 25)
    expect(matchGames.map(({ id }) => id)).toContain(night.seen.playlist[0]?.game)
  })

  it('takes no voice outside of a vote, nor one for what is no game', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.operator.party.ask({ type: 'ballot', content: { game: 'sumo' } })
    night.time.pass(200)
    expect(notice(night.operator)).toMatchObject({ about: 'ballot', notice: 'not-now' })
    night.operator.party.ask({ type: 'vote', content: {} })
    night.time.pass(1500)
    night.operator.party.ask({ type: 'ballot', content: { game: 'meadow' } })
    night.time.pass(200)
    expect(notice(night.operator)).toMatchObject({ about: 'ballot', notice: 'not-now' })
  })
})

describe('EVE-3 late and leaving', () => {
  it('who comes late plays where the game allows it, and everyone learns of it', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('gold-rush')
    night.until('playing', 6)
    const cleo = night.come('Cleo')
    night.time.pass(300)
    for (const client of night.clients) expect(takingPart(client)).toEqual(['Anna', 'Ben', 'Cleo'])
    expect(cleo.match()?.me).toBe(cleo.party.state.seat)
    night.until('result', 240)
    expect(night.seen.result?.places.map(({ name }) => name).sort()).toEqual(['Anna', 'Ben', 'Cleo'])
  })

  it('where there are more than fit, the others watch, and play the next match', () => {
    const names = ['Anna', ...Array.from({ length: 17 }, (_, i) => `Guest${i}`)]
    const night = new VirtualEvening(names)
    night.start('sumo', 'sumo')
    const first = takingPart(night.operator)
    expect(first).toHaveLength(16)
    const watching = names.filter((name) => !first.includes(name))
    night.operator.party.ask({ type: 'restart', content: {} })
    night.time.pass(300)
    expect(takingPart(night.operator)).toEqual(expect.arrayContaining(watching))
  })

  it('who drops keeps the seat, held by a bot, and has it back', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    const [, ben] = night.clients
    night.start('gold-rush')
    night.until('playing', 6)
    ben?.vanish()
    night.time.pass(20_000)
    const seat = ben?.party.state.seat ?? -1
    expect(night.operator.party.state.players.get(seat)).toMatchObject({ name: 'Ben', connected: false })
    const players = () => {
      const state = night.operator.match()?.truth?.state as {
        players: ({ x: number; y: number } | undefined)[]
      }
      return state.players
    }
    const before = { ...players()[seat] }
    night.time.pass(3000)
    // The bot plays on.
    expect(players()[seat]).not.toMatchObject({ x: before.x, y: before.y })
    const again = night.join('Ben', { resume: ben?.kept ?? null })
    again.play = () => night.operator.match()?.game.idle
    night.time.pass(2500)
    expect(again.party.state.seat).toBe(seat)
    const still = { ...players()[seat] }
    night.time.pass(1000)
    expect(players()[seat]?.x).toBeCloseTo(still.x ?? 0, -2)
  })

  it('who stays away for a minute is gone, is still placed, and stalls nothing', () => {
    const night = new VirtualEvening(['Anna', 'Ben', 'Cleo'])
    night.start('gold-rush')
    night.until('playing', 6)
    night.clients[2]?.vanish()
    night.clients.pop()
    night.time.pass(65_000)
    expect([...night.operator.party.state.players.values()].map(({ name }) => name).sort()).toEqual([
      'Anna',
      'Ben',
    ])
    night.until('result', 240)
    expect(night.seen.result?.places.map(({ name }) => name)).toContain('Cleo')
    expect(night.seen.standings.find(({ name }) => name === 'Cleo')).toMatchObject({ seat: null, played: 1 })
  })

  it('when everyone leaves a match, the party is in its meadow again, with its table', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    night.start('sumo', 'trails')
    night.until('result', 180)
    const { standings } = night.seen
    night.until('countdown', 20)
    for (const client of night.clients) client.party.leave()
    night.clients.length = 0
    night.time.pass(5000)
    const dora = night.come('Dora')
    expect(eveningOf(dora)).toMatchObject({ phase: 'meadow', playlist: [] })
    expect(eveningOf(dora).standings.map(({ points }) => points)).toEqual(
      standings.map(({ points }) => points),
    )
  })

  it('a bot leaves its place in the match to a person when the party is full', () => {
    const night = new VirtualEvening(['Anna'], { max: 4, bots: 3 })
    night.time.pass(1500)
    night.start('gold-rush')
    night.until('playing', 6)
    expect(takingPart(night.operator)).toHaveLength(4)
    night.come('Ben')
    night.time.pass(500)
    expect(takingPart(night.operator)).toEqual(expect.arrayContaining(['Anna', 'Ben']))
    expect(takingPart(night.operator)).toHaveLength(4)
    night.until('result', 240)
  })
})

describe('EVE-6 while you wait', () => {
  it('a spectator’s confetti is seen by all, and not that of who is busy', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    const zoe = night.come('Zoe', { as: 'spectator' })
    const seen: unknown[] = []
    night.operator.party.hear((event) => seen.push(event))
    night.start('gold-rush')
    night.until('playing', 6)
    zoe.party.ask({ type: 'cheer', content: { x: 400, y: 300 } })
    night.operator.party.ask({ type: 'cheer', content: { x: 1, y: 1 } })
    night.time.pass(200)
    expect(seen).toContainEqual({ type: 'cheered', seat: zoe.party.state.seat, x: 400, y: 300 })
    expect(seen.filter((event) => (event as { type: string }).type === 'cheered')).toHaveLength(1)
    expect(notice(night.operator)).toMatchObject({ about: 'cheer', notice: 'not-now' })
  })

  it('a storm of confetti is slowed down', () => {
    const night = new VirtualEvening(['Anna', 'Ben'])
    const zoe = night.come('Zoe', { as: 'spectator' })
    let seen = 0
    night.operator.party.hear((event) => {
      if (event.type === 'cheered') seen++
    })
    for (let i = 0; i < 60; i++) {
      zoe.party.ask({ type: 'cheer', content: { x: 400, y: 300 } })
      night.time.pass(20)
    }
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThan(20)
    expect(notice(zoe)).toMatchObject({ about: 'cheer', notice: 'too-fast' })
  })
})

describe('EVE-1 a host that was told a game', () => {
  it('plays it again and again, as soon as somebody is there', () => {
    const sumo = matchGames.find(({ id }) => id === 'sumo') ?? null
    const night = new VirtualEvening(['Anna', 'Ben'], { game: sumo })
    night.until('playing', 10)
    night.until('result', 180)
    night.until('countdown', 30)
    expect(night.seen.playlist.map(({ game }) => game)).toEqual(['sumo'])
    night.operator.party.ask({ type: 'end', content: {} })
    night.time.pass(3000)
    expect(night.seen.phase).toBe('meadow')
  })
})
