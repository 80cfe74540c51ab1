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

/** What a page may come to ask for: as Electron asks the app, and as Chromium is told of the answer. */
const askedFor: Record<string, readonly string[]> = {
  'local-network': ['local-network-access'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
}

/** All that the app grants to a page, in Chromium's names; without a handler Electron grants everything. */
export async function grantsOf(contents: Electron.WebContents): Promise<string[]> {
  const granted = Object.keys(askedFor).map(async (permission) => {
    const asked = permission as Parameters<NonNullable<RequestHandler>>[1]
    return (await asksFor(contents, asked)) ? (askedFor[permission] ?? []) : []
  })
  return (await Promise.all(granted)).flat()
}

function asksFor(
  contents: Electron.WebContents,
  permission: Parameters<NonNullable<RequestHandler>>[1],
): Promise<boolean> {
  const handler = request
  if (!handler) return Promise.resolve(true)
  return new Promise((resolve) => handler(contents, permission, resolve, {} as Electron.PermissionRequest))
}
