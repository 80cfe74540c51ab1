/** The host process of a test: the product's own, but what it hosts is nobody else's to see. */

import { registerHooks } from 'node:module'

const silence = new URL('./quiet-discovery.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.endsWith('/discovery/discovery.ts') ? silence : specifier, context),
})
await import('../../src/main/host-process/index.ts')
