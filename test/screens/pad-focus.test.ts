/** Where a gamepad's cross takes the focus. */

import { describe, expect, it } from 'vitest'
import { type Box, nearest } from '../../src/renderer/pieces/pad-focus.ts'

const box = (left: number, top: number, width = 100, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

describe('the cross', () => {
  const from = box(200, 200)

  it('goes to the closest that lies that way', () => {
    const boxes = [box(200, 300), box(200, 260), box(200, 100), box(400, 200)]
    expect(nearest(from, boxes, 'down')).toBe(1)
    expect(nearest(from, boxes, 'up')).toBe(2)
    expect(nearest(from, boxes, 'right')).toBe(3)
  })

  it('stays where nothing lies that way', () => {
    expect(nearest(from, [box(200, 300)], 'left')).toBeNull()
    expect(nearest(from, [], 'up')).toBeNull()
  })

  it('prefers what is straight ahead over what is closer and aside', () => {
    expect(nearest(from, [box(420, 250), box(220, 330)], 'down')).toBe(1)
  })

  it('comes back the way it went', () => {
    const below = box(180, 260)
    expect(nearest(from, [below], 'down')).toBe(0)
    expect(nearest(below, [from], 'up')).toBe(0)
  })
})
