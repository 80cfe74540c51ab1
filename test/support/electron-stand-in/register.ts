/**
 * Lets the built desktop app run where Electron's binary is not: `node --import ./register.ts out/main/index.js`.
 * Its main process runs in this Node, its page in a real Chromium, its preload in a real isolated world there.
 */

import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== 'electron') return next(specifier, context)
    // What is bundled may be CommonJS, whose `require` takes no URLs; it is given the same module.
    return next(context.conditions.includes('require') ? fileURLToPath(standIn) : standIn, context)
  },
})
