/** What one mDNS packet says about parties: which ones are there, and which say goodbye. Hostile until proven otherwise. */

import { isNeighbour, type Network } from './addresses.ts'
import { type HeardParty, readTxt } from './txt-record.ts'

/** The service's type, and its name on the wire. */
export const serviceType = 'romp'
export const serviceName = `_${serviceType}._tcp.local`

const mostRecords = 256
const mostSightings = 16
const mostCandidates = 4

/** One published instance of a party. */
export interface Sighting {
  /** The instance's own name on the wire, lower-case. */
  instance: string
  /** The machine that said so. */
  source: string
  /** Where to ask, best first: the packet's source, then addresses it names on a network of ours. */
  addresses: string[]
  port: number
  heard: HeardParty
}

export interface Heard {
  sightings: Sighting[]
  goodbyes: { instance: string; source: string }[]
}

interface WireRecord {
  name: string
  type: string
  ttl: number
  data: unknown
}

/** Reads a decoded response. A packet from a machine that is on none of our networks says nothing. Never throws. */
export function readPacket(packet: unknown, source: string, networks: readonly Network[]): Heard {
  const heard: Heard = { sightings: [], goodbyes: [] }
  if (!isNeighbour(source, networks)) return heard
  const records = [...recordsIn(packet, 'answers'), ...recordsIn(packet, 'additionals')].slice(0, mostRecords)
  const instances = new Set<string>()
  for (const { type, name, ttl, data } of records) {
    if (type !== 'PTR' || name !== serviceName || typeof data !== 'string') continue
    const instance = data.toLowerCase()
    if (!instance.endsWith(`.${serviceName}`) || instances.has(instance) || instances.size >= mostSightings)
      continue
    instances.add(instance)
    if (ttl === 0) {
      heard.goodbyes.push({ instance, source })
      continue
    }
    const sighting = sightingOf(instance, source, records, networks)
    if (sighting) heard.sightings.push(sighting)
  }
  return heard
}

function sightingOf(
  instance: string,
  source: string,
  records: readonly WireRecord[],
  networks: readonly Network[],
): Sighting | null {
  const own = records.filter(({ name, ttl }) => name === instance && ttl > 0)
  const service = readService(own.find(({ type }) => type === 'SRV')?.data)
  const heard = readTxt(own.find(({ type }) => type === 'TXT')?.data)
  if (!service || !heard) return null
  const named = records
    .filter(({ type, name, ttl }) => type === 'A' && name === service.target && ttl > 0)
    .flatMap(({ data }) => (typeof data === 'string' && isNeighbour(data, networks) ? [data] : []))
  const addresses = [...new Set([source, ...named])].slice(0, mostCandidates)
  return { instance, source, addresses, port: service.port, heard }
}

function recordsIn(packet: unknown, section: 'answers' | 'additionals'): WireRecord[] {
  const records = isObject(packet) ? packet[section] : null
  if (!Array.isArray(records)) return []
  return records.slice(0, mostRecords).flatMap((record: unknown) => {
    if (!isObject(record)) return []
    const { name, type, ttl, data } = record
    if (typeof name !== 'string' || typeof type !== 'string' || typeof ttl !== 'number') return []
    return [{ name: name.toLowerCase(), type, ttl, data }]
  })
}

function readService(data: unknown): { port: number; target: string } | null {
  if (!isObject(data)) return null
  const { port, target } = data
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535) return null
  return typeof target === 'string' ? { port, target: target.toLowerCase() } : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
