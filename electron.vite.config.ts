/** How the three bundles are built: main (ESM), preload (CJS, for the sandbox) and the page that hosts serve too. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The page is also served at /r/ROOM, so its files need absolute paths; electron-vite's preset insists on relative ones.
const absolutePaths = { name: 'romp:absolute-paths', enforce: 'post', config: () => ({ base: '/' }) } as const

export default defineConfig({
  main: {
    build: {
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/main/index.ts', 'host-process': 'src/main/host-process/index.ts' },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), absolutePaths],
    // Guests bring phones: not only the app's own Chromium runs this.
    build: {
      target: 'es2022',
      cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
      minify: true,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})
