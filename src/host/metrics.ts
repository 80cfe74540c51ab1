/** What the host counts, and how it tells: OpenMetrics text for `GET /metrics`. */

import type { Reason } from '../protocol/reasons.ts'

const tickBuckets = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032]

export interface Gauges {
  rooms: number
  sessions: number
  players: number
  backlogBytes: number
}

export class Metrics {
  ticks = 0
  bytesIn = 0
  bytesOut = 0
  joins = 0
  errors = 0
  readonly #ended = new Map<Reason, number>()
  readonly #tickCounts: number[] = tickBuckets.map(() => 0)
  #tickSeconds = 0
  #tickCount = 0

  /** A session ended or was turned down, for this reason. */
  ended(reason: Reason): void {
    this.#ended.set(reason, (this.#ended.get(reason) ?? 0) + 1)
  }

  /** One round of ticks took so many milliseconds, rules and sending together. */
  tickTook(milliseconds: number): void {
    const seconds = milliseconds / 1000
    this.#tickSeconds += seconds
    this.#tickCount++
    for (const [i, limit] of tickBuckets.entries())
      if (seconds <= limit) this.#tickCounts[i] = (this.#tickCounts[i] ?? 0) + 1
  }

  text(gauges: Gauges): string {
    const lines: string[] = []
    const family = (name: string, type: string, help: string, samples: string[]) => {
      lines.push(`# TYPE ${name} ${type}`, `# HELP ${name} ${help}`, ...samples)
    }
    const one = (name: string, type: 'gauge' | 'counter', help: string, value: number) =>
      family(name, type, help, [`${name}${type === 'counter' ? '_total' : ''} ${value}`])
    one('romp_rooms', 'gauge', 'Rooms that exist.', gauges.rooms)
    one('romp_sessions', 'gauge', 'Connections that are open.', gauges.sessions)
    one('romp_players', 'gauge', 'Seats taken, bots and held seats included.', gauges.players)
    one(
      'romp_backlog_bytes',
      'gauge',
      'Bytes accepted for connections and not yet sent.',
      gauges.backlogBytes,
    )
    one('romp_ticks', 'counter', 'Simulation steps made, over all rooms.', this.ticks)
    one('romp_joins', 'counter', 'Joins that were let in, comebacks included.', this.joins)
    one('romp_received_bytes', 'counter', 'Payload bytes received.', this.bytesIn)
    one('romp_sent_bytes', 'counter', 'Payload bytes sent.', this.bytesOut)
    one('romp_errors', 'counter', 'Faults of our own that a room was restarted after.', this.errors)
    family(
      'romp_refusals',
      'counter',
      'Sessions turned down or ended by the host, by reason.',
      [...this.#ended].map(([reason, count]) => `romp_refusals_total{reason="${reason}"} ${count}`),
    )
    family('romp_tick_seconds', 'histogram', 'Time that a round of ticks takes.', [
      ...tickBuckets.map((limit, i) => `romp_tick_seconds_bucket{le="${limit}"} ${this.#tickCounts[i]}`),
      `romp_tick_seconds_bucket{le="+Inf"} ${this.#tickCount}`,
      `romp_tick_seconds_sum ${this.#tickSeconds}`,
      `romp_tick_seconds_count ${this.#tickCount}`,
    ])
    return `${lines.join('\n')}\n# EOF\n`
  }
}
