/** What a guest's browser fetches when it opens the page for the first time, counted by the browser. */

import type { Browser } from 'playwright-core'
import { startHostProcess } from '../../test/e2e/host-process.ts'
import type { LoadFigures } from './figures.ts'

interface Answer {
  late: boolean
  raw: number
  wire: number
}

/** Fonts and the party's screen come within this, in milliseconds. */
const settled = 1500

/** `screen`: what was asked for until the page's load event; `page`: all of it. What the page asks of the API is left out. */
export async function measureLoad(browser: Browser): Promise<{ screen: LoadFigures; page: LoadFigures }> {
  const host = await startHostProcess(['--name', 'Benchmark'])
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    // To its own machine a browser would speak brotli; guests in the network, on plain HTTP, are given gzip.
    await context.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
    const answers = new Map<string, Answer>()
    let late = false
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const { pathname, protocol } = new URL(request.url)
      if (protocol !== 'http:' || pathname.startsWith('/api/')) return
      answers.set(requestId, { late, raw: 0, wire: 0 })
    })
    network.on('Network.dataReceived', ({ requestId, dataLength }) => {
      const answer = answers.get(requestId)
      if (answer) answer.raw += dataLength
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const answer = answers.get(requestId)
      if (answer) answer.wire = encodedDataLength
    })
    const answer = await page.goto(host.base, { waitUntil: 'load' })
    if ((await answer?.headerValue('content-encoding')) !== 'gzip')
      throw new Error('The page came without gzip.')
    await page.getByRole('button').first().waitFor()
    late = true
    await page.waitForTimeout(settled)
    const all = [...answers.values()]
    return { screen: sum(all.filter((answer) => !answer.late)), page: sum(all) }
  } finally {
    await context.close()
    await host.end()
  }
}

function sum(answers: readonly Answer[]): LoadFigures {
  const add = (key: 'raw' | 'wire') => answers.reduce((total, answer) => total + answer[key], 0)
  return { requests: answers.length, raw: add('raw'), wire: add('wire') }
}
