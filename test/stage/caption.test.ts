import { describe, expect, it } from 'vitest'
import { Caption, withoutClocks } from '../../src/renderer/stage/caption.ts'
import { newSignBoard } from '../../src/renderer/stage/signs.ts'

/** What is shown and read out while `say` says what it says, looked at each 20 ms. */
function listen(seconds: number, say: (second: number) => string | null) {
  const board = newSignBoard()
  const caption = new Caption(board)
  const spoken: (string | null)[] = []
  const shown: (string | null)[] = []
  board.subscribe((now, before) => {
    if (now.spoken !== before.spoken) spoken.push(now.spoken)
    if (now.caption !== before.caption) shown.push(now.caption)
  })
  for (let now = 0; now <= seconds * 1000; now += 20) caption.pass(now, () => say(Math.floor(now / 1000)))
  return { spoken, shown }
}

describe('the line above the field', () => {
  it('shows a clock that runs, and does not read each second out', () => {
    const { spoken, shown } = listen(20, (second) => `Round 1 of 5 · 0:${String(40 - second)}`)
    expect(shown.length).toBeGreaterThan(18)
    expect(spoken).toEqual(['Round 1 of 5 · 0:40'])
  })

  it('reads out what really changed', () => {
    const { spoken } = listen(12, (second) => (second < 6 ? 'Round 1 of 5' : 'Round 2 of 5'))
    expect(spoken).toEqual(['Round 1 of 5', 'Round 2 of 5'])
  })

  it('does not chatter: what changes too often is read out now and then, in its last form', () => {
    const { spoken } = listen(10, (second) => `Lead: ${second % 2 ? 'Anna' : 'Ben'}`)
    expect(spoken.length).toBeLessThanOrEqual(5)
  })

  it('falls silent at once', () => {
    const { spoken, shown } = listen(4, (second) => (second < 1 ? 'Your turn' : null))
    expect(spoken).toEqual(['Your turn', null])
    expect(shown).toEqual(['Your turn', null])
  })

  it('asks seldom, since a view may think about it', () => {
    let asked = 0
    listen(1, () => {
      asked++
      return null
    })
    expect(asked).toBeLessThan(12)
  })

  it('knows clocks and seconds from numbers that mean something', () => {
    expect(withoutClocks('Round 2 of 5 · 1:05')).toBe('Round 2 of 5 · …')
    expect(withoutClocks('12 s left')).toBe('… left')
    expect(withoutClocks('3 seconds to pick')).toBe('… to pick')
    expect(withoutClocks('12 to go, 3 stars')).toBe('12 to go, 3 stars')
  })
})
