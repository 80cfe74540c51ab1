/** A page that crashes or hangs comes back by itself to where it was, as large as it was. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import { playUrl, rompUrl } from '../../src/protocol/link.ts'
import { type HostProcess, startHostProcess } from '../e2e/host-process.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import * as driver from './window-driver.ts'

const { patient, choose, crash, inPage, markLife, showsAnew } = driver
let app: DesktopApp

/** Pixels of the canvas for each of the screen's: all, or as many less as a machine is eased that is slow to draw. */
const isSharp = (share: number) => [1, 0.8, 0.64, 0.512, 0.5].some((eased) => Math.abs(share - eased) < 0.003)

/** A guest of another program, which goes on whatever becomes of the window. */
function guestAt(port: number): { party: Party; leave(): void; phases: Set<string> } {
  const party = new Party({
    ...{ url: playUrl({ host: '127.0.0.1', port, room: null }), dial, token: 'g'.repeat(22) },
    ...{ as: 'player', resume: null, keepResume: () => {} },
    appearance: { name: 'Gast', colour: 'teal', shape: 'star' },
    random: Math.random,
    now: () => performance.now(),
  })
  const beat = setInterval(() => party.advance(performance.now()), 50)
  const phases = new Set<string>()
  party.subscribe(() => phases.add(party.state.status.phase))
  return {
    party,
    phases,
    leave: () => {
      clearInterval(beat)
      party.leave()
    },
  }
}

describe('a page that crashes', () => {
  let guest: ReturnType<typeof guestAt>
  const others = () => [...guest.party.state.players.values()].filter(({ name }) => name !== 'Gast')

  beforeAll(async () => {
    app = await startDesktop()
    await app.page.getByRole('button', { name: 'Host a party' }).click()
    await app.page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
    const hosted = (await inPage<{ value: { port: number } }>(app, 'window.romp.hosted()'))?.value
    guest = guestAt(hosted?.port ?? 0)
    await vi.waitFor(() => expect(others()).toHaveLength(1), patient)
  })

  afterAll(async () => {
    guest?.leave()
    await app?.dispose()
  })

  it('while it hosts returns to its party, and the guests’ goes on', async () => {
    const [before] = others()
    guest.phases.clear()
    await markLife(app)
    await crash(app)
    await showsAnew(app, /Who is here\D+2\D/)
    await expect
      .poll(others, patient)
      .toMatchObject([{ seat: before?.seat, connected: true, operator: true }])
    expect([...guest.phases]).toEqual(expect.not.arrayContaining(['lost', 'over']))
    expect(guest.party.state.status.phase).toBe('joined')
  })

  it('and is loaded again returns there, too', async () => {
    await markLife(app)
    await choose(app, 'start-page-anew')
    await showsAnew(app, /Who is here\D+2\D/)
    expect(others()).toHaveLength(1)
  })

  it('is drawn sharply at every zoom, also while it is in its party', async () => {
    const canvas = `(() => {
      const { width, clientWidth } = document.querySelector('canvas.stage-canvas')
      return { share: width / (clientWidth * devicePixelRatio), ratio: devicePixelRatio }
    })()`
    await choose(app, 'zoom-usual')
    const usual =
      (await inPage<{ ratio: number }>(app, 'new Object({ ratio: devicePixelRatio })'))?.ratio ?? 1
    for (const [id, zoom] of [
      ['zoom-in', 1.1],
      ['zoom-in', 1.25],
      ['zoom-usual', 1],
      ['zoom-out', 0.9],
    ] as const) {
      await choose(app, id)
      await expect
        .poll(async () => {
          const seen = await inPage<{ share: number; ratio: number }>(app, canvas)
          return seen && isSharp(seen.share) && Number((seen.ratio / usual).toFixed(2))
        }, patient)
        .toBe(zoom)
    }
    // The wheel with Ctrl held.
    await app.inMain(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('zoom-changed', {}, 'in')
    })
    await expect.poll(async () => (await driver.windowOf(app)).zoom).toBeCloseTo(1, 2)
  })

  /** Crashes the page until the app has asked so often; how many crashes that took. */
  const crashUntilAsked = async (often: number): Promise<number> => {
    for (let crashes = 1; ; crashes++) {
      expect(crashes, 'crashes without a question').toBeLessThan(8)
      await markLife(app)
      await crash(app)
      const isAsked = async () => (await driver.questions(app)).length === often
      const isBack = () => inPage<boolean>(app, `!window.marked && document.querySelector('canvas') !== null`)
      await expect.poll(async () => (await isAsked()) || (await isBack()), patient).toBe(true)
      if (await isAsked()) return crashes
    }
  }

  it('again and again is asked about at last, and ends with the app if its person says so', async () => {
    await choose(app, 'zoom-in')
    await driver.hearQuestions(app)
    await crashUntilAsked(1)
    // What is told while there is no page goes nowhere, and is nothing to write down.
    guest.leave()
    expect((await driver.questions(app))[0]?.buttons).toEqual(['Try again', 'Quit Romp'])
    await driver.answer(app, 'Try again')
    await showsAnew(app, /Who is here/)
    // What was zoomed stays so through every one of them.
    expect((await driver.windowOf(app)).zoom).toBeCloseTo(1.1, 2)
    expect(await crashUntilAsked(2)).toBe(4)
    expect(readFileSync(join(app.folder, 'logs/romp.log'), 'utf8')).not.toContain('Error sending')
    await driver.answer(app, 'Quit Romp')
    const isThere = () =>
      app
        .inMain(() => true)
        .then(
          () => true,
          () => false,
        )
    await expect.poll(isThere, patient).toBe(false)
  })
})

describe('a page that hangs', () => {
  let host: HostProcess

  beforeAll(async () => {
    ;[host, app] = await Promise.all([startHostProcess(['--name', 'Den']), startDesktop()])
    await driver.hearQuestions(app)
    await app.page.getByLabel('Join by address').fill(`127.0.0.1:${host.port}`)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
  })

  afterAll(async () => {
    await Promise.all([app?.dispose(), host?.end()])
  })

  /** As Chromium says it when a page has left a key or click unanswered for long. */
  const says = (word: 'unresponsive' | 'responsive') =>
    app.inMain(({ BrowserWindow }, said) => {
      BrowserWindow.getAllWindows()[0]?.emit(said)
    }, word)

  it('is waited for where its person waits, and the question goes when it answers', async () => {
    await says('unresponsive')
    await expect.poll(() => driver.questions(app)).toHaveLength(1)
    expect((await driver.questions(app))[0]?.buttons).toEqual(['Wait', 'Start the page anew'])
    await says('responsive')
    expect((await driver.questions(app))[0]?.over).toBe(true)
    expect(await inPage(app, 'document.body.innerText.length > 0')).toBe(true)
  })

  it('is started anew where its person says so, and goes back to the party that it had joined', async () => {
    await markLife(app)
    await inPage(app, 'void setTimeout(() => { for (;;); })')
    await says('unresponsive')
    await expect.poll(() => driver.questions(app)).toHaveLength(2)
    await driver.answer(app, 'Start the page anew')
    await showsAnew(app, /Who is here\D+1\D/)
    const info = (await (await fetch(`${host.base}/api/info`)).json()) as { rooms: { players: number }[] }
    expect(info.rooms[0]?.players).toBe(1)
  })

  /** Clicks what matches once it is there. */
  const click = (selector: string, words: string) => {
    const script = `(() => {
      const found = [...document.querySelectorAll('${selector}')].find((it) => it.innerText.includes('${words}'))
      found?.click()
      return found !== undefined
    })()`
    return expect.poll(() => inPage(app, script), patient).toBe(true)
  }

  /** Crashes the page in the lobby, and looks where the next one is once it knows what is hosted. */
  const staysInLobby = async () => {
    await expect.poll(() => inPage(app, 'document.body.innerText'), patient).toMatch('Parties nearby')
    await markLife(app)
    await crash(app)
    await showsAnew(app, /Parties nearby/)
    const settled = 'window.romp.hosted().then(() => new Promise((next) => void requestAnimationFrame(next)))'
    await inPage(app, `${settled}.then(() => null)`)
    expect(await inPage(app, 'document.body.innerText')).toMatch('Parties nearby')
  }

  it('does not go back to a party that it has left', async () => {
    await inPage(app, `document.querySelector('[aria-label="Menu"]').click()`)
    await click('[role=menuitem]', 'Leave the party')
    await staysInLobby()
  })

  it('does not go back to a party that it was lost from, and has turned its back on', async () => {
    await app.startAgain(rompUrl({ host: '127.0.0.1', port: host.port, room: null }))
    await showsAnew(app, /Who is here\D+1\D/)
    await host.end('SIGKILL')
    await click('.lost button', 'Back to lobby')
    await staysInLobby()
  })
})
