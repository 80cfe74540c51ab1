/** The desktop app's bridge as a page sees it, put into a browser's page: its machine does nothing, and says what a test lets it say. */

import type { BrowserContext, Page } from 'playwright-core'
import type { DesktopBridge } from '../../src/platform/desktop-calls.ts'
import type { Failure } from '../../src/platform/platform.ts'
import type { UpdateStage, UpdateState } from '../../src/platform/updates.ts'
import { protocolVersion } from '../../src/protocol/version.ts'

interface Scripted {
  state: UpdateState
  refusal: Failure | null
  /** Names of the calls that the page made, in order. */
  calls: string[]
  show(state: UpdateState): void
  ask(): void
}

declare global {
  interface Window {
    scripted: Scripted
  }
}

/** Before any page of the profile is opened. */
export async function bridge(profile: BrowserContext, stage: UpdateStage = { at: 'unknown' }): Promise<void> {
  const state: UpdateState = { version: '0.1.0', automatic: false, because: 'unsure', stage }
  await profile.addInitScript(
    ({ state, speaks }) => {
      const hearers: Record<string, (value: never) => void> = {}
      const scripted: Scripted = {
        ...{ state, refusal: null, calls: [] },
        show(next) {
          scripted.state = next
          hearers.onUpdate?.(next as never)
        },
        ask: () => hearers.onUpdateAsked?.(null as never),
      }
      const answers: Record<string, (...given: unknown[]) => unknown> = {
        hosted: () => null,
        takeLink: () => null,
        probe: () => ({ protocol: speaks, version: '0.1.0' }),
        watchNearby: () => ({ discovery: 'on', trouble: null, adverts: [] }),
        setAutomaticUpdates: (on) => {
          scripted.show({ ...scripted.state, automatic: on === true, because: 'chosen' })
          return scripted.state
        },
      }
      const romp = new Proxy({} as DesktopBridge, {
        get(_romp, name: string) {
          if (name.startsWith('on')) {
            return (hear: (value: never) => void) => {
              hearers[name] = hear
              return () => {}
            }
          }
          return async (...given: unknown[]) => {
            scripted.calls.push(name)
            if (name === 'installUpdate' && scripted.refusal) return scripted.refusal
            return { ok: true, value: answers[name] ? answers[name](...given) : scripted.state }
          }
        },
      })
      Object.assign(window, { romp, scripted })
    },
    { state, speaks: protocolVersion },
  )
}

export async function show(page: Page, stage: UpdateStage): Promise<void> {
  await page.evaluate((next) => window.scripted.show({ ...window.scripted.state, stage: next }), stage)
}

/** The calls about newer versions that the page made since it was last asked. */
export async function calls(page: Page): Promise<string[]> {
  const made = await page.evaluate(() => window.scripted.calls.splice(0))
  return made.filter((name) => /update|diagnostics/i.test(name) && name !== 'update')
}
