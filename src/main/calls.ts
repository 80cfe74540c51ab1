/** Every call that a window may make: checked for who asks and with what, answered with a result that crosses the bridge. */

import { clipboard, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import { probe } from '../discovery/probe.ts'
import type { DesktopCalls } from '../platform/desktop-calls.ts'
import type { Failure, Result } from '../platform/platform.ts'
import { mostSeats, partyName } from '../protocol/messages.ts'
import { appOrigin } from './app-scheme.ts'
import { openInBrowser } from './guard.ts'
import type { Hosting } from './hosting.ts'
import type { Links } from './links.ts'
import type { Lobby } from './lobby.ts'
import type { Updates } from './updates.ts'

type Calls = {
  [Name in keyof DesktopCalls]: {
    given: z.ZodType<Parameters<DesktopCalls[Name]>>
    answer(...given: Parameters<DesktopCalls[Name]>): ReturnType<DesktopCalls[Name]>
  }
}

const nothing = z.tuple([])
const partyOptions = z.strictObject({
  name: partyName,
  password: z.string().max(200),
  max: z.int().min(1).max(mostSeats),
  bots: z.int().min(0).max(mostSeats),
})
const target = z.strictObject({
  host: z.string().regex(/^[A-Za-z0-9._:%-]{1,253}$/),
  port: z.int().min(1).max(65535),
  room: z.string().max(32).nullable(),
})

/** What answers. */
export interface Answering {
  hosting: Hosting
  lobby: Lobby
  updates: Updates
  links: Pick<Links, 'take'>
  /** What a person can paste to explain a problem. */
  diagnostics(): Promise<string>
}

function callsOf({ hosting, lobby, updates, links, diagnostics }: Answering): Calls {
  return {
    startHosting: { given: z.tuple([partyOptions]), answer: (options) => hosting.start(options) },
    stopHosting: { given: nothing, answer: () => hosting.stop() },
    hosted: { given: nothing, answer: async () => ({ ok: true, value: hosting.party() }) },
    watchNearby: {
      given: z.tuple([z.boolean()]),
      answer: async (watching) => ({ ok: true, value: lobby.watch(watching) }),
    },
    probe: { given: z.tuple([target]), answer: (where) => probe(where) },
    copyText: {
      given: z.tuple([z.string().max(4000)]),
      answer: async (text) => {
        await clipboard.writeText(text)
        return { ok: true, value: null }
      },
    },
    openExternal: {
      given: z.tuple([z.string().max(2000)]),
      answer: async (url) =>
        (await openInBrowser(url))
          ? { ok: true, value: null }
          : fail('bad-value', 'That is not a web address.'),
    },
    copyDiagnostics: {
      given: nothing,
      answer: async () => {
        await clipboard.writeText(await diagnostics())
        return { ok: true, value: null }
      },
    },
    update: { given: nothing, answer: async () => ({ ok: true, value: updates.state() }) },
    examineUpdates: { given: nothing, answer: () => updates.examine() },
    checkForUpdate: { given: nothing, answer: () => updates.check() },
    fetchUpdate: { given: nothing, answer: () => updates.fetch() },
    cancelUpdate: { given: nothing, answer: () => updates.cancel() },
    installUpdate: { given: nothing, answer: () => updates.install() },
    setAutomaticUpdates: { given: z.tuple([z.boolean()]), answer: (on) => updates.setAutomatic(on) },
    setPlaying: {
      given: z.tuple([z.boolean()]),
      answer: async (playing) => {
        updates.setPlaying(playing)
        return { ok: true, value: null }
      },
    },
    takeLink: { given: nothing, answer: async () => ({ ok: true, value: links.take() }) },
  }
}

export function answerCalls(answering: Answering): void {
  for (const [name, call] of Object.entries(callsOf(answering))) {
    ipcMain.handle(`romp:${name}`, (event, ...given: unknown[]) => {
      if (!isOwnPage(event)) throw new Error('Only Romp’s own page may ask that.')
      return answer(name, call as AnyCall, given)
    })
  }
}

interface AnyCall {
  given: z.ZodType<unknown[]>
  answer(...given: unknown[]): Promise<Result<unknown>>
}

async function answer(name: string, call: AnyCall, given: unknown[]): Promise<Result<unknown>> {
  const read = call.given.safeParse(given)
  if (!read.success) return fail('bad-value', read.error.issues[0]?.message ?? 'That value cannot be used.')
  try {
    return await call.answer(...read.data)
  } catch (error) {
    console.error(`${name} failed:`, error)
    return fail('internal', 'Something went wrong inside Romp. Try again, or start it anew.')
  }
}

/** The top frame of a window that shows the app's page; an embedded or foreign frame is neither. */
function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === appOrigin
}

function fail(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message }
}
