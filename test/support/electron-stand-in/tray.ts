/** The stand-in's tray icon: nobody sees it, so it is written down. */

import { EventEmitter } from 'node:events'
import { record } from './outside.ts'

export class Tray extends EventEmitter {
  #tip = ''
  #destroyed = false

  constructor(image: Electron.NativeImage) {
    super()
    if (image.isEmpty()) throw new Error('a tray icon without a picture')
  }

  setToolTip(text: string): void {
    this.#tip = text
  }

  setContextMenu(_menu: Electron.Menu | null): void {
    record('tray', this.#tip)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  destroy(): void {
    this.#destroyed = true
    record('tray', null)
  }
}
