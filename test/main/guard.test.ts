/** What the app answers when a page wants to leave, to open, to embed, or to be granted something. */

import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'

const app = new EventEmitter()
const opened: string[] = []
const handlers: {
  check?: (contents: unknown, permission: string, origin: string) => boolean
  request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  device?: () => boolean
} = {}
const defaultSession = {
  setPermissionCheckHandler: (handler: Required<typeof handlers>['check']) => (handlers.check = handler),
  setPermissionRequestHandler: (handler: Required<typeof handlers>['request']) =>
    (handlers.request = handler),
  setDevicePermissionHandler: (handler: Required<typeof handlers>['device']) => (handlers.device = handler),
}
vi.mock('electron', () => ({
  app,
  session: { defaultSession },
  shell: { openExternal: async (url: string) => opened.push(url) },
  protocol: {},
}))
const { guardPages } = await import('../../src/main/guard.ts')

type OpenHandler = (details: { url: string }) => { action: string }
class Page extends EventEmitter {
  url = 'app://romp/'
  open: OpenHandler = () => ({ action: 'allow' })
  getURL = () => this.url
  setWindowOpenHandler = (handler: OpenHandler) => {
    this.open = handler
  }
  /** Whether the app prevents it. */
  prevents(event: string, url = ''): boolean {
    let prevented = false
    this.emit(event, { url, preventDefault: () => (prevented = true) })
    return prevented
  }
}

guardPages()
const page = new Page()
app.emit('web-contents-created', {}, page)

describe('a page of the app', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('cannot leave by %s', (event) => {
    for (const url of ['https://elsewhere.example/', 'file:///etc/hostname', 'app://romper/', 'about:blank'])
      expect(page.prevents(event, url), url).toBe(true)
    expect(page.prevents(event, 'app://romp/r/den')).toBe(false)
  })

  it('embeds no other', () => {
    expect(page.prevents('will-attach-webview')).toBe(true)
  })

  it('opens no window; what is plainly a web address opens in the system’s browser', async () => {
    for (const url of [
      'https://romp.example/',
      'file:///etc/passwd',
      'ms-settings:',
      'https://a:b@c.example/',
    ])
      expect(page.open({ url })).toEqual({ action: 'deny' })
    await vi.waitFor(() => expect(opened).toEqual(['https://romp.example/']))
  })

  it('is granted the local network and its screen, and nothing else', () => {
    const granted = (permission: string, contents: unknown = page) => {
      let answer: boolean | null = null
      handlers.request?.(contents, permission, (given) => {
        answer = given
      })
      return [answer, handlers.check?.(contents, permission, 'app://romp/')]
    }
    for (const permission of ['local-network-access', 'fullscreen', 'screen-wake-lock'])
      expect(granted(permission), permission).toEqual([true, true])
    for (const permission of [
      ...['media', 'geolocation', 'notifications', 'midi', 'midiSysex', 'clipboard-read', 'pointerLock'],
      ...['openExternal', 'hid', 'serial', 'usb', 'display-capture', 'fileSystem', 'unknown'],
    ])
      expect(granted(permission), permission).toEqual([false, false])
    expect(handlers.device?.()).toBe(false)
    const foreign = new Page()
    foreign.url = 'https://elsewhere.example/'
    expect(granted('fullscreen', foreign)).toEqual([false, false])
    expect(handlers.check?.(page, 'fullscreen', 'https://elsewhere.example')).toBe(false)
  })
})
