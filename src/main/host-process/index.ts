/** The host beside the window: a process of its own, so that no menu, dialog or dragged window can hold up a tick. */

import { HostError } from '../../host/server.ts'
import { type Order, type Report, readOrder } from './messages.ts'
import { openParty, type Party } from './party.ts'

/** Milliseconds in which main reads what was said last, before it hears of the end. */
const lastWordsMs = 100

const { parentPort } = process
const report = (what: Report) => parentPort.postMessage(what)

let party: Promise<Party | null> = Promise.resolve(null)

parentPort.on('message', ({ data }) => obey(readOrder(data)))

// Who ends the app by a signal often ends all of its processes; main says when, and this one ends with main in any case.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

process.once('uncaughtException', (error) => {
  console.error('The host failed:', error)
  setTimeout(() => process.exit(1), lastWordsMs)
})

function obey(order: Order): void {
  switch (order.type) {
    case 'open':
      party = openParty(order.party, (hosted) => report({ type: 'hosted', party: hosted })).catch(explain)
      break
    case 'wake':
      void party.then((open) => open?.wake())
      break
    case 'close':
      void party.then((open) => open?.close()).finally(() => process.exit(0))
      break
  }
}

function explain(error: unknown): null {
  if (error instanceof HostError) {
    const code = error.code === 'ports-in-use' ? 'ports-in-use' : 'bad-value'
    report({ type: 'refused', code, message: error.message })
    return null
  }
  console.error('Hosting failed:', error)
  const message = 'The party could not be started. Try again, or start Romp anew.'
  report({ type: 'refused', code: 'internal', message })
  return null
}
