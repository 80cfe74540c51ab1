import { describe, expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import { makeMeadowView } from '../../src/games/meadow/view.ts'
import type { Meadow } from '../../src/games/meadow/world.ts'

function twoPlayers(): Meadow {
  const state = meadow.start([0, 1], 1, {})
  Object.assign(state.players[0]!, { x: 700, y: 450 })
  Object.assign(state.players[1]!, { x: 300, y: 200 })
  return state
}

function sounds(before: Meadow, after: Meadow): (string | undefined)[] {
  return makeMeadowView()
    .cues(before, after, 0)
    .map((cue) => cue.sound ?? cue.burst)
}

describe('what one hears in the meadow', () => {
  it('nothing while nothing happens', () => {
    expect(sounds(twoPlayers(), twoPlayers())).toEqual([])
  })

  it('a goal, with confetti at the burrow it fell into', () => {
    const after = twoPlayers()
    after.goals = 1
    const before = twoPlayers()
    before.ball.x = 60
    const cues = makeMeadowView().cues(before, after, 0)
    const goal = cues.find((cue) => cue.sound === 'score')
    expect(goal?.burst).toBe('confetti')
    expect(goal?.x).toBeLessThan(100)
    expect(goal?.shake).toBeGreaterThan(0)
  })

  it('a kick that met the ball louder than one that did not', () => {
    const strength = (vx: number) => {
      const before = twoPlayers()
      before.ball.x = 750
      const after = meadow.state.copy(before)
      after.players[0]!.kick = 18
      after.ball.vx = vx
      return makeMeadowView()
        .cues(before, after, 0)
        .find((cue) => cue.sound === 'kick')?.strength
    }
    expect(strength(720)).toBeGreaterThan(strength(0) ?? 1)
  })

  it('a bump where somebody is stopped, and none where a correction puts somebody elsewhere', () => {
    const before = twoPlayers()
    before.players[1]!.vx = 300
    const stopped = meadow.state.copy(before)
    stopped.players[1]!.vx = -40
    expect(sounds(before, stopped)).toContain('bump')
    const moved = meadow.state.copy(stopped)
    moved.players[1]!.x += 400
    expect(sounds(before, moved)).not.toContain('bump')
  })

  it('one’s own steps, and nobody else’s', () => {
    const view = makeMeadowView()
    const before = twoPlayers()
    let own = 0
    for (let i = 0; i < 60; i++) {
      const after = meadow.state.copy(before)
      after.players[0]!.x += 5
      after.players[1]!.x += 5
      own += view.cues(before, after, 0).filter((cue) => cue.sound === 'step').length
    }
    expect(own).toBe(5)
    expect(view.cues(before, before, null)).toEqual([])
  })
})
