/** One mDNS line on every usable network, as networks come and go and lines break. */

import type { Network } from './addresses.ts'
import type { Line, OpenLine, Trouble } from './mdns-line.ts'
import { networkKey } from './networks.ts'

/** A line that does not carry is opened anew after so many milliseconds. */
const reopenAfter = 10_000

interface OpenedLine {
  network: Network
  line: Line
  openedAt: number
  trouble: Trouble | null
}

export interface LinesSetup {
  open: OpenLine
  /** A line was opened: ask or publish on it. */
  opened(line: Line): void
  response(packet: unknown, source: string): void
}

/** `none` where there is no network, `carries` where at least one line does. */
export type Condition = { kind: 'none' } | { kind: 'carries' } | { kind: 'broken'; trouble: Trouble }

export class Lines {
  readonly #setup: LinesSetup
  readonly #lines = new Map<string, OpenedLine>()
  readonly #closing = new Set<Promise<void>>()

  constructor(setup: LinesSetup) {
    this.#setup = setup
  }

  /** Opens and closes lines so that there is one for each network; `anew` replaces those that stay. */
  follow(networks: readonly Network[], anew: boolean): void {
    const wanted = new Map(networks.map((network) => [networkKey(network), network]))
    const before = [...this.#lines]
    for (const [key, network] of wanted) if (anew || !this.#lines.has(key)) this.#open(key, network)
    // New lines first: whoever hears both an announcement and a goodbye never sees the party gone.
    for (const [key, old] of before) {
      if (this.#lines.get(key) === old && wanted.has(key)) continue
      if (!wanted.has(key)) this.#lines.delete(key)
      this.#close(old.line)
    }
  }

  /** Opens broken lines anew. Call now and then. */
  mend(): void {
    for (const [key, old] of [...this.#lines]) {
      if (old.trouble === null || performance.now() - old.openedAt < reopenAfter) continue
      this.#open(key, old.network)
      this.#close(old.line)
    }
  }

  each(act: (line: Line) => void): void {
    for (const { line } of this.#lines.values()) act(line)
  }

  get condition(): Condition {
    const lines = [...this.#lines.values()]
    if (lines.length === 0) return { kind: 'none' }
    const broken = lines.find(({ trouble }) => trouble !== null)
    if (!broken?.trouble || lines.some(({ trouble }) => trouble === null)) return { kind: 'carries' }
    return { kind: 'broken', trouble: broken.trouble }
  }

  /** Says goodbye on every line. Settles within a second. */
  async close(): Promise<void> {
    this.follow([], false)
    await Promise.all(this.#closing)
  }

  #open(key: string, network: Network): void {
    const { open, opened, response } = this.#setup
    // Trouble may be told before there is a line to note it on.
    let early: Trouble | null = null
    const tell: { to: OpenedLine | null } = { to: null }
    const line = open(network, {
      response,
      trouble: (trouble) => {
        if (tell.to) tell.to.trouble = trouble
        else early = trouble
      },
    })
    tell.to = { network, line, openedAt: performance.now(), trouble: early }
    this.#lines.set(key, tell.to)
    opened(line)
  }

  #close(line: Line): void {
    const closing = line.close()
    this.#closing.add(closing)
    void closing.finally(() => this.#closing.delete(closing))
  }
}
