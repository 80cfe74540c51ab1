/** The stand-in's power: it never sleeps by itself, and writes down who keeps it awake. */

import { EventEmitter } from 'node:events'
import { record } from './outside.ts'

/** On Linux Electron's own hears of `shutdown` only where that is not the first thing that anybody listens for. */
class PowerMonitor extends EventEmitter {
  #hearsShutdown = process.platform !== 'linux'

  constructor() {
    super()
    this.once('newListener', () => {
      this.on('newListener', (word) => {
        if (word === 'shutdown') this.#hearsShutdown = true
      })
    })
  }

  override emit(word: string | symbol, ...given: unknown[]): boolean {
    return (word !== 'shutdown' || this.#hearsShutdown) && super.emit(word, ...given)
  }
}

export const powerMonitor = new PowerMonitor()

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
