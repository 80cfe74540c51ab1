/** What the app does in the system around its window, as a test sees it there and acts on it. */

import type { DesktopApp } from './desktop-app.ts'

export interface System {
  /** The labels in the tray's menu; null while there is no icon. */
  tray(): Promise<string[] | null>
  /** Presses what is in the tray's menu. */
  press(label: string): Promise<void>
  /** What was copied, the last one last. */
  copied(): Promise<string[]>
  /** Whether the app keeps the machine awake. */
  isAwake(): Promise<boolean>
  /** What the app has asked so far. */
  questions(): Promise<Asked[]>
  /** Answers the question that is open. */
  answer(button: string): Promise<void>
}

export interface Asked {
  message: string
  buttons: string[]
  isOpen: boolean
}

/** What is kept in the app's main process meanwhile. */
interface Seen {
  menu: Electron.Menu | null
  copied: string[]
  blockers: number[]
  questions: { options: Electron.MessageBoxOptions; answer: ((response: number) => void) | null }[]
}

/** From now on; dialogs stay open until they are answered. */
export async function watchSystem({ inMain }: DesktopApp): Promise<System> {
  await inMain(({ Tray, clipboard, dialog, powerSaveBlocker }) => {
    const seen: Seen = { menu: null, copied: [], blockers: [], questions: [] }
    Object.assign(globalThis, { seen })
    const { setContextMenu, destroy } = Tray.prototype
    Tray.prototype.setContextMenu = function (menu) {
      seen.menu = menu
      return setContextMenu.call(this, menu)
    }
    Tray.prototype.destroy = function () {
      seen.menu = null
      return destroy.call(this)
    }
    clipboard.writeText = async (text: string) => void seen.copied.push(text)
    const start = powerSaveBlocker.start.bind(powerSaveBlocker)
    powerSaveBlocker.start = (type) => {
      const id = start(type)
      seen.blockers.push(id)
      return id
    }
    const ask = (...given: unknown[]) =>
      new Promise<Electron.MessageBoxReturnValue>((resolve) => {
        const options = given.at(-1) as Electron.MessageBoxOptions
        const question: Seen['questions'][number] = {
          options,
          answer: (response) => {
            question.answer = null
            resolve({ response, checkboxChecked: false })
          },
        }
        seen.questions.push(question)
        options.signal?.addEventListener('abort', () => question.answer?.(options.cancelId ?? 0))
      })
    dialog.showMessageBox = ask
  })
  return {
    tray: () =>
      inMain(() => {
        const { menu } = (globalThis as unknown as { seen: Seen }).seen
        return menu?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? null
      }),
    press: (label) =>
      inMain((_electron, wanted) => {
        const { menu } = (globalThis as unknown as { seen: Seen }).seen
        const item = menu?.items.find((candidate) => candidate.label === wanted)
        if (!item?.enabled) throw new Error(`there is no ${wanted} to press`)
        item.click()
      }, label),
    copied: () => inMain(() => (globalThis as unknown as { seen: Seen }).seen.copied),
    isAwake: () =>
      inMain(({ powerSaveBlocker }) =>
        (globalThis as unknown as { seen: Seen }).seen.blockers.some((id) => powerSaveBlocker.isStarted(id)),
      ),
    questions: () =>
      inMain(() =>
        (globalThis as unknown as { seen: Seen }).seen.questions.map(({ options, answer }) => ({
          message: options.message,
          buttons: options.buttons ?? [],
          isOpen: answer !== null,
        })),
      ),
    answer: (button) =>
      inMain((_electron, wanted) => {
        const open = (globalThis as unknown as { seen: Seen }).seen.questions.find(({ answer }) => answer)
        const response = open?.options.buttons?.indexOf(wanted) ?? -1
        if (response < 0) throw new Error(`nothing asks for ${wanted}`)
        open?.answer?.(response)
      }, button),
  }
}
