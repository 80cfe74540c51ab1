import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from './desktop-app.ts'

let app: DesktopApp
const inPage = <Answer>(script: string) => app.page.evaluate(script) as Promise<Answer>

beforeAll(async () => {
  app = await startDesktop()
  await app.page.getByRole('heading', { name: 'Parties nearby' }).waitFor()
})

afterAll(async () => {
  await app?.dispose()
})

describe('the page of the desktop app', () => {
  it('keeps its own rules in a whole session', async () => {
    const complaints: string[] = []
    app.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    app.page.on('pageerror', (error) => complaints.push(String(error)))
    await app.page.addInitScript(`window.broken = []
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        window.broken.push(violatedDirective + ' ' + blockedURI))`)
    await app.page.reload()
    await app.page.getByRole('button', { name: 'Host a party' }).click()
    await app.page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
    const field = app.page.getByRole('textbox', { name: /^Say something/ })
    if (!(await field.isVisible())) await app.page.getByRole('button', { name: /^Chat/ }).click()
    await field.fill('Is anybody here?')
    await field.press('Enter')
    await app.page.getByText('Is anybody here?').first().waitFor()
    expect(await inPage('window.broken')).toEqual([])
    expect(complaints).toEqual([])
    await inPage('window.romp.stopHosting()')
  })

  it('is sandboxed and isolated, without Node and without others inside it', async () => {
    const preferences = await app.inMain(({ BrowserWindow }) => {
      type Known = { webContents: { getLastWebPreferences(): object } }
      const [window] = BrowserWindow.getAllWindows() as unknown as Known[]
      return window?.webContents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    })
  })

  it('knows the named functions of the bridge, and neither Node nor Electron', async () => {
    expect(await inPage<string[]>('Object.keys(window.romp).sort()')).toEqual(
      [
        ...['startHosting', 'stopHosting', 'hosted', 'watchNearby', 'probe', 'copyText', 'openExternal'],
        ...['copyDiagnostics', 'takeLink', 'update', 'checkForUpdate', 'fetchUpdate', 'installUpdate'],
        ...['setAutomaticUpdates', 'examineUpdates', 'cancelUpdate', 'setPlaying'],
        ...['onNearby', 'onHosted', 'onUpdate', 'onUpdateAsked', 'onLink'],
      ].sort(),
    )
    const outside = ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron']
    expect(await inPage(`${JSON.stringify(outside)}.filter((name) => name in window)`)).toEqual([])
  })

  it('cannot change the bridge', async () => {
    await inPage(
      `(() => { try { window.romp = {} } catch {} try { window.romp.probe = () => 1 } catch {} })()`,
    )
    expect(await inPage<string>('typeof window.romp.hosted')).toBe('function')
    const gone = `window.romp.probe({ host: '127.0.0.1', port: 9, room: null })`
    expect(await inPage(gone)).toMatchObject({ ok: false, code: 'unreachable' })
  })

  it('cannot be led away', async () => {
    const before = app.page.url()
    await inPage(`void (location.href = 'http://127.0.0.1:9/elsewhere')`)
    await inPage(`void (location.href = 'file:///etc/hostname')`)
    await app.page.waitForTimeout(500)
    expect(app.page.url()).toBe(before)
    expect(await inPage('typeof window.romp')).toBe('object')
  })

  it('opens no window; a link to the web goes to the system’s browser', async () => {
    await inPage(`void window.open('https://romp.example/help')`)
    await inPage(`void window.open('file:///etc/hostname')`)
    await expect.poll(() => app.opened()).toEqual(['https://romp.example/help'])
    await expect.poll(() => app.windows()).toBe(1)
  })

  it('runs no script but its own, and embeds nobody', async () => {
    await inPage(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = 1'
      document.body.append(script)
      const frame = document.createElement('iframe')
      frame.src = 'data:text/html,<p>hello</p>'
      document.body.append(frame)
    })()`)
    expect(await inPage('typeof window.injected')).toBe('undefined')
    // In a turn of its own, since what a test evaluates is above the page's rules.
    const evaluated = `new Promise((answer) => setTimeout(() => {
      try { answer(Function('return "ran"')()) } catch { answer('refused') }
    }))`
    expect(await inPage(evaluated)).toBe('refused')
    const refused = `new Promise((answer) => {
      document.addEventListener('securitypolicyviolation', (event) => answer(event.violatedDirective))
      fetch('https://romp.example/').then(() => answer('reached'), () => setTimeout(answer, 2000, 'out of reach'))
    })`
    expect(await inPage(refused)).toBe('connect-src')
    const text = `document.querySelector('iframe').contentDocument?.body.innerText ?? 'closed'`
    expect(await inPage(text)).not.toContain('hello')
  })

  it('is granted nothing that a game has no use for, when it asks', async () => {
    const states = await inPage<Record<string, string>>(`(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read']
      const asked = names.map(async (name) => [name, (await navigator.permissions.query({ name })).state])
      return Object.fromEntries(await Promise.all(asked))
    })()`)
    for (const [name, state] of Object.entries(states)) expect(state, name).not.toBe('granted')
    const where = `new Promise((answer) =>
      navigator.geolocation.getCurrentPosition(() => answer('here'), ({ code }) => answer(code)))`
    expect(await inPage(where)).toBe(1)
    expect(await inPage('Notification.requestPermission()')).not.toBe('granted')
    const film = `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'filmed', ({ name }) => name)`
    // A machine without a camera says that first.
    expect(await inPage(film)).toMatch(/NotAllowedError|NotFoundError/)
  })
})
