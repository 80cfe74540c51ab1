/** What is said and what goes wrong anywhere in the app, brought to its log. */

import { format } from 'node:util'
import { app, type WebContents } from 'electron'
import { Bucket } from '../host/rate.ts'
import type { Log } from './log.ts'
import { withoutSecrets } from './secrets.ts'

/** A page that does nothing but fail must not fill the log. */
const pageErrors = { burst: 20, every: 3000 }
const longestPageError = 1000

/** From now on, what main says on the console is in the log; on a terminal too while the app is being developed. */
export function hearConsole(log: Log): void {
  const levels = { debug: 'info', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const
  for (const name of Object.keys(levels) as (keyof typeof levels)[]) {
    const terminal = console[name].bind(console)
    console[name] = (...given: unknown[]) => {
      const words = inWords(given)
      log.write(levels[name], words)
      if (!app.isPackaged) terminal('%s', withoutSecrets(words))
    }
  }
  // A terminal that was closed must not take the app with it.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => {})
  process.on('warning', (warning) => log.write('warn', inWords([warning])))
}

/** The same for its pages and its processes. */
export function hearApp(log: Log): void {
  app.on('web-contents-created', (_event, contents) => hearPage(log, contents))
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    const level = reason === 'clean-exit' ? 'info' : 'error'
    log.write(
      level,
      `A process is gone (${[type, name].filter(Boolean).join(', ')}): ${reason}, code ${exitCode}.`,
    )
  })
  app.on('quit', (_event, code) => {
    log.write('info', `Romp ends with code ${code}.`)
    log.flush()
  })
}

function hearPage(log: Log, contents: WebContents): void {
  const room = new Bucket(pageErrors, performance.now())
  let unheard = 0
  contents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level !== 'error') return
    if (room.take(performance.now()) > 0) {
      unheard++
      return
    }
    if (unheard > 0) log.write('warn', `${unheard} more errors of the page were left out.`)
    unheard = 0
    log.write('error', `In the page: ${cut(message)} (${cut(sourceId)}, line ${lineNumber})`)
  })
  contents.on('preload-error', (_event, _path, error) =>
    log.write('error', `In the preload: ${inWords([error])}`),
  )
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('error', `The page’s process is gone: ${reason}, code ${exitCode}.`)
  })
  contents.on('unresponsive', () => log.write('warn', 'The page does not answer.'))
  contents.on('responsive', () => log.write('info', 'The page answers again.'))
}

/** In this order: half a secret would not be known again. */
function cut(text: string): string {
  return withoutSecrets(text).slice(0, longestPageError)
}

/** As the console would show it. What is printed may be hostile: it must not throw here. */
export function inWords(given: readonly unknown[]): string {
  try {
    return format(...given)
  } catch {
    return 'Something that cannot be put into words.'
  }
}
