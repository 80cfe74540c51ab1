/** A fault of our own in one room: it is told, the room begins anew, and the others never notice. */

import { expect, it } from 'vitest'
import { meadow } from '../../src/games/meadow/game.ts'
import { VirtualParty } from '../support/virtual-party.ts'

it('a room whose rules throw begins anew with everyone in their seats; the broadcast goes on', () => {
  let broken = false
  const fragile = {
    ...meadow,
    step: (...given: Parameters<typeof meadow.step>) => {
      if (broken) throw new Error('a fault in the rules')
      meadow.step(...given)
    },
  }
  const world = new VirtualParty({ roundTrip: 20 }, { game: fragile, rooms: ['red', 'blue'], bots: 1 })
  const [anna, ben] = [world.join('Anna', {}, '/play/red'), world.join('Ben', {}, '/play/red')]
  world.time.pass(1000)
  const match = anna.match()
  broken = true
  world.time.pass(17)
  broken = false
  world.time.pass(1000)
  expect(world.reported.length).toBeGreaterThan(0)
  for (const client of [anna, ben]) {
    expect(client.party.state.status.phase).toBe('joined')
    expect(client.match()).not.toBe(match)
    expect(client.ownBody).toBeDefined()
  }
  expect(anna.match()?.truth?.tick).toBeGreaterThan(50)
  expect(world.host.metricsText()).toMatch(/romp_errors_total [1-9]/)
})
