/** The machine's networks as they come and go. */

import { type Choice, type Interfaces, type Network, usableNetworks } from './addresses.ts'

/** How often the interfaces are read, in milliseconds. */
const readEvery = 3000

export interface Networks {
  current(): readonly Network[]
  /** Reads the interfaces now, and has everything made anew: sockets from before a sleep may be deaf. */
  wake(): void
  stop(): void
}

export interface NetworksSetup {
  read(): Interfaces
  choice: Choice
  /** Called with the networks that there are now. `anew` after a wake: nothing made before may be kept. */
  changed(networks: readonly Network[], anew: boolean): void
}

/** Watches until stopped. Does not hold the process; `changed` is not called for the networks of the beginning. */
export function watchNetworks({ read, choice, changed }: NetworksSetup): Networks {
  let current = usableNetworks(read(), choice)
  let readAt = Date.now()
  const look = (asked: boolean) => {
    const before = fingerprint(current)
    const slept = Date.now() - readAt > 4 * readEvery
    readAt = Date.now()
    current = usableNetworks(read(), choice)
    const anew = asked || slept
    if (anew || fingerprint(current) !== before) changed(current, anew)
  }
  const timer = setInterval(() => look(false), readEvery)
  timer.unref()
  return {
    current: () => current,
    wake: () => look(true),
    stop: () => clearInterval(timer),
  }
}

/** The same text for the same network of the same device. */
export function networkKey({ name, address, netmask, device }: Network): string {
  return [name, address, netmask, device].join(' ')
}

function fingerprint(networks: readonly Network[]): string {
  return networks.map(networkKey).sort().join('\n')
}
