/** Who is measured: Romp, the floors below it and its peers, each a server of its own. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundle.ts'
import type { WireName } from './load/wires.ts'

export interface Contender {
  readonly id: string
  readonly title: string
  readonly kind: 'romp' | 'floor' | 'peer'
  readonly wire: WireName
  /** The command that starts it, to which the rate is added; null where it is not installed. */
  command(): readonly string[] | null
  /** The cells that are always measured; all where absent. */
  readonly cells?: readonly { n: number; r: number }[]
}

/** Null for a peer that could not be installed. */
function node(path: string, ...flags: readonly string[]): readonly string[] | null {
  const program = bundled(path)
  return program === null ? null : [process.execPath, ...flags, program]
}

/** What `npm run serve` gives to Node: to collect often and little. */
const hostFlag = '--max-semi-space-size=4'

/** Of peers only what the targets name, and a little more: the whole takes less than ten minutes. */
const often = { n: 400, r: 60 }
const seldom = { n: 400, r: 20 }
const fewer = { n: 100, r: 60 }

export const contenders: readonly Contender[] = [
  { id: 'romp', title: 'Romp', kind: 'romp', wire: 'romp', command: () => node('servers/romp.ts', hostFlag) },
  {
    id: 'ws-floor',
    title: '`ws` floor',
    kind: 'floor',
    wire: 'floor',
    command: () => node('servers/ws-floor.ts'),
  },
  {
    id: 'net-floor',
    title: '`net` floor',
    kind: 'floor',
    wire: 'floor',
    command: () => node('servers/net-floor.ts'),
  },
  {
    id: 'json',
    title: 'JSON on `ws`',
    kind: 'peer',
    wire: 'json',
    command: () => node('servers/json.ts'),
    cells: [fewer, often, seldom],
  },
  {
    id: 'socketio',
    title: 'socket.io',
    kind: 'peer',
    wire: 'socketio',
    command: () => node('peers/socketio.mjs'),
    cells: [fewer, seldom],
  },
  {
    id: 'colyseus',
    title: 'Colyseus',
    kind: 'peer',
    wire: 'colyseus',
    command: () => node('peers/colyseus.mjs'),
    cells: [fewer, often, seldom],
  },
  {
    id: 'python',
    title: 'Python `websockets`',
    kind: 'peer',
    wire: 'json',
    command: () => {
      const python = pythonWithWebsockets()
      return python === null ? null : [python, fileURLToPath(new URL('peers/python.py', import.meta.url))]
    },
    cells: [seldom],
  },
]

/** The Python that has Debian's `python3-websockets`, wherever another one stands first. */
function pythonWithWebsockets(): string | null {
  const found = ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import websockets']).status === 0,
  )
  return found ?? null
}
