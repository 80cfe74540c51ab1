/** Which networks count, and which address is handed out first. */

import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { isNeighbour, usableNetworks, waysIn } from '../../src/discovery/addresses.ts'

const v4 = (address: string, netmask = '255.255.255.0', internal = false): NetworkInterfaceInfo => ({
  ...{ address, netmask, internal, family: 'IPv4', mac: '02:00:00:00:00:01', cidr: null },
})
const v6 = (address: string, scopeid = 0): NetworkInterfaceInfo => ({
  ...{ address, scopeid, internal: false, family: 'IPv6', mac: '02:00:00:00:00:01', cidr: null },
  netmask: 'ffff:ffff:ffff:ffff::',
})
const lo = [v4('127.0.0.1', '255.0.0.0', true)]
const names = (interfaces: Parameters<typeof usableNetworks>[0], only?: string[]) =>
  usableNetworks(interfaces, only ? { only } : {}).map(({ address }) => address)

describe('usable networks', () => {
  it('leave out loopback and whatever VPNs, containers and virtual machines make', () => {
    const interfaces = {
      lo,
      docker0: [v4('172.17.0.1')],
      'br-3f2a': [v4('172.18.0.1')],
      virbr0: [v4('192.168.122.1')],
      'vEthernet (Default Switch)': [v4('172.20.0.1')],
      'VMware Network Adapter VMnet8': [v4('192.168.99.1')],
      tun0: [v4('10.8.0.2')],
      tap0: [v4('10.9.0.2')],
      utun4: [v4('10.10.0.2')],
      wlan0: [v4('192.168.1.20')],
    }
    expect(names(interfaces)).toEqual(['192.168.1.20'])
  })

  it('are those that people ask for, whatever they look like', () => {
    const interfaces = { tun0: [v4('10.8.0.2')], wlan0: [v4('192.168.1.20')] }
    expect(names(interfaces, ['10.8.0.2'])).toEqual(['10.8.0.2'])
    expect(names(interfaces, ['tun0', 'wlan0'])).toHaveLength(2)
  })

  it('are link-local only where there is nothing else: two laptops and a cable', () => {
    const cable = { lo, eth0: [v4('169.254.7.7', '255.255.0.0')] }
    expect(names(cable)).toEqual(['169.254.7.7'])
    expect(names({ ...cable, wlan0: [v4('192.168.1.20')] })).toEqual(['192.168.1.20'])
  })

  it('fall back to an external virtual switch, which has taken the card over', () => {
    expect(names({ lo, 'vEthernet (External)': [v4('192.168.1.20')] })).toEqual(['192.168.1.20'])
    expect(names({ lo, 'vEthernet (WSL)': [v4('172.20.0.1')] })).toEqual([])
  })

  it('change when a card is replaced by another with the same address', () => {
    const [before] = usableNetworks({ eth0: [v4('192.168.1.20'), v6('fe80::1', 3)] })
    const [after] = usableNetworks({ eth0: [v4('192.168.1.20'), v6('fe80::1', 9)] })
    expect(after?.address).toBe(before?.address)
    expect(after?.device).not.toBe(before?.device)
  })
})

describe('invitations', () => {
  it('begin with the address that guests most likely reach, IPv4 before IPv6', () => {
    const interfaces = {
      'Ethernet 3': [v4('192.168.56.1')],
      Ethernet: [v4('192.168.1.20'), v6('fe80::7', 4), v6('2001:db8::7')],
      'Wi-Fi': [v4('10.0.0.9'), v6('fd00::9')],
      cgn0: [v4('100.100.1.2')],
    }
    expect(waysIn(interfaces).map(({ address }) => address)).toEqual([
      '192.168.1.20',
      '10.0.0.9',
      '192.168.56.1',
      '100.100.1.2',
      '2001:db8::7',
      'fd00::9',
    ])
    expect(waysIn(interfaces)[0]).toEqual({ address: '192.168.1.20', network: 'Ethernet' })
  })
})

describe('neighbours', () => {
  it('share a subnet', () => {
    const networks = usableNetworks({ eth0: [v4('10.1.2.3', '255.255.254.0')] })
    expect(isNeighbour('10.1.3.200', networks)).toBe(true)
    expect(isNeighbour('10.1.4.1', networks)).toBe(false)
    expect(isNeighbour('not an address', networks)).toBe(false)
    expect(isNeighbour('::1', networks)).toBe(false)
  })
})
