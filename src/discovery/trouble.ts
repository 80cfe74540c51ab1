/** What people are told when the network does not let parties find each other. */

import type { Nearby } from '../protocol/advert.ts'
import type { Condition } from './lines.ts'

export type Discovery = Pick<Nearby, 'discovery' | 'trouble'>

const otherWays = 'Joining by address or QR code still works.'

export function describeCondition(condition: Condition, platform: NodeJS.Platform): Discovery {
  switch (condition.kind) {
    case 'carries':
      return { discovery: 'on', trouble: null }
    case 'none':
      return {
        discovery: 'blocked',
        trouble: 'This computer is not on a network. Connect it by Wi-Fi or cable, and parties show up here.',
      }
    case 'broken':
      return { discovery: 'blocked', trouble: `${sentence(condition.trouble, platform)} ${otherWays}` }
  }
}

function sentence(code: string, platform: NodeJS.Platform): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'Another program on this computer keeps the network search to itself. Close other programs that look for devices, then wait a moment.'
    case 'EACCES':
    case 'EPERM':
    case 'EHOSTUNREACH':
      return platform === 'darwin'
        ? 'macOS keeps Romp off the local network. Allow it in System Settings, under Privacy & Security, Local Network.'
        : 'The firewall of this computer keeps Romp off the local network. Allow Romp there, on private networks.'
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'ENODEV':
    case 'EADDRNOTAVAIL':
      return 'The network went away. As soon as it is back, the search goes on by itself.'
    default:
      return `This network does not let parties find each other (${code}). Try another Wi-Fi, or a cable.`
  }
}
