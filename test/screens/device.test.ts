/** What a device remembers of its player, and what it does where it may not remember anything. */

import { describe, expect, it } from 'vitest'
import {
  carried,
  carriedIn,
  deviceSecret,
  keepAppearance,
  keepResume,
  keptAppearance,
  keptResume,
  type Shelf,
  shelf,
} from '../../src/platform/device.ts'
import { clientContents } from '../../src/protocol/messages.ts'

function storage(kept = new Map<string, string>()): Storage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size
    },
  }
}

const blocked = (): Storage => {
  throw new DOMException('The operation is insecure.')
}

const ramp = (bytes: Uint8Array) => void bytes.set(bytes.map((_, i) => 251 + i))

describe('the secret of a device', () => {
  it('is long and plain, and the same at the next visit', () => {
    const box = storage()
    const secret = deviceSecret(
      shelf(() => box),
      ramp,
    )
    expect(clientContents.join.shape.token.safeParse(secret).success).toBe(true)
    expect(
      deviceSecret(
        shelf(() => box),
        () => {},
      ),
    ).toBe(secret)
  })

  it('is made anew where somebody spoilt it', () => {
    const kept = shelf(() => storage(new Map([['romp.secret', '<script>']])))
    expect(clientContents.join.shape.token.safeParse(deviceSecret(kept, ramp)).success).toBe(true)
  })

  it('lasts for the visit where the browser blocks storage', () => {
    const kept = shelf(blocked)
    expect(deviceSecret(kept, ramp)).toBe(deviceSecret(kept, () => {}))
  })
})

describe('who the player is', () => {
  it('begins as a stranger who stays the same', () => {
    const box = storage()
    const first = keptAppearance(
      shelf(() => box),
      () => 0.4,
    )
    expect(first.name.length).toBeGreaterThan(0)
    expect(
      keptAppearance(
        shelf(() => box),
        () => 0.9,
      ),
    ).toEqual(first)
  })

  it('is what was chosen last', () => {
    const kept: Shelf = shelf(() => storage())
    const chosen = { name: 'Anna', colour: 'teal', shape: 'star' } as const
    const box = storage()
    keepAppearance(
      shelf(() => box),
      chosen,
    )
    expect(
      keptAppearance(
        shelf(() => box),
        () => 0,
      ),
    ).toEqual(chosen)
    expect(keptAppearance(kept, () => 0)).not.toEqual(chosen)
  })

  it.each([
    'not json',
    '{"name":"","colour":"teal","shape":"star"}',
    '{"name":"A","colour":"beige"}',
    'null',
  ])('is a new stranger where %s was kept', (text) => {
    const kept = shelf(() => storage(new Map([['romp.me', text]])))
    expect(clientContents.appear.safeParse(keptAppearance(kept, () => 0.2)).success).toBe(true)
  })
})

describe('the key of a seat', () => {
  it('belongs to one room, and is gone once the seat is given up', () => {
    const kept = shelf(() => storage())
    const box = storage()
    const same = shelf(() => box)
    keepResume(same, 'ws://host/play/a', 'k'.repeat(22))
    expect(keptResume(same, 'ws://host/play/a')).toBe('k'.repeat(22))
    expect(keptResume(same, 'ws://host/play/b')).toBeNull()
    keepResume(same, 'ws://host/play/a', null)
    expect(keptResume(same, 'ws://host/play/a')).toBeNull()
    expect(keptResume(kept, 'ws://host/play/a')).toBeNull()
  })
})

describe('going to another host’s page', () => {
  it('keeps who one is', () => {
    const me = { name: 'Zoë & Søn 🦊', colour: 'plum', shape: 'cloud' } as const
    expect(carriedIn(new URL(`http://10.0.0.9:8765/${carried(me)}`).hash)).toEqual(me)
  })

  it.each(['', '#', '#me=', '#me=%', '#me=%7B%7D', `#me=${'x'.repeat(9000)}`, '#other'])(
    'takes nobody from %j',
    (hash) => {
      expect(carriedIn(hash)).toBeNull()
    },
  )
})
