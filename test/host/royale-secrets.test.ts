/**
 * A pick in the royale stays on the host until all hands are shown: everything that anyone is sent before is the same
 * to the byte, whichever hand somebody picked.
 */

import { describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { royale } from '../../src/games/royale/game.ts'
import type { Royale } from '../../src/games/royale/world.ts'
import { Match } from '../../src/host/match.ts'
import { BitReader, BitWriter } from '../../src/netcode/bits.ts'
import { randomStream } from '../../src/netcode/random.ts'
import type { Connection, Receiver } from '../../src/protocol/connection.ts'
import { readHostFrame, writeInput, writePing } from '../../src/protocol/frames.ts'
import { protocolVersion } from '../../src/protocol/version.ts'
import { VirtualParty } from '../support/virtual-party.ts'

const picks = [1, 2, 3, 4, 5, 6, 7]
const anyRoyale = royale as unknown as AnyGame

/** Somebody at the host's door, without a network between: remembers all that is sent, and when. */
class Visitor {
  readonly heard: { at: number; frame: string }[] = []
  /** The state as this visitor is told it, by tick. */
  readonly told = new Map<number, Royale>()
  readonly #world: VirtualParty
  readonly #session: Receiver
  seat = -1
  #newest: { tick: number; state: Royale } | null = null
  #match = -1

  constructor(world: VirtualParty, name: string, as: 'player' | 'spectator') {
    this.#world = world
    const connection: Connection = {
      send: (frame) => this.#hear(frame),
      close: () => {},
      cut: () => {},
      backlog: () => 0,
    }
    const visit = { room: '', address: '127.0.0.1', protocol: protocolVersion }
    this.#session = world.host.accept(connection, visit)
    this.say('join', { name, colour: 'sky', shape: 'star', token: `token-of-${name}-0123456789`, as })
  }

  say(type: string, content: object): void {
    this.#session.text(JSON.stringify({ type, content }))
  }

  pick(pick: number): void {
    const tick = (this.#newest?.tick ?? 0) + 1
    this.#session.bytes(writeInput(royale.input, this.#match, tick, 0, { pick }))
  }

  ping(): void {
    this.#session.bytes(writePing(7, this.#match, this.#newest?.tick ?? 0))
  }

  get state(): Royale {
    if (!this.#newest) throw new Error('Nothing was told yet.')
    return this.#newest.state
  }

  #hear(frame: string | Uint8Array): void {
    const isText = typeof frame === 'string'
    this.heard.push({ at: this.#world.time.now, frame: isText ? frame : Buffer.from(frame).toString('hex') })
    if (isText) {
      const { type, content } = JSON.parse(frame)
      if (type === 'welcome') this.seat = content.seat
      const match = type === 'match' ? content : type === 'welcome' ? content.match : null
      if (match?.game === 'royale') this.#match = match.number
      if (match) this.#newest = null
      return
    }
    const told = readHostFrame(frame)
    if (this.#match < 0 || told.kind === 'pong') return
    if (told.kind !== 'full' && told.kind !== 'delta') {
      if (told.match === this.#match) throw new Error(`A game with secrets was told as ${told.kind}.`)
      return
    }
    if (told.match !== this.#match) return
    const base = this.#newest
    const state =
      told.kind === 'full' || !base
        ? royale.state.read(told.body)
        : royale.state.readDelta(told.body, base.state, told.tick - base.tick)
    this.#newest = { tick: told.tick, state }
    this.told.set(told.tick, state)
  }
}

/** A party of two people, a bot and a spectator; Anna picks `first`, changes it to `then`, and all hands are shown. */
function party(first: number, then: number) {
  const world = new VirtualParty({ roundTrip: 0 }, { bots: 3, operatorToken: 'token-of-Anna-0123456789' })
  const anna = new Visitor(world, 'Anna', 'player')
  const ben = new Visitor(world, 'Ben', 'player')
  const watcher = new Visitor(world, 'Watcher', 'spectator')
  const everyone = [anna, ben, watcher]
  world.time.pass(200)
  anna.say('play', { playlist: [{ game: 'royale', options: { actions: 7, length: 40 } }] })
  const beat = () => {
    world.time.pass(50)
    for (const one of everyone) one.ping()
  }
  const until = (phase: Royale['clock']['phase']) => {
    for (let i = 0; i < 400; i++) {
      if (watcher.told.size > 0 && watcher.state.clock.phase === phase) return
      beat()
    }
    throw new Error(`It never came to ${phase}.`)
  }
  until('pick')
  for (const one of [anna, ben]) one.pick(0)
  beat()
  ben.pick(2)
  anna.pick(first)
  beat()
  // Somebody who comes while a pick is held gets no more of it than others.
  const late = new Visitor(world, 'Late', 'spectator')
  everyone.push(late)
  anna.say('emote', { emote: 'wave' })
  beat()
  anna.pick(then)
  until('drum')
  let metrics = ''
  while (watcher.state.clock.phase === 'drum') {
    metrics = world.host.metricsText().replaceAll(/.*seconds.*\n/g, '')
    beat()
  }
  const shownAt = world.time.now - 50
  const before = everyone.map(({ heard }) => heard.filter(({ at }) => at <= shownAt))
  return { before, everyone, anna, ben, watcher, metrics }
}

describe('before all hands are shown', () => {
  it('everyone is sent the very same bytes at the same times, whichever hand somebody picks', () => {
    const runs = picks.map((pick) => party((pick % 7) + 1, pick))
    const [one] = runs
    for (const before of one!.before) expect(before.length).toBeGreaterThan(10)
    // It came far enough to tell: somebody picked, and it went on through the drum.
    const hands = [...one!.watcher.told.values()].filter(({ clock }) => clock.phase === 'drum')
    expect(hands.length).toBeGreaterThan(5)
    expect(hands.every(({ players }) => players.every((player) => !player || player.hand === 'picked'))).toBe(
      true,
    )
    expect(hands.every(({ players }) => players.every((player) => !player || player.pick === 0))).toBe(true)
    for (const run of runs) expect(run.before).toEqual(one!.before)
    expect(one!.metrics).toContain('romp_')
    for (const run of runs) expect(run.metrics, 'not even their number').toBe(one!.metrics)
  })

  it('it shows right after, to everyone, or the test would see nothing at all', () => {
    const runs = picks.map((pick) => party((pick % 7) + 1, pick))
    for (const [i, { everyone, anna, ben }] of runs.entries()) {
      for (const { state } of everyone) {
        expect(state.clock.phase).toBe('reveal')
        expect(state.players[anna.seat]?.pick).toBe(picks[i])
        expect(state.players[ben.seat]?.pick).toBe(2)
      }
    }
    const after = runs.map(({ everyone }) => JSON.stringify(everyone.map(({ heard }) => heard)))
    expect(new Set(after).size).toBe(picks.length)
  })
})

describe('a bot', () => {
  it('sees no pick before all hands are shown, and all of them then', () => {
    const seenBy = (pick: number) => {
      const seen: string[] = []
      const watched: AnyGame = {
        ...anyRoyale,
        bot: {
          play: (seat, random, strength) => {
            const brain = anyRoyale.bot.play(seat, random, strength)
            return {
              next(state, tick) {
                seen.push(`${(state as Royale).clock.phase} ${JSON.stringify(state)}`)
                return brain.next(state, tick)
              },
            }
          },
        },
      }
      const options = { actions: 7, length: 40 }
      const match = new Match(watched, 1, { seats: [0, 5], seed: 3, options, begins: 0 })
      match.sitBot(5, randomStream(4), 'sharp')
      for (let tick = 1; tick < 150; tick++) {
        const bits = new BitWriter()
        royale.input.write(bits, { pick: tick > 30 ? pick : 0 })
        match.input(0, tick, 0, new BitReader(bits.finish()), tick * 50)
        match.step(tick * 50)
      }
      const shown = seen.findIndex((state) => state.startsWith('reveal'))
      return { before: seen.slice(0, shown), after: seen.slice(shown) }
    }
    const runs = picks.map(seenBy)
    expect(runs[0]!.before.length).toBeGreaterThan(60)
    for (const run of runs) expect(run.before).toEqual(runs[0]!.before)
    expect(new Set(runs.map(({ after }) => after[0])).size).toBe(picks.length)
  })
})
