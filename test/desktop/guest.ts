/** Somebody else in the party that a desktop app hosts: a real client, in the test's own process. */

import { expect } from 'vitest'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import { playUrl } from '../../src/protocol/link.ts'
import type { DesktopApp } from './desktop-app.ts'

/** Hosts a party with one press, and goes in. */
export async function hostParty({ page }: DesktopApp, name: string): Promise<HostedParty> {
  await page.getByText('More', { exact: true }).click()
  await page.getByLabel('Name of the party').fill(name)
  await page.getByRole('button', { name: 'Host a party' }).click()
  await page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
  const hosted = (await page.evaluate('window.romp.hosted()')) as { value: HostedParty }
  return hosted.value
}

export async function joinAs(name: string, { own }: HostedParty): Promise<Party> {
  const guest = new Party({
    ...{ url: playUrl(own), dial, token: name.padEnd(22, 'x'), as: 'player', resume: null },
    appearance: { name, colour: 'teal', shape: 'star' },
    keepResume: () => {},
    random: Math.random,
    now: () => performance.now(),
  })
  const beat = setInterval(() => guest.advance(performance.now()), 100)
  guest.subscribe(() => {
    if (guest.state.status.phase === 'over') clearInterval(beat)
  })
  guest.advance(performance.now())
  await expect.poll(() => guest.state.status.phase).toBe('joined')
  return guest
}
