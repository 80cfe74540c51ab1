import { describe, expect, it } from 'vitest'
import { VirtualParty } from '../support/virtual-party.ts'

const owner = 'owner'.padEnd(22, 'x')

describe('who is in a party besides its owner', () => {
  it('is every person who is there now, playing or watching, and no bot', () => {
    const world = new VirtualParty({ roundTrip: 20 }, { operatorToken: owner, bots: 2 })
    world.join('Anna', { token: owner })
    world.time.pass(500)
    expect(world.host.guests).toEqual([])
    const nina = world.join('Nina')
    world.time.pass(500)
    world.join('Ben', { as: 'spectator' })
    world.time.pass(500)
    expect(world.host.guests).toEqual(['Nina', 'Ben'])
    nina.vanish()
    world.time.pass(500)
    expect(world.host.guests).toEqual(['Ben'])
  })
})
