import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostedParty } from '../../src/platform/platform.ts'
import type { HostInfo } from '../../src/protocol/info.ts'
import { type DesktopApp, runsOn, startDesktop } from './desktop-app.ts'

console.log(`The desktop tests run on ${runsOn}.`)

// Other parties may be on this network while the test runs.
const name = `Den ${Math.random().toString(36).slice(2, 8)}`
const here = (app: DesktopApp, count: number) =>
  app.page.getByRole('button', { name: new RegExp(`^Who is here\\D+${count}\\D`) })
const hostProcess = ({ inMain }: DesktopApp) =>
  inMain(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Romp host')?.pid ?? null)
/** A pid that nobody has any more, or that is only left to be reaped. */
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return true
  }
  const state = `/proc/${pid}/stat`
  return existsSync(state) && /\) Z /.test(readFileSync(state, 'latin1'))
}
/** Null where no host answers there. */
const playersAt = (port: number): Promise<number | null> =>
  fetch(`http://127.0.0.1:${port}/api/info`)
    .then((answer) => answer.json() as Promise<HostInfo>)
    .then(
      ({ rooms }) => rooms[0]?.players ?? null,
      () => null,
    )
const inList = (app: DesktopApp) => app.page.getByRole('button', { name: `Join ${name}` })

async function host({ page }: DesktopApp): Promise<void> {
  await page.getByText('More', { exact: true }).click()
  await page.getByLabel('Name of the party').fill(name)
  await page.getByRole('button', { name: 'Host a party' }).click()
  await page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
}

let hosting: DesktopApp
let guest: DesktopApp

beforeAll(async () => {
  ;[hosting, guest] = await Promise.all([startDesktop(), startDesktop()])
})

afterAll(async () => {
  await Promise.all([hosting?.dispose(), guest?.dispose()])
})

describe('two desktop apps on one network', () => {
  it('one hosts a party with one press', async () => {
    await host(hosting)
  })

  it('shows the way in for guests without the app', async () => {
    const address = hosting.page.getByText(/^http:\/\/[\d.]+:87\d\d\/?$/).first()
    await address.waitFor()
    const url = (await address.textContent()) ?? ''
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="screen">')
    await hosting.page.keyboard.press('Escape')
  })

  it('the other finds it in its list and joins from there', async () => {
    await inList(guest).click()
    await Promise.all([here(hosting, 2).waitFor(), here(guest, 2).waitFor()])
  })

  it('a second start only shows the window that is there', async () => {
    expect(await hosting.startAgain()).toBe(0)
    expect(await hosting.windows()).toBe(1)
    await here(hosting, 2).waitFor()
  })

  it('a party whose host process is lost comes back, with everybody in it and its controls where they were', async () => {
    const party = () => hosting.page.evaluate('window.romp.hosted()') as Promise<{ value: HostedParty }>
    const before = await party()
    expect(before).toMatchObject({ ok: true, value: { name, players: 2 } })
    const lost = await hostProcess(hosting)
    expect(lost).not.toBe(await hosting.inMain(() => process.pid))
    process.kill(lost!, 'SIGKILL')
    await expect
      .poll(() => hostProcess(hosting), { timeout: 20_000 })
      .not.toSatisfy((pid) => pid === null || pid === lost)
    // From the host itself: the app takes it for hosted all the while.
    await expect.poll(() => playersAt(before.value.port), { timeout: 20_000 }).toBe(2)
    await expect.poll(party, { timeout: 20_000 }).toEqual(before)
    await Promise.all([here(hosting, 2).waitFor(), here(guest, 2).waitFor()])
  })

  it('a party that ends says goodbye to its guests, and leaves no process behind', async () => {
    const pid = await hostProcess(hosting)
    const over = guest.page.getByRole('heading', { name: 'The party is over' }).waitFor()
    expect(await hosting.quit()).toBeLessThan(2500)
    expect(isGone(pid!)).toBe(true)
    await over
    await guest.page.getByRole('button', { name: /lobby/i }).click()
    await inList(guest).waitFor({ state: 'detached', timeout: 10_000 })
  })

  it('a party that ends leaves the lists within a second', async () => {
    const another = await startDesktop()
    try {
      await host(another)
      await inList(guest).waitFor()
      // From the moment that its player closes it, goodbye to guests and Chromium's own end included.
      const gone = inList(guest).waitFor({ state: 'detached', timeout: 2000 })
      await Promise.all([another.quit(), gone])
    } finally {
      await another.dispose()
    }
  })

  it('an app that is killed takes its host process with it', async () => {
    const another = await startDesktop()
    let beside: number | null = null
    try {
      await host(another)
      beside = await hostProcess(another)
      expect(isGone(beside!)).toBe(false)
      process.kill(await another.inMain(() => process.pid), 'SIGKILL')
      await expect.poll(() => isGone(beside!), { timeout: 10_000 }).toBe(true)
    } finally {
      if (beside !== null && !isGone(beside)) process.kill(beside, 'SIGKILL')
      await another.dispose()
    }
  })
})
