/** The Chromium that shows the stand-in's windows, with a debugging port for the test that looks at them. */

import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumArguments, needChromium } from '../chromium.ts'
import { openGate, pageOrigin } from './app-network.ts'

let context: Promise<BrowserContext> | null = null

export function openBrowser(userData: string): Promise<BrowserContext> {
  context ??= launch(userData)
  return context
}

export function browser(): Promise<BrowserContext> {
  if (!context) throw new Error('a window needs a ready app')
  return context
}

export async function closeBrowser(): Promise<void> {
  await (await context)?.close()
}

async function launch(userData: string): Promise<BrowserContext> {
  const gate = await openGate()
  return await chromium.launchPersistentContext(join(userData, 'chromium'), {
    executablePath: needChromium(),
    headless: process.env.STAND_IN_HEADED !== '1',
    // Signals are the app's, which closes the browser itself after its goodbye.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: null,
    proxy: { server: gate, bypass: '<-loopback>' },
    args: [
      ...chromiumArguments,
      // Port 0: Chromium picks one and writes it into DevToolsActivePort.
      '--remote-debugging-port=0',
      // The `app` scheme is a secure one.
      `--unsafely-treat-insecure-origin-as-secure=${pageOrigin}`,
    ],
  })
}
