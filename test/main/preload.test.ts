/** What the preload script puts into the page: functions with names, and no way past them. */

import { describe, expect, it, vi } from 'vitest'
import type { DesktopBridge } from '../../src/platform/desktop-calls.ts'

const exposed: Record<string, DesktopBridge> = {}
const invoked: unknown[][] = []
const listeners = new Map<string, (event: object, ...given: unknown[]) => void>()
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: DesktopBridge) => (exposed[name] = api) },
  ipcRenderer: {
    invoke: async (...given: unknown[]) => invoked.push(given),
    on: (channel: string, listener: () => void) => listeners.set(channel, listener),
    removeListener: (channel: string) => listeners.delete(channel),
  },
}))
await import('../../src/preload/index.ts')

describe('the bridge', () => {
  it('is one object of functions alone', () => {
    expect(Object.keys(exposed)).toEqual(['romp'])
    for (const [name, it] of Object.entries(exposed.romp ?? {})) expect(typeof it, name).toBe('function')
  })

  it('asks for what each function is called, whatever a page gives it', async () => {
    for (const [name, ask] of Object.entries(exposed.romp ?? {})) {
      if (/^on[A-Z]/.test(name)) continue
      invoked.length = 0
      await (ask as (...given: unknown[]) => Promise<unknown>)('romp:stopHosting', { channel: 'other' })
      expect(invoked.map(([channel]) => channel)).toEqual([`romp:${name}`])
    }
  })

  it('hands a page the news alone, never the event that leads back to Electron', () => {
    const heard: unknown[][] = []
    const leave = exposed.romp?.onNearby((...given: unknown[]) => heard.push(given))
    const news = { discovery: 'on', trouble: null, adverts: [] }
    listeners.get('romp:nearby')?.({ sender: 'Electron itself' }, news, 'more')
    expect(heard).toEqual([[news]])
    leave?.()
    expect(listeners.has('romp:nearby')).toBe(false)
  })
})
