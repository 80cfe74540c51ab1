/** Hosting from the app: its own player holds the controls, and nobody else can come to have them. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as under } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import { playUrl } from '../../src/protocol/link.ts'

// What is hosted here is nobody else's to see.
vi.mock('../../src/discovery/discovery.ts', () => ({
  addressesOf: () => [],
  startAdvertising: () => ({ show: () => {}, wake: () => {}, stop: async () => {} }),
}))
const { createHosting } = await import('../../src/main/hosting.ts')

const pages = mkdtempSync(under(tmpdir(), 'romp-pages-'))
const hosting = createHosting({
  identity: { hostId: 'hosthost', nonce: 'nonce' },
  pages,
  nearby: () => ({ discovery: 'off', trouble: null, adverts: [] }),
  tell: () => {},
})
const guests: Party[] = []

afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leave()
  await hosting.stop()
})

afterAll(() => rmSync(pages, { recursive: true, force: true }))

async function host(): Promise<HostedParty> {
  const started = await hosting.start({ name: 'Den', password: '', max: 8, bots: 0 })
  if (!started.ok) throw new Error(started.message)
  return started.value
}

async function join(party: HostedParty, token: string): Promise<Party> {
  const guest = new Party({
    ...{ url: playUrl(party.own), dial, token, as: 'player', resume: null },
    appearance: { name: 'Anna', colour: 'teal', shape: 'star' },
    keepResume: () => {},
    random: Math.random,
    now: () => performance.now(),
  })
  guests.push(guest)
  guest.advance(performance.now())
  await expect.poll(() => guest.state.status.phase).toBe('joined')
  return guest
}

const inControl = ({ state }: Party) => state.players.get(state.seat ?? -1)?.operator

describe('the controls of a hosted party', () => {
  it('are for whoever has the token of this very hosting', async () => {
    const before = await host()
    await hosting.stop()
    const party = await host()
    expect(party.operatorToken).not.toBe(before.operatorToken)
    const early = await join(party, before.operatorToken)
    expect(inControl(early)).toBe(true)
    const owner = await join(party, party.operatorToken)
    expect(inControl(owner)).toBe(true)
    await expect.poll(() => inControl(early)).toBe(false)
    const late = await join(party, 'x'.repeat(22))
    expect(inControl(late)).toBe(false)
    expect(inControl(owner)).toBe(true)
  })
})
