/**
 * Whether a host still lives. A crash says no goodbye and its mDNS pointer stays for hours, so hosts are asked:
 * grey after two unanswered questions, gone after four.
 */

import type { Advert } from '../protocol/advert.ts'

/** Milliseconds between two questions: four of them, and a late last one, fit into ten seconds. */
export const askEvery = 2000
/** Milliseconds that an answer may take. */
export const askPatience = 1500

const missesToFade = 2
const missesToGo = 4
/** One that is heard again is asked for so long: a card or a router that just came back takes a while to deliver. */
const revivedWithin = 10_000
/** A host that is gone, and not heard, is forgotten after so many milliseconds; until then it is not listed before it answers. */
const rememberedFor = 60_000

/** One host's pulse; times in milliseconds of any steady clock. */
export interface Pulse {
  misses: number
  /** When the last miss that counted was asked: questions put early, upon news, make nobody fade sooner. */
  countedAt: number
  /** Whether it has answered since it was last gone. */
  answered: boolean
  /** Set once it is gone: it is no longer listed, and asked only upon a sign of life, of which this is then the last. */
  goneAt: number | null
  /** Whether it was heard since it was gone. */
  revivable: boolean
  /** When to ask next; null while a question is on its way. */
  askAt: number | null
  /** When one of its instances said goodbye: a miss then settles it, an answer to a later question clears it. */
  doubtedAt: number | null
}

const neverCounted = Number.NEGATIVE_INFINITY

export function newPulse(now: number): Pulse {
  return {
    ...{ misses: 0, countedAt: neverCounted, answered: false, goneAt: null, revivable: false },
    ...{ askAt: now, doubtedAt: null },
  }
}

/** Null for one that is not to be listed. */
export function livenessOf(pulse: Pulse): Advert['liveness'] | null {
  if (pulse.goneAt !== null) return null
  if (pulse.misses >= missesToFade) return 'fading'
  return pulse.answered ? 'live' : 'found'
}

/** Whether to ask now; if so, the question counts as asked. */
export function takeQuestion(pulse: Pulse, now: number): boolean {
  if (pulse.askAt === null || now < pulse.askAt) return false
  pulse.askAt = null
  return true
}

/** The question of `askedAt` was answered. */
export function answered(pulse: Pulse, askedAt: number): void {
  Object.assign(pulse, { misses: 0, countedAt: neverCounted, answered: true, goneAt: null })
  if (pulse.doubtedAt !== null && pulse.doubtedAt <= askedAt) pulse.doubtedAt = null
  pulse.askAt = pulse.doubtedAt === null ? askedAt + askEvery : pulse.doubtedAt
}

/** The question of `askedAt` was not answered. */
export function missed(pulse: Pulse, askedAt: number, now: number): void {
  pulse.askAt = Math.max(askedAt + askEvery, now)
  if (pulse.goneAt === null) {
    if (askedAt - pulse.countedAt >= askPatience) {
      pulse.misses++
      pulse.countedAt = askedAt
    }
    if (pulse.misses < missesToGo && pulse.doubtedAt === null) return
    Object.assign(pulse, { goneAt: now, revivable: false, answered: false })
  }
  if (!pulse.revivable || now - (pulse.goneAt ?? now) > revivedWithin) pulse.askAt = Number.POSITIVE_INFINITY
}

/** It was heard again: one that is gone, perhaps for want of an open door, is asked before it is listed again. */
export function heard(pulse: Pulse, now: number): void {
  if (pulse.goneAt === null) return
  Object.assign(pulse, { goneAt: now, revivable: true })
  hurry(pulse, now)
}

/** Something about it has changed: ask now. */
export function hurry(pulse: Pulse, now: number): void {
  if (pulse.askAt !== null) pulse.askAt = now
}

/** One of its instances said goodbye: ask at once, and believe a first silence. */
export function doubt(pulse: Pulse, now: number): void {
  pulse.doubtedAt = now
  hurry(pulse, now)
}

/** Our own machine slept or changed networks: what was missed meanwhile says nothing. */
export function forgive(pulse: Pulse, now: number): void {
  pulse.misses = 0
  hurry(pulse, now)
}

export function isForgotten(pulse: Pulse, now: number): boolean {
  return pulse.goneAt !== null && pulse.askAt !== null && now - pulse.goneAt > rememberedFor
}
