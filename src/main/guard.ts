/** What a page may never do: leave, open windows, embed others, or be granted what a game has no use for. */

import { app, type Session, session, shell, type WebContents } from 'electron'
import { appOrigin, appPage } from './app-scheme.ts'

/**
 * Chromium asks before a page may reach the local network, which is all that this page is for; under the older name
 * too. Full screen and a screen that stays on are what a game needs.
 */
const granted = new Set([
  'local-network',
  'loopback-network',
  'local-network-access',
  'fullscreen',
  'screen-wake-lock',
])

/** Guards everything that will ever show a page. Once the app is ready. */
export function guardPages(): void {
  guardPermissions(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

/** Opens a web address in the system's browser. False for anything that is not plainly one. */
export async function openInBrowser(address: string): Promise<boolean> {
  if (address.length > 2000 || !URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false
  if (url.username !== '' || url.password !== '') return false
  await shell.openExternal(url.href)
  return true
}

function guardContents(contents: WebContents): void {
  const refuseLeaving = (event: { preventDefault(): void; url: string }) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
  }
  contents.on('will-navigate', refuseLeaving)
  contents.on('will-redirect', refuseLeaving)
  contents.on('will-frame-navigate', refuseLeaving)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // A link with a target is a link to the web; whether it is one is for openInBrowser to judge.
    void openInBrowser(url).catch(() => {})
    return { action: 'deny' }
  })
}

function guardPermissions(of: Session): void {
  // Chromium's own network code asks without a page; then there is no one else it could be for.
  const mayHave = (contents: WebContents | null, permission: string) =>
    granted.has(permission) && (contents === null || isOwnPage(contents.getURL()))
  of.setPermissionCheckHandler((contents, permission, origin) => {
    const own = origin === '' || origin === appOrigin || origin === appPage
    return own && mayHave(contents, permission)
  })
  of.setPermissionRequestHandler((contents, permission, answer) => answer(mayHave(contents, permission)))
  of.setDevicePermissionHandler(() => false)
}

function isOwnPage(url: string): boolean {
  return url === appOrigin || url.startsWith(appPage)
}
