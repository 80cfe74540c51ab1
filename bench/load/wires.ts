/** Every wire by its name. */

import { colyseusWire } from './colyseus-wire.ts'
import { floorWire, jsonWire } from './json-wire.ts'
import { rompWire } from './romp-wire.ts'
import { socketioWire } from './socketio-wire.ts'
import type { Wire } from './talk.ts'

const wires = {
  romp: rompWire,
  floor: floorWire,
  json: jsonWire,
  socketio: socketioWire,
  colyseus: colyseusWire,
} satisfies Record<string, Wire>

export type WireName = keyof typeof wires

export function wireNamed(name: string): Wire {
  if (!Object.hasOwn(wires, name)) throw new Error(`there is no wire called "${name}"`)
  return wires[name as WireName]
}
