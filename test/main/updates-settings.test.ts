import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettings } from '../../src/main/settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'romp-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fresh = { automaticUpdates: null, lookedAt: 0 }

describe('the app’s choices', () => {
  it('are kept, each by itself', () => {
    openSettings(folder).change({ automaticUpdates: false })
    openSettings(folder).change({ lookedAt: 5 })
    expect(openSettings(folder).read()).toEqual({ automaticUpdates: false, lookedAt: 5 })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it.each(['', '{"automaticUpdates":', '[]', 'null', '{"automaticUpdates":"yes","lookedAt":-1}'])(
    'are as if nobody chose where the file says %j',
    (text) => {
      writeFileSync(join(folder, 'settings.json'), text)
      expect(openSettings(folder).read()).toEqual(fresh)
    },
  )

  it('never stand half in the file', () => {
    const settings = openSettings(folder)
    settings.change({ automaticUpdates: true })
    // A draft that a power cut left behind is no choice.
    writeFileSync(join(folder, 'settings.json.new'), '{"automa')
    expect(openSettings(folder).read().automaticUpdates).toBe(true)
    settings.change({ lookedAt: 7 })
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ lookedAt: 7 })
  })
})
