/** A page that draws games by themselves: without a host, at any moment, with bots. */

import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { bundlePage } from '../../bench/browser/bundle.ts'

const body =
  '<!doctype html><meta charset="utf-8"><style>body{margin:0}canvas{display:block;width:100vw;height:100vh}</style>'

/** Sizes in CSS pixels. Draw on it with `page.evaluate((wish) => window.preview(wish), …)`, then take its picture. */
export async function openPreview(browser: Browser, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width < 600 ? 2 : 1 })
  page.on('pageerror', (error) => console.error(error.stack ?? error.message))
  await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('http://localhost/')
  const script = await bundlePage(fileURLToPath(new URL('page.ts', import.meta.url)))
  await page.addScriptTag({ content: script })
  return page
}
