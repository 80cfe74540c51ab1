/**
 * One line to multicast DNS on one network: asks who is there, publishes at most one service, says goodbye.
 * All that the library would throw, or end the process with, arrives here as trouble.
 */

import { Bonjour, type Service } from 'bonjour-service'
import type { Network } from './addresses.ts'
import { serviceName, serviceType } from './packet.ts'

/** Longest that a goodbye may take before the socket is closed anyway. */
const goodbyeMs = 500
/** A second announcement soon after the first, as radio loses some; RFC 6762 asks for it. */
const repeatMs = 1000

/** Why a line does not carry: a code of the system, such as `EADDRINUSE`. */
export type Trouble = string

export interface LineEvents {
  /** A response, decoded but not checked, and the address that it came from. */
  response(packet: unknown, source: string): void
  /** Whether the line carries, told whenever that may have changed; null where it does. */
  trouble(trouble: Trouble | null): void
}

export interface Line {
  /** Asks for all parties. */
  ask(): void
  /** Announces a service, once in the life of a line. */
  publish(service: { name: string; port: number; txt: Record<string, string> }): void
  /** Announces the service anew with another TXT record. */
  retext(txt: Record<string, string>): void
  /** Takes the service back where there is one, then closes. Settles within a second, and never rejects. */
  close(): Promise<void>
}

export type OpenLine = (network: Network, events: LineEvents) => Line

type Sent = (error?: Error | null) => void

/** What the library keeps to itself and its users cannot do without. */
interface Inner {
  server: {
    mdns: {
      on(event: 'error' | 'warning', hear: (error: NodeJS.ErrnoException) => void): void
      on(event: 'ready' | 'networkInterface', hear: () => void): void
      on(event: 'response', hear: (packet: unknown, from: { address: string; port: number }) => void): void
      query(name: string, type: 'PTR', sent: Sent): void
      respond(records: unknown[], sent: Sent): void
    }
    registry: { TXT?: { name: string; data: unknown }[] }
  }
}

export const openMdnsLine: OpenLine = (network, events) => {
  let closed = false
  let service: Service | null = null
  let repeat: NodeJS.Timeout | undefined
  let deaf: Trouble | null = null
  const tell = (trouble: Trouble | null) => {
    if (!closed) events.trouble(trouble ?? deaf)
  }
  const sent: Sent = (error) => tell(error ? codeOf(error) : null)

  // The library's types know the options of a service only; these are the socket's. Without the second argument a
  // failed answer would throw out of a socket's callback.
  const options = { interface: network.address, bind: '0.0.0.0' }
  const bonjour = new Bonjour(options as ConstructorParameters<typeof Bonjour>[0], sent)
  const { mdns, registry } = (bonjour as unknown as Inner).server
  mdns.on('error', (error) => tell(codeOf(error)))
  // A packet that cannot be read is a warning too; only a failed call to the system means the line is deaf.
  mdns.on('warning', (error) => {
    if (error.syscall === undefined) return
    deaf = codeOf(error)
    tell(deaf)
  })
  mdns.on('networkInterface', () => {
    deaf = null
    tell(null)
  })
  mdns.on('ready', () => tell(null))
  mdns.on('response', (packet, from) => {
    if (!closed && from.port === 5353) events.response(packet, from.address)
  })

  const attempt = (act: () => void) => {
    if (closed) return
    try {
      act()
    } catch (error) {
      tell(codeOf(error))
    }
  }
  const announce = (published: Service) => attempt(() => mdns.respond(published.records(), sent))

  return {
    ask: () => attempt(() => mdns.query(serviceName, 'PTR', sent)),
    publish: ({ name, port, txt }) =>
      attempt(() => {
        const published = bonjour.publish({
          ...{ name, port, txt, type: serviceType, host: `${name}.local`, probe: false, disableIPv6: true },
        })
        service = published
        repeat = setTimeout(() => announce(published), repeatMs)
        repeat.unref()
      }),
    retext: (txt) => {
      const published = service
      if (!published) return
      published.txt = txt
      // Queries, and the library's own later announcements, are answered from records that it made at the beginning.
      const fresh = published.records().find(({ type }) => type === 'TXT')
      const kept = registry.TXT?.find(({ name }) => name === published.fqdn)
      if (kept && fresh) kept.data = fresh.data
      announce(published)
    },
    close: () =>
      new Promise((done) => {
        clearTimeout(repeat)
        if (closed) return done()
        closed = true
        const end = () => {
          clearTimeout(patience)
          try {
            bonjour.destroy(done)
          } catch {
            done()
          }
        }
        const patience = setTimeout(end, goodbyeMs)
        try {
          bonjour.unpublishAll(end)
        } catch {
          end()
        }
      }),
  }
}

function codeOf(error: unknown): Trouble {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return typeof code === 'string' ? code : 'UNKNOWN'
}
