/** The guests' page under the rules of a browser: plain HTTP, a strict policy, and strangers who try to get in. */

import { networkInterfaces } from 'node:os'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunningHost } from '../../src/host/server.ts'
import { Guest } from '../support/page-driver.ts'
import { startTestHost } from '../support/real-host.ts'
import { ann, launch, patient } from './party-of-three.ts'

declare global {
  interface Window {
    /** What the page's policy forbade, since it was loaded. */
    broken?: string[]
  }
}

/** An address at which a browser takes the page for what guests have: plain HTTP. Loopback counts as secure. */
const address =
  Object.values(networkInterfaces())
    .flat()
    .find((info) => info?.family === 'IPv4' && !info.internal)?.address ?? '127.0.0.1'

let browser: Browser
let host: RunningHost
let guest: Guest

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  host = await startTestHost({ bind: '0.0.0.0', bots: 1, password: 'Sesame 1' })
  const profile = await browser.newContext({ viewport: { width: 960, height: 600 } })
  await profile.addInitScript(() => {
    window.broken = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      window.broken?.push(`${violatedDirective} ${blockedURI} ${sample}`),
    )
    // Where this machine has no other address than its loopback, it is made as poor as guests are.
    if (!isSecureContext) return
    for (const name of ['subtle', 'randomUUID']) Object.defineProperty(crypto, name, { value: undefined })
    for (const name of ['clipboard', 'serviceWorker', 'wakeLock', 'locks'])
      Object.defineProperty(navigator, name, { value: undefined })
  })
  guest = await Guest.open(browser, { url: `http://${address}:${host.port}`, as: ann, profile })
})

afterEach(async () => {
  await guest?.close()
  await host?.stop()
})

afterAll(() => browser?.close())

async function goIn(): Promise<void> {
  await guest
    .button(/^Join /)
    .first()
    .click()
  await guest.page.getByLabel('Password', { exact: true }).fill('Sesame 1')
  await guest.button('Go in').click()
  await guest.arrived()
}

describe('the page over plain HTTP', () => {
  it('needs nothing that browsers keep for secure pages, and breaks no rule of its own in a whole session', async () => {
    const lacks = await guest.page.evaluate(() =>
      [crypto.subtle, crypto.randomUUID, navigator.clipboard, navigator.serviceWorker].map((it) => typeof it),
    )
    expect(lacks).toEqual(['undefined', 'undefined', 'undefined', 'undefined'])
    await goIn()
    await guest.say('hello from plain HTTP')
    await expect
      .poll(async () => (await guest.knows()).lines, patient)
      .toContain('Ann: hello from plain HTTP')
    for (const name of [/^Invite/, /^Who is here/, /^Menu/]) {
      const button = guest.button(name).first()
      if (await button.isVisible()) await button.click()
      await guest.page.keyboard.press('Escape')
    }
    await guest.page.reload()
    await guest.stage.waitFor()
    expect(await guest.page.evaluate(() => window.broken)).toEqual([])
    expect(guest.troubles).toEqual([])
  })

  it('runs no script but its own, reaches no other host, and lets itself be embedded by nobody', async () => {
    const elsewhere = await startTestHost()
    try {
      const tried = await guest.page.evaluate(async (port) => {
        const script = document.createElement('script')
        script.textContent = 'window.injected = 1'
        document.body.append(script)
        const image = document.createElement('img')
        image.setAttribute('onerror', 'window.injected = 2')
        image.src = 'data:,none'
        document.body.append(image)
        const form = document.createElement('form')
        form.action = `http://127.0.0.1:${port}/`
        document.body.append(form)
        form.submit()
        const reached = await fetch(`http://127.0.0.1:${port}/health`, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        )
        const opened = await new Promise<boolean>((settle) => {
          // A policy that forbids a socket may throw at once, or fail it later.
          try {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/play/`, 'romp.3')
            socket.onopen = () => settle(true)
            socket.onerror = () => settle(false)
          } catch {
            settle(false)
          }
        })
        return {
          injected: (window as unknown as { injected?: number }).injected ?? 0,
          reached,
          opened,
          at: location.pathname,
        }
      }, elsewhere.port)
      expect(tried).toEqual({ injected: 0, reached: false, opened: false, at: '/' })
      const broken = async () => (await guest.page.evaluate(() => window.broken ?? [])).join('\n')
      for (const rule of [
        'script-src-elem',
        'script-src-attr',
        'connect-src http:',
        'connect-src ws:',
        'form-action',
      ])
        await expect.poll(broken, patient).toContain(rule)
    } finally {
      await elsewhere.stop()
    }
    const framing = await guest.profile.newPage()
    await framing.goto('about:blank')
    await framing.setContent(`<iframe src="http://${address}:${host.port}/"></iframe>`)
    await expect.poll(() => framing.frames()[1]?.url(), patient).toMatch(/^chrome-error:/)
  })
})
