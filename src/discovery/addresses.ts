/** The networks of this machine on which guests can be: which interfaces count, and which address to hand out first. */

import { BlockList, isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** One IPv4 address on one interface. */
export interface Network {
  /** The interface's name, as the system calls it. */
  name: string
  address: string
  netmask: string
  /** Differs once the interface was taken away and made anew, even under the same name and address. */
  device: string
}

/** A literal address that guests can use. */
export interface WayIn {
  address: string
  network: string
}

export interface Choice {
  /** Names or addresses of interfaces that count whatever they look like; where given, no other does. */
  only?: readonly string[]
}

/** What a VPN, a container or a virtual machine makes. A party announced there is seen by nobody. */
const virtual =
  /^(docker|virbr|veth[0-9a-f]|br-|vmnet|vboxnet|vnic|tun|tap|utun|wg|tailscale|zt|ppp|ipsec|gpd|awdl|llw|anpi|lxc|lxd|cni|flannel|cali|podman|nordlynx|ham\d)|vEthernet|VMware|VirtualBox|Hyper-V|\bWSL\b|\bTAP\b|TAP-Windows|OpenVPN|WireGuard|Tailscale|ZeroTier|Hamachi|Wintun|Loopback|Npcap/i

/** Hyper-V's external switch takes over the real card's address: the one virtual name that may be the way out. */
const externalSwitch = /^vEthernet \((?!Default Switch|WSL|nat)/i

const cable = /^(en|eth|em\d|Ethernet)/i
const wireless = /^(wl|wifi|wi-fi|WLAN|ath)/i

/**
 * The usable IPv4 networks, best first: real interfaces; where there is none of these, link-local addresses (two
 * machines on one cable), else an external virtual switch. At most 16.
 */
export function usableNetworks(interfaces: Interfaces, choice: Choice = {}): Network[] {
  const found: { network: Network; tier: number; score: number }[] = []
  for (const [name, infos] of Object.entries(interfaces)) {
    for (const info of infos ?? []) {
      if (info.family !== 'IPv4') continue
      const network = {
        ...{ name, address: info.address, netmask: info.netmask },
        device: deviceOf(infos ?? [], info),
      }
      const tier = tierOf(name, info, choice)
      if (tier !== null) found.push({ network, tier, score: scoreOf(name, info.address) })
    }
  }
  const best = Math.min(...found.map(({ tier }) => tier))
  return found
    .filter(({ tier }) => tier === best)
    .sort((a, b) => b.score - a.score)
    .map(({ network }) => network)
    .slice(0, 16)
}

/** Addresses for invitations, best first: every usable IPv4 address, then one IPv6 address for each of their interfaces. */
export function waysIn(interfaces: Interfaces, choice: Choice = {}): WayIn[] {
  const networks = usableNetworks(interfaces, choice)
  const fourth = networks.map(({ address, name }) => ({ address, network: name }))
  const sixth = [...new Set(networks.map(({ name }) => name))].flatMap((name) => {
    const info = interfaces[name]?.find(({ family, address }) => family === 'IPv6' && isRoutable6(address))
    return info ? [{ address: info.address, network: name }] : []
  })
  return [...fourth, ...sixth]
}

/** Whether `address` is one that these networks reach without a router. */
export function isNeighbour(address: string, networks: readonly Network[]): boolean {
  if (isIP(address) !== 4) return false
  return networks.some((network) => {
    const bits = prefixOf(network.netmask)
    if (bits === 0) return false
    const subnet = new BlockList()
    subnet.addSubnet(network.address, bits, 'ipv4')
    return subnet.check(address, 'ipv4')
  })
}

function tierOf(name: string, info: NetworkInterfaceInfo, { only }: Choice): number | null {
  if (info.internal || info.address.startsWith('127.') || info.address.startsWith('0.')) return null
  if (only) return only.includes(name) || only.includes(info.address) ? 0 : null
  if (externalSwitch.test(name)) return 2
  if (virtual.test(name)) return null
  return isLinkLocal(info.address) ? 1 : 0
}

function scoreOf(name: string, address: string): number {
  let score = 0
  if (/^(192\.168|10)\./.test(address)) score += 40
  else if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) score += 30
  // Carrier-grade NAT, as VPNs between friends use it: reachable, but for few.
  else if (!/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address)) score += 10
  if (cable.test(name)) score += 4
  else if (wireless.test(name)) score += 3
  // Virtual machines sit behind an adapter that is the first address of its own small network.
  if (/^192\.168\.(56|99|122)\.1$/.test(address)) score -= 25
  else if (address.endsWith('.1')) score -= 2
  return score
}

/** An interface made anew under the same name gets another index (which Node tells for IPv6 only) or hardware address. */
function deviceOf(infos: readonly NetworkInterfaceInfo[], info: NetworkInterfaceInfo): string {
  const index = infos.find((other) => other.family === 'IPv6' && other.scopeid > 0)
  return `${info.mac} ${index?.family === 'IPv6' ? index.scopeid : ''}`
}

function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.')
}

/** A zone is needed to reach a link-local address, and no browser takes one. */
function isRoutable6(address: string): boolean {
  return /^[23f][0-9a-f]{3}:/i.test(address) && !/^fe[89abf]|^ff/i.test(address)
}

function prefixOf(netmask: string): number {
  const bits = netmask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
  const ones = bits.indexOf('0')
  return ones < 0 ? 32 : ones
}
