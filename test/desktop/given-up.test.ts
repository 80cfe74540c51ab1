/** A party whose host process is lost again and again: it stays closed in the end, and its person is told so. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { hostParty } from './guest.ts'
import { patient } from './window-driver.ts'

let app: DesktopApp

beforeAll(async () => {
  app = await startDesktop()
  await hostParty(app, 'Frail party')
})

afterAll(() => app?.dispose())

function hostProcess(): Promise<number | null> {
  return app.inMain(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Romp host')?.pid ?? null)
}

const isHosted = async () =>
  ((await app.page.evaluate('window.romp.hosted()')) as { value: unknown }).value !== null

it('does not promise the party back, but says what can be done', async () => {
  const isOver = app.page.getByRole('heading', { name: 'Your party has stopped' })
  const killed = new Set<number>()
  const kill = async () => {
    const pid = await hostProcess()
    if (pid === null || killed.has(pid)) return
    killed.add(pid)
    process.kill(pid, 'SIGKILL')
  }
  await expect
    .poll(async () => {
      await kill()
      return await isHosted()
    }, patient)
    .toBe(false)
  expect(killed.size).toBeGreaterThan(1)
  await isOver.waitFor()
  await app.page.getByRole('button', { name: 'Back to lobby' }).click()
  await app.page.getByRole('button', { name: 'Host a party' }).waitFor()
})
