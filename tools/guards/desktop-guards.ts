/** The lines of the desktop app: what its page may not do, who may call main, and what is never written down. */

import { desktop, type Guard, inPackage, removal, types, unit, without } from './guard.ts'

const window = 'src/main/window.ts'
const guard = 'src/main/guard.ts'
const calls = 'src/main/calls.ts'
const scheme = 'src/main/app-scheme.ts'
const preload = 'src/preload/index.ts'
const fuses = 'electron-builder.yml'

const security = 'test/desktop/security.test.ts'
const guardTest = 'test/main/guard.test.ts'
const callsTest = 'test/main/calls.test.ts'
const schemeTest = 'test/main/app-scheme.test.ts'
const preloadTest = 'test/main/preload.test.ts'

const isolated = desktop(security, 'is sandboxed and isolated, without Node and without others inside it')
const ownScripts = desktop(security, 'runs no script but its own, and embeds nobody')
const refusedCall = (who: string) => unit(callsTest, `are refused for ${who}`)

export const desktopGuards: readonly Guard[] = [
  {
    line: 'context-isolation',
    removals: [removal(without(window, 'contextIsolation: true', 'contextIsolation: false'), isolated)],
  },
  { line: 'sandbox', removals: [removal(without(window, '      sandbox: true,\n'), isolated)] },
  {
    line: 'no-node',
    removals: [
      removal(without(window, 'nodeIntegration: false', 'nodeIntegration: true'), isolated),
      removal(without(window, 'webviewTag: false', 'webviewTag: true'), isolated),
    ],
  },
  {
    line: 'desktop-policy',
    removals: [
      removal(
        without(
          scheme,
          "        'Content-Security-Policy': policy,\n        'X-Content",
          "        'X-Content",
        ),
        ownScripts,
      ),
      removal(
        without(scheme, '"script-src \'self\'"', "\"script-src 'self' 'unsafe-inline' 'unsafe-eval'\""),
        ownScripts,
      ),
      removal(without(scheme, '"connect-src \'self\' ws:"', '"connect-src *"'), ownScripts),
    ],
  },
  {
    line: 'app-scheme',
    removals: [
      removal(
        without(scheme, 'return file.startsWith(join(root, sep)) ? file : null', 'return file'),
        unit(schemeTest, 'gives nothing outside of it'),
      ),
      removal(
        without(scheme, "    if (host !== 'romp') return null\n"),
        unit(schemeTest, 'answers for no other name'),
      ),
    ],
  },
  {
    line: 'no-navigation',
    removals: [
      ...['will-navigate', 'will-redirect', 'will-frame-navigate'].map((event) =>
        removal(
          without(guard, `  contents.on('${event}', refuseLeaving)\n`),
          unit(guardTest, `cannot leave by ${event}`),
        ),
      ),
      removal(
        [
          without(guard, "  contents.on('will-navigate', refuseLeaving)\n"),
          without(guard, "  contents.on('will-frame-navigate', refuseLeaving)\n"),
        ],
        desktop(security, 'cannot be led away'),
      ),
      removal(
        without(guard, "  contents.on('will-attach-webview', (event) => event.preventDefault())\n"),
        unit(guardTest, 'embeds no other'),
      ),
    ],
  },
  {
    line: 'no-new-windows',
    removals: [
      removal(
        without(guard, "return { action: 'deny' }", "return { action: 'allow' }"),
        unit(guardTest, 'opens no window'),
      ),
      removal(
        without(guard, "  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false\n"),
        unit(guardTest, 'opens no window'),
      ),
    ],
  },
  {
    line: 'permissions-denied',
    removals: [
      removal(
        without(
          guard,
          '  of.setPermissionRequestHandler((contents, permission, answer) => answer(mayHave(contents, permission)))\n',
        ),
        desktop(security, 'is granted nothing that a game has no use for, when it asks'),
      ),
      removal(
        without(guard, 'return own && mayHave(contents, permission)', 'return own'),
        unit(guardTest, 'is granted the local network and its screen, and nothing else'),
      ),
      removal(
        without(
          guard,
          'of.setDevicePermissionHandler(() => false)',
          'of.setDevicePermissionHandler(() => true)',
        ),
        unit(guardTest, 'is granted the local network and its screen, and nothing else'),
      ),
      removal(
        without(guard, ' && (contents === null || isOwnPage(contents.getURL()))'),
        unit(guardTest, 'is granted the local network and its screen, and nothing else'),
      ),
    ],
  },
  {
    line: 'sender-checked',
    removals: [
      removal(
        without(
          calls,
          "      if (!isOwnPage(event)) throw new Error('Only Romp’s own page may ask that.')\n",
        ),
        refusedCall('a page of the web'),
      ),
      removal(without(calls, 'frame.parent === null && '), refusedCall('a frame inside the page')),
      removal(without(calls, ' && frame.origin === appOrigin'), refusedCall('a page without an origin')),
    ],
  },
  {
    line: 'calls-validated',
    removals: [
      removal(
        without(
          calls,
          "  if (!read.success) return fail('bad-value', read.error.issues[0]?.message ?? 'That value cannot be used.')\n",
        ),
        unit(callsTest, 'with a field that is none of its own go nowhere'),
      ),
      removal(
        without(calls, 'const partyOptions = z.strictObject({', 'const partyOptions = z.object({'),
        unit(callsTest, 'with a field that is none of its own go nowhere'),
      ),
      removal(
        without(calls, "'Something went wrong inside Romp. Try again, or start it anew.'", 'String(error)'),
        unit(callsTest, 'tell a page that something failed, and nothing about this machine'),
      ),
    ],
  },
  {
    line: 'calls-exhaustive',
    removals: [
      removal(
        without(
          calls,
          '    takeLink: { given: nothing, answer: async () => ({ ok: true, value: links.take() }) },\n',
        ),
        types('node'),
      ),
    ],
  },
  {
    line: 'named-functions',
    removals: [
      removal(
        without(preload, 'hear(value)\n', 'hear(...([value, _event] as unknown as [never]))\n'),
        unit(preloadTest, 'hands a page the news alone, never the event that leads back to Electron'),
      ),
      removal(
        without(
          preload,
          "contextBridge.exposeInMainWorld('romp', bridge)",
          "contextBridge.exposeInMainWorld('romp', bridge)\ncontextBridge.exposeInMainWorld('ipc', { invoke: ipcRenderer.invoke })",
        ),
        unit(preloadTest, 'is one object of functions alone'),
      ),
      removal(
        without(
          preload,
          "  takeLink: call('takeLink'),\n",
          "  takeLink: call('takeLink'),\n  more: call('hosted'),\n",
        ),
        desktop(security, 'knows the named functions of the bridge, and neither Node nor Electron'),
      ),
    ],
  },
  {
    line: 'fuses',
    removals: [
      ...[
        'runAsNode: false',
        'enableNodeOptionsEnvironmentVariable: false',
        'enableNodeCliInspectArguments: false',
      ].map((fuse) =>
        removal(
          without(fuses, fuse, fuse.replace('false', 'true')),
          inPackage('test/package/linux.test.ts', 'the binary’s fuses are as the security rules have them'),
        ),
      ),
      ...['enableEmbeddedAsarIntegrityValidation: true', 'onlyLoadAppFromAsar: true'].map((fuse) =>
        removal(
          without(fuses, fuse, fuse.replace('true', 'false')),
          inPackage('test/package/linux.test.ts', 'the binary’s fuses are as the security rules have them'),
        ),
      ),
    ],
  },
  {
    line: 'no-secret-written',
    removals: [
      removal(
        without('src/main/log.ts', 'withoutSecrets(words)', 'words'),
        desktop('test/desktop/logs.test.ts', 'a party with a password, and everything going wrong'),
      ),
      removal(
        without('src/main/hosting.ts', 'for (const secret of [password, operatorToken]) keepSecret(secret)'),
        desktop('test/desktop/logs.test.ts', 'a party with a password, and everything going wrong'),
      ),
      removal(
        without('src/main/secrets.ts', '    .replace(hex, gap)\n'),
        desktop('test/desktop/logs.test.ts', 'a party with a password, and everything going wrong'),
      ),
      removal(
        without('src/main/diagnostics.ts', 'withoutHome(withoutSecrets(facts))', 'withoutHome(facts)'),
        unit(
          'test/main/diagnostics.test.ts',
          'hold what the own host counts, and neither its password nor the token',
        ),
      ),
      removal(
        without(
          'src/main/reports.ts',
          'withoutSecrets(text).slice(0, longestPageError)',
          'text.slice(0, longestPageError)',
        ),
        unit('test/main/reports.test.ts', 'is cut, and never through a secret'),
      ),
    ],
  },
]
