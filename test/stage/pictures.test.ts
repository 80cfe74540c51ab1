import { describe, expect, it } from 'vitest'
import { putSharp } from '../../src/games/view-pictures.ts'
import { fakeCanvas } from './fake-canvas.ts'

const image = (width: number, height: number) => ({ width, height }) as HTMLCanvasElement

/** The fake canvas shows 0.8 pixels a unit, and begins 40 pixels down. */
function drawn(picture: HTMLCanvasElement, x: number, y: number, width: number, height: number) {
  const { canvas, calls } = fakeCanvas()
  putSharp(canvas, picture, { left: x, top: y, width, height })
  return calls.filter(({ name }) => name !== 'getTransform')
}

describe('a picture as large as it is wanted', () => {
  it('is copied to whole pixels, and leaves the canvas’s units as they were', () => {
    const calls = drawn(image(80, 24), 10.3, 20.7, 100, 30)
    expect(calls.map(({ name }) => name)).toEqual(['setTransform', 'drawImage', 'setTransform'])
    expect(calls[0]!.args).toEqual([1, 0, 0, 1, 8, 57])
    expect(calls[1]!.args.slice(1)).toEqual([0, 0])
    expect(calls[2]!.args).toEqual([0.8, 0, 0, 0.8, 0, 40])
  })

  it('is scaled where it is not', () => {
    const calls = drawn(image(160, 48), 10.3, 20.7, 100, 30)
    expect(calls.map(({ name }) => name)).toEqual(['drawImage'])
    expect(calls[0]!.args.slice(1)).toEqual([10.3, 20.7, 100, 30])
  })
})
