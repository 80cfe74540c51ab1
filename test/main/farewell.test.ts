import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ dialog: {} }))
const { whoIsIn } = await import('../../src/main/farewell.ts')

describe('the question before a party ends', () => {
  it.each([
    [['Nina'], 'Nina is in your party.'],
    [['Nina', 'Ben'], 'Nina and Ben are in your party.'],
    [['Nina', 'Ben', 'Ida'], 'Nina and 2 others are in your party.'],
    [Array.from({ length: 31 }, (_, i) => `P${i}`), 'P0 and 30 others are in your party.'],
  ])('names one and counts the others: %j', (guests, words) => {
    expect(whoIsIn(guests)).toBe(words)
  })
})
