import { join, resolve, sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { fileFor } = await import('../../src/main/app-scheme.ts')

const folder = resolve('/romp/out/renderer')

describe('the app’s own scheme', () => {
  it('answers with the files of the built page', () => {
    expect(fileFor(folder, 'app://romp/assets/index-abc.js')).toBe(resolve(folder, 'assets/index-abc.js'))
  })

  it('answers a screen’s address with the page', () => {
    for (const url of ['app://romp/', 'app://romp/r/den', 'app://romp/settings?tab=1#top']) {
      expect(fileFor(folder, url)).toBe(resolve(folder, 'index.html'))
    }
  })

  it.each([
    'app://romp/../main/index.js',
    'app://romp/..%2f..%2fpackage.json',
    'app://romp/%2e%2e/%2e%2e/package.json',
    'app://romp/assets/..%5c..%5cpackage.json',
    'app://romp/assets/%00.js',
    'app://romp/%zz.js',
    'app://elsewhere/index.html',
    'not an address',
  ])('gives nothing outside of it: %s', (url) => {
    const file = fileFor(folder, url)
    expect(file === null || file.startsWith(join(folder, sep))).toBe(true)
  })

  it('answers for no other name', () => {
    expect(fileFor(folder, 'app://elsewhere/index.html')).toBeNull()
  })
})
