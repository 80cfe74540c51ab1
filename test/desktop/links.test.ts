import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { rompUrl } from '../../src/protocol/link.ts'
import { startTestHost } from '../support/real-host.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'

let hosts: RunningHost[]
let app: DesktopApp

const linkTo = (host: RunningHost) => rompUrl({ host: '127.0.0.1', port: host.port, room: null })
const here = () => app.page.getByRole('button', { name: /^Who is here\D+1\D/ })
const players = (host: RunningHost) => host.info().rooms[0]?.players
const question = () => app.page.getByRole('heading', { name: 'Go to another party?' })

beforeAll(async () => {
  hosts = await Promise.all([startTestHost(), startTestHost()])
})

afterAll(async () => {
  await app?.dispose()
  await Promise.all((hosts ?? []).map((host) => host.stop()))
})

describe('a romp:// link', () => {
  it('starts the app in its party', async () => {
    app = await startDesktop(undefined, null, { given: [linkTo(hosts[0]!)] })
    await here().waitFor()
    expect(players(hosts[0]!)).toBe(1)
  })

  it('to the party that one is in changes nothing', async () => {
    expect(await app.startAgain(linkTo(hosts[0]!))).toBe(0)
    expect(await app.startAgain()).toBe(0)
    expect(await question().count()).toBe(0)
    await here().waitFor()
  })

  it('to another party asks first, and stays where the answer is no', async () => {
    expect(await app.startAgain(linkTo(hosts[1]!))).toBe(0)
    await question().waitFor()
    await app.page.getByText(`127.0.0.1:${hosts[1]!.port}`).waitFor()
    await app.page.getByRole('button', { name: 'Stay here' }).click()
    await question().waitFor({ state: 'detached' })
    expect(players(hosts[1]!)).toBe(0)
    expect(players(hosts[0]!)).toBe(1)
  })

  it('leads to the other party where the answer is yes', async () => {
    await app.startAgain(linkTo(hosts[1]!))
    await app.page.getByRole('button', { name: 'Go there' }).click()
    await expect.poll(() => players(hosts[1]!)).toBe(1)
    await expect.poll(() => players(hosts[0]!)).toBe(0)
    await here().waitFor()
  })

  it('is followed once, not by every page that is loaded', async () => {
    await app.page.getByRole('button', { name: 'Menu' }).click()
    await app.page.getByRole('menuitem', { name: /Leave the party/ }).click()
    const lobby = app.page.getByRole('heading', { name: 'Parties nearby' })
    await lobby.waitFor()
    await app.page.reload()
    await lobby.waitFor()
    expect(await app.page.evaluate('window.romp.takeLink()')).toEqual({ ok: true, value: null })
    expect(players(hosts[1]!)).toBe(0)
  })

  it('that is nonsense only shows the window', async () => {
    for (const nonsense of ['romp://', 'romp://127.0.0.1:99999/', 'romp://<script>/', 'romp://a/../../b']) {
      expect(await app.startAgain(nonsense)).toBe(0)
    }
    expect(await app.page.evaluate('window.romp.takeLink()')).toEqual({ ok: true, value: null })
    await app.page.getByRole('heading', { name: 'Parties nearby' }).waitFor()
  })

  it('to a party that is not there ends clearly', async () => {
    await hosts[1]!.stop()
    await app.startAgain(linkTo(hosts[1]!))
    await app.page.getByRole('heading', { name: 'Nobody answers yet' }).waitFor()
    await app.page.getByRole('button', { name: 'Back to lobby' }).click()
  })

  it('comes as an event of its own on macOS', async () => {
    await app.inMain(
      ({ app }, url) => void app.emit('open-url', { preventDefault() {} }, url),
      linkTo(hosts[0]!),
    )
    await here().waitFor()
  })
})
