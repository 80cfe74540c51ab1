/** What a utility process of the stand-in has besides Node: `process.parentPort`, and an end when main is gone. */

import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  postMessage = (message: unknown): void => {
    // Electron drops what goes to a main process that is gone.
    if (process.connected) process.send?.(message, undefined, undefined, () => {})
  }
}

const port = new ParentPort()
// Node keeps messages until somebody listens, as Electron does.
port.once('newListener', () => process.on('message', (data) => port.emit('message', { data, ports: [] })))
Object.defineProperty(process, 'parentPort', { value: port })

// Chromium ends a child whose main process is gone, whatever its script does.
process.once('disconnect', () => process.exit())
