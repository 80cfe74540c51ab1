/** The stand-in's session: keeps the app's permission handlers, and lets a window ask them what its page may have. */

type Session = Electron.Session
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]

let request: RequestHandler = null

export const defaultSession = {
  setPermissionCheckHandler: (_handler: CheckHandler) => {},
  setPermissionRequestHandler: (handler: RequestHandler) => {
    request = handler
  },
  setDevicePermissionHandler: () => {},
}

/** Whether the app grants it to a page; without a handler Electron grants everything. */
export function asksFor(contents: Electron.WebContents, permission: 'local-network'): Promise<boolean> {
  const handler = request
  if (!handler) return Promise.resolve(true)
  return new Promise((resolve) => handler(contents, permission, resolve, {} as Electron.PermissionRequest))
}
