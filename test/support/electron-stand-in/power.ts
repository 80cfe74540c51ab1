/** The stand-in's power: it never sleeps by itself, and writes down who keeps it awake. */

import { EventEmitter } from 'node:events'
import { record } from './outside.ts'

export const powerMonitor = new EventEmitter()

let blockers = 0
const running = new Map<number, string>()

export const powerSaveBlocker = {
  start: (type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => {
    blockers += 1
    running.set(blockers, type)
    record('awake', [...running.values()])
    return blockers
  },
  stop: (id: number): boolean => {
    const stopped = running.delete(id)
    record('awake', [...running.values()])
    return stopped
  },
  isStarted: (id: number): boolean => running.has(id),
}
