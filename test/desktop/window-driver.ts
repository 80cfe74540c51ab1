/** A window as its person and its system handle it. All goes by way of the main process, which outlives its page. */

import { expect } from 'vitest'
import type { DesktopApp } from './desktop-app.ts'

/** A page that was loaded by a process of its own, on a machine that is busy. */
export const patient = { timeout: 30_000, interval: 100 }

interface Asked {
  message: string
  buttons: string[]
  /** The question was taken back. */
  isOver(): boolean
  answer(response: number): void
}

/** Where the main process keeps what the app asked since `hearQuestions`. */
type WithQuestions = typeof globalThis & { questions: Asked[] }

/** What a script comes to in the page; null where the page is gone, busy with its own beginning, or throws. */
export function inPage<Answer>(app: DesktopApp, script: string): Promise<Answer | null> {
  return app.inMain(({ BrowserWindow }, code) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    if (!page || page.isCrashed()) return null
    return new Promise((resolve) => {
      const gone = () => resolve(null)
      // One that crashes never answers.
      page.once('render-process-gone', gone)
      page
        .executeJavaScript(code)
        .then(resolve, gone)
        .finally(() => page.off('render-process-gone', gone))
    })
  }, script) as Promise<Answer | null>
}

/** Marks this life of the page, so that the next one can be told from it. */
export async function markLife(app: DesktopApp): Promise<void> {
  expect(await inPage(app, 'window.marked = true')).toBe(true)
}

/** Another life of the page shows what `words` match, in its text or its labels. */
export async function showsAnew(app: DesktopApp, words: RegExp): Promise<void> {
  const seen = `window.marked ? null : document.body.innerText + ' ' +
    [...document.querySelectorAll('[aria-label]')].map((it) => it.ariaLabel).join(' ')`
  await expect.poll(async () => (await inPage<string>(app, seen)) ?? '', patient).toMatch(words)
}

export function crash(app: DesktopApp): Promise<unknown> {
  return app.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
}

/** From now on questions wait for the test's answer. */
export async function hearQuestions(app: DesktopApp): Promise<void> {
  await app.inMain(({ dialog }) => {
    const questions: Asked[] = []
    ;(globalThis as WithQuestions).questions = questions
    dialog.showMessageBox = (...given: unknown[]) => {
      const { message, buttons = [], signal, cancelId = 0 } = given.at(-1) as Electron.MessageBoxOptions
      return new Promise((resolve) => {
        const answer = (response: number) => resolve({ response, checkboxChecked: false })
        signal?.addEventListener('abort', () => answer(cancelId))
        questions.push({ message, buttons, isOver: () => signal?.aborted ?? false, answer })
      })
    }
  })
}

export function questions(app: DesktopApp): Promise<{ message: string; buttons: string[]; over: boolean }[]> {
  return app.inMain(() =>
    (globalThis as WithQuestions).questions.map(({ message, buttons, isOver }) => ({
      ...{ message, buttons, over: isOver() },
    })),
  )
}

/** Answers the last question with one of its buttons. */
export async function answer(app: DesktopApp, button: string): Promise<void> {
  await app.inMain((_electron, label) => {
    const asked = (globalThis as WithQuestions).questions.at(-1)
    asked?.answer(asked.buttons.indexOf(label))
  }, button)
}

/** Where the window is, and how it shows its page. */
export function windowOf(app: DesktopApp) {
  return app.inMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('there is no window')
    return {
      bounds: window.getBounds(),
      normal: window.getNormalBounds(),
      fullScreen: window.isFullScreen(),
      visible: window.isVisible(),
      zoom: window.webContents.getZoomFactor(),
    }
  })
}

/** Chooses an item of the application menu. */
export async function choose(app: DesktopApp, id: string): Promise<void> {
  const found = await app.inMain(({ BrowserWindow, Menu }, wanted) => {
    const [window] = BrowserWindow.getAllWindows()
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    const click = item?.click as unknown as ((...given: unknown[]) => void) | undefined
    click?.({}, window, window?.webContents)
    return click !== undefined
  }, id)
  expect(found, `the item ${id}`).toBe(true)
}

export interface MenuLine {
  id?: string
  label: string
  role?: string
  accelerator?: string
}

/** Every item of the application menu, by the menu that it stands in. */
export function menus(app: DesktopApp): Promise<Record<string, MenuLine[]>> {
  return app.inMain(({ Menu }) => {
    const plain = ({ id, label, role, accelerator }: Electron.MenuItem) =>
      ({ id, label, role, accelerator }) as MenuLine
    const all = Menu.getApplicationMenu()?.items ?? []
    return Object.fromEntries(
      all.map(({ label, submenu }) => [label.replace('&', ''), submenu?.items.map(plain) ?? []]),
    )
  })
}
