import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PartyEvent } from '../../src/client/party-state.ts'
import type { Pose } from '../../src/games/view.ts'
import { Audience } from '../../src/renderer/stage/audience.ts'
import { letterbox } from '../../src/renderer/stage/camera.ts'
import { mostCheers } from '../../src/renderer/stage/cheering.ts'
import { DeviceSet } from '../../src/renderer/stage/devices.ts'
import { newSignBoard } from '../../src/renderer/stage/signs.ts'
import { VirtualParty } from '../support/virtual-party.ts'
import { type FakePage, fakePage, pad } from './fake-page.ts'

/** One CSS pixel is one world unit. */
const camera = letterbox({ width: 1600, height: 900, sharpness: 1 })
const dt = 1 / 60
let world: VirtualParty
let page: FakePage
let devices: DeviceSet
let crowd: Map<number, Pose>

/** The stage of somebody in a real party, as far as watching goes; frames are made by hand. */
function stageOf(name: string, as: 'player' | 'spectator') {
  const client = world.join(name, { as })
  client.play = () => client.match()?.game.idle
  const board = newSignBoard()
  const audience = new Audience(client.party, devices, board, () => crowd)
  const heard: PartyEvent[] = []
  client.party.hear((event) => heard.push(event))
  const frame = (frames = 1) => {
    for (let i = 0; i < frames; i++) {
      world.time.pass(1000 * dt)
      devices.read(camera, world.time.now)
      audience.pass(camera, world.time.now, dt)
    }
  }
  const cheers = () =>
    heard.flatMap((event) => (event.type === 'cheered' ? [{ x: event.x, y: event.y }] : []))
  return { party: client.party, board, audience, frame, cheers }
}

beforeEach(() => {
  world = new VirtualParty({ roundTrip: 20 }, { bots: 3 })
  page = fakePage()
  devices = new DeviceSet(page.window, page.place)
  crowd = new Map(
    [0, 1, 2].map((seat) => [seat, { seat, x: 300 + seat * 400, y: 450, radius: 30, vx: 0, vy: 0 }]),
  )
})
afterEach(() => {
  devices.stop()
  expect(world.reported).toEqual([])
})

function press(code: string): void {
  page.key('keydown', code)
  page.key('keyup', code)
}

describe('who watches', () => {
  it('follows with the arrows, with the shoulders, by pointing, and is back at everyone with Escape', () => {
    const { audience, board, frame } = stageOf('Wim', 'spectator')
    frame(60)
    expect(audience.isWatching).toBe(true)
    expect(board.getState()).toMatchObject({ isWatching: true, canFollow: true, followed: null })
    press('ArrowRight')
    frame()
    expect(audience.followed).toBe(0)
    press('ArrowLeft')
    frame()
    expect(audience.followed).toBe(2)
    page.pads.push(pad([0, 0], [5]))
    frame(3)
    expect(audience.followed).toBe(0)
    page.finger('pointerdown', { x: 710, y: 440 }, { pointerType: 'mouse' })
    frame()
    expect(audience.followed).toBe(1)
    expect(audience.place).toMatchObject({ x: 700, y: 450 })
    expect(board.getState().followed).not.toBeNull()
    press('Escape')
    frame()
    expect(audience.followed).toBeNull()
  })

  it('throws confetti where they click, and at whom they follow with a key', () => {
    const { cheers, frame } = stageOf('Wim', 'spectator')
    frame(60)
    page.finger('pointerdown', { x: 500, y: 200 }, { pointerType: 'mouse' })
    frame(10)
    press('ArrowRight')
    frame()
    press('KeyC')
    frame(10)
    expect(cheers()).toEqual([
      { x: 500, y: 200 },
      { x: 300, y: 450 },
    ])
  })

  it('has a handful of throws, and sees how many are left', () => {
    const { board, cheers, frame, party } = stageOf('Wim', 'spectator')
    frame(60)
    expect(board.getState().cheers).toBe(mostCheers)
    for (let i = 0; i < 12; i++) {
      press('KeyC')
      frame()
    }
    expect(board.getState().cheers).toBe(0)
    frame(20)
    expect(cheers()).toHaveLength(mostCheers)
    expect(party.state.notice).toBeNull()
  })
})

describe('who plays', () => {
  it('walks in the meadow with arrows and clicks, and may throw with a key', () => {
    const { audience, cheers, frame } = stageOf('Anna', 'player')
    frame(60)
    expect(audience.isWatching).toBe(false)
    press('ArrowRight')
    page.finger('pointerdown', { x: 710, y: 440 }, { pointerType: 'mouse' })
    frame(5)
    expect(audience.followed).toBeNull()
    expect(devices.read(camera, 0).tap).not.toBeNull()
    press('KeyC')
    frame(10)
    expect(cheers()).toHaveLength(1)
  })

  it('throws nothing in a match; once out, follows others, and in the next match is back at itself', () => {
    const { audience, board, cheers, frame, party } = stageOf('Anna', 'player')
    frame(60)
    const playlist = [{ game: 'trails', options: { rounds: 3, pace: 1 } }]
    party.ask({ type: 'play', content: { playlist } })
    frame(30)
    expect(party.state.evening?.phase).toBe('countdown')
    press('KeyC')
    frame(20)
    expect(board.getState().cheers).toBeNull()
    expect(cheers()).toEqual([])
    // Whoever never steers is out of the last round before long.
    for (let i = 0; i < 60 * 200 && !audience.isWatching; i++) frame()
    expect(audience.isWatching).toBe(true)
    // The keys of the game that are still being pressed mean nothing yet.
    press('ArrowRight')
    frame()
    expect(audience.followed).toBeNull()
    expect(party.state.evening?.phase).toBe('playing')
    frame(90)
    press('KeyC')
    frame(10)
    expect(cheers()).toHaveLength(1)
    audience.turn(1)
    const { followed } = audience
    expect(followed).not.toBeNull()
    expect(followed).not.toBe(party.state.seat)
    for (let i = 0; i < 60 * 100 && party.state.evening?.phase === 'playing'; i++) frame()
    expect(party.state.evening?.phase).toBe('result')
    frame()
    // The match came out: there is nobody to follow any more, and everyone may throw.
    expect(audience.followed).toBeNull()
    expect(board.getState()).toMatchObject({ isWatching: false, canFollow: false })
    expect(board.getState().cheers).not.toBeNull()
    party.ask({ type: 'restart', content: {} })
    frame(30)
    expect(audience.isWatching).toBe(false)
    expect(audience.followed).toBeNull()
  })
})
