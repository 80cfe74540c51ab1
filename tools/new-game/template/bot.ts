/** Somebody who runs for the prize: the better they play, the sooner they see where it lies and the faster they run. */

import type { Bot, Strength } from '../../../src/games/game.ts'
import type { Template, TemplateInput } from './world.ts'

/** Ticks until they see where the prize went, and how much of their strength they run with. */
const skills: Readonly<Record<Strength, { reaction: number; pace: number }>> = {
  gentle: { reaction: 40, pace: 0.85 },
  fair: { reaction: 24, pace: 0.95 },
  sharp: { reaction: 14, pace: 1 },
}

export const templateBot: Bot<Template, TemplateInput> = {
  play(seat, random, strength) {
    const { reaction, pace } = skills[strength]
    let goal = { x: 0, y: 0 }
    let seen: Template['prize'] | null = null
    let turnsAt = 0
    return {
      next({ players, prize }, tick) {
        const body = players[seat]
        if (!body?.here) return { x: 0, y: 0 }
        if (seen?.x !== prize.x || seen.y !== prize.y) {
          seen = { ...prize }
          turnsAt = tick + reaction * (0.6 + 0.8 * random())
        }
        if (tick >= turnsAt) goal = seen
        const far = Math.hypot(goal.x - body.x, goal.y - body.y)
        if (far < 12) return { x: 0, y: 0 }
        return { x: ((goal.x - body.x) / far) * pace, y: ((goal.y - body.y) / far) * pace }
      },
    }
  },
}
