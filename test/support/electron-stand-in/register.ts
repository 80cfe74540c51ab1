/**
 * Lets the built desktop app run where Electron's binary is not: `node --import ./register.ts out/main/index.js`.
 * Its main process runs in this Node, its page in a real Chromium, its preload in a real isolated world there.
 */

import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'electron' ? standIn : specifier, context),
})
