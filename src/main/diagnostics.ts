/** What explains a problem, as text that a person can read before pasting it: versions, networks, the party, the log. */

import { readFile } from 'node:fs/promises'
import { homedir, networkInterfaces, release, version as systemVersion } from 'node:os'
import { join } from 'node:path'
import { app, screen } from 'electron'
import { usableNetworks } from '../discovery/addresses.ts'
import { version } from '../protocol/version.ts'
import type { Hosting } from './hosting.ts'
import type { Lobby } from './lobby.ts'
import type { Log } from './log.ts'
import { withoutSecrets } from './secrets.ts'
import { isAppImage } from './updates/copy.ts'
import type { Updates } from './updates.ts'

/** Bytes, so that a forum or an issue takes it whole. */
const mostBytes = 20_000
const logLines = 100
/** Milliseconds that the own host may take to say how it is. */
const patience = 1000

export interface Diagnosed {
  log: Log
  hosting: Hosting
  lobby: Lobby
  updates: Updates
}

/** Markdown, below 20 kB, without secrets. */
export async function diagnosticsOf({ log, hosting, lobby, updates }: Diagnosed): Promise<string> {
  const party = hosting.party()
  const facts = [
    intro,
    section('Versions', versions()),
    section('Screens and graphics', [...screens(), ...graphics()]),
    section('Networks', networks()),
    section('Discovery', discovery(lobby)),
    section(
      'Hosted party',
      party
        ? [
            `port ${party.port}, ${party.locked ? 'with a password' : 'open'}, players: ${party.players}`,
            ...party.invitations.map(({ url, network }) => `${url} (${network})`),
            ...(await metrics(party.port)),
          ]
        : ['none'],
    ),
    section('Settings', [
      `looks for releases by itself: ${updates.state().automatic ? 'yes' : 'no'}; the last look: ${updates.state().stage.at}`,
      ...(await settings()),
    ]),
  ].join('\n')
  const clean = withoutHome(withoutSecrets(facts))
  return `${clean}\n${logSection(log, mostBytes - Buffer.byteLength(clean) - 1)}`
}

const intro = `# Romp diagnostics

This names addresses of this computer on its own network, and the last lines of Romp's log. Nothing of it was sent
anywhere. Read it before you paste it, and take out what is nobody's business.
`

function section(title: string, facts: readonly string[]): string {
  // A fact is one line, whatever is in it.
  return `## ${title}\n\n${facts.map((fact) => `- ${fact.replace(/\s+/g, ' ').slice(0, 400)}`).join('\n')}\n`
}

function versions(): string[] {
  const { electron = 'none', chrome = 'none', node, v8 } = process.versions
  return [
    `Romp ${version}, ${howInstalled()}, up for ${Math.round(process.uptime() / 60)} minutes`,
    `copied at ${new Date().toISOString()}`,
    `Chromium’s sandbox is ${app.commandLine.hasSwitch('no-sandbox') ? 'off (--no-sandbox)' : 'on'}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}, V8 ${v8}`,
    `${process.platform} ${process.arch}, ${systemVersion()} (${release()})`,
  ]
}

function howInstalled(): string {
  if (!app.isPackaged) return 'run from its sources'
  if (isAppImage(process)) return 'as AppImage'
  if (process.env.PORTABLE_EXECUTABLE_FILE) return 'portable'
  return process.platform === 'linux' && process.execPath.startsWith('/opt/') ? 'from a package' : 'installed'
}

function screens(): string[] {
  return screen
    .getAllDisplays()
    .map(
      ({ size, scaleFactor, displayFrequency }) =>
        `screen ${size.width}×${size.height}, scale ${scaleFactor}, ${displayFrequency} Hz`,
    )
}

function graphics(): string[] {
  const features = Object.entries(app.getGPUFeatureStatus())
  return features.length === 0
    ? ['graphics: unknown']
    : features.map(([feature, status]) => `${feature}: ${status}`)
}

/** Every address, and which of them count. */
function networks(): string[] {
  const interfaces = networkInterfaces()
  const usable = usableNetworks(interfaces).map(({ address }) => address)
  return Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal }) => !internal)
      .map(({ address, netmask }) => {
        const rank = usable.indexOf(address)
        return `${name}: ${address}, mask ${netmask}${rank < 0 ? '' : `, used for the party (${rank + 1})`}`
      }),
  )
}

function discovery(lobby: Lobby): string[] {
  const { discovery: state, trouble, adverts } = lobby.current()
  return [
    `discovery is ${state}${trouble ? `: ${trouble}` : ''}`,
    ...adverts.map(
      ({ own, version, protocol, at, ping, liveness }) =>
        `${own ? 'own party' : 'party'} at ${at.address}:${at.port}, Romp ${version}, protocol ${protocol}, ${liveness}, ping ${ping === null ? 'unknown' : `${Math.round(ping)} ms`}`,
    ),
  ].slice(0, 20)
}

/** What the own host counts, as it tells everyone. */
async function metrics(port: number): Promise<string[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(patience) })
    const lines = (await answer.text()).split('\n')
    return lines.filter((line) => line.startsWith('romp_') && !line.includes('_bucket'))
  } catch {
    return ['the host does not answer']
  }
}

async function settings(): Promise<string[]> {
  const read = ['settings.json', 'window.json'].map(async (name) => {
    const words = await readFile(join(app.getPath('userData'), name), 'utf8').catch(() => 'none')
    return `${name}: ${words}`
  })
  return await Promise.all(read)
}

/** As many of the last lines as fit. */
function logSection(log: Log, room: number): string {
  const fence = '~~~~'
  const lines = log.tail(logLines).map((line) => withoutHome(line).replaceAll(fence, '~~~'))
  const text = () => `## Log\n\n${fence}\n${lines.join('\n')}\n${fence}\n`
  while (lines.length > 0 && Buffer.byteLength(text()) > room) lines.shift()
  return text()
}

/** The folder's name is often a person's. */
function withoutHome(text: string): string {
  return homedir().length > 3 ? text.replaceAll(homedir(), '~') : text
}
