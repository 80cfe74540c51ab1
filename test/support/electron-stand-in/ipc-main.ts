/** The stand-in's `ipcMain`: the calls that the app answers, by channel. */

type Listener = (event: Electron.IpcMainInvokeEvent, ...given: unknown[]) => unknown

const listeners = new Map<string, Listener>()

export const ipcMain = {
  handle: (channel: string, listener: Listener) => {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    listeners.set(channel, listener)
  },
  removeHandler: (channel: string) => {
    listeners.delete(channel)
  },
}

/** What a call from a page comes to. Rejects as Electron does, with the listener's own message. */
export async function invoke(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  given: unknown[],
): Promise<unknown> {
  const listener = listeners.get(channel)
  if (!listener) throw new Error(`No handler registered for '${channel}'`)
  return await listener(event, ...given)
}
