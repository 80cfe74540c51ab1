/** Writes a picture as a PNG of 256 colours, with less grain: a third of the size, and hardly anybody sees it. */

import { crc32, deflateSync } from 'node:zlib'

interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, opacity for each pixel, by rows. Opacity is taken as full. */
  readonly data: Uint8Array
}

type Rgb = readonly [number, number, number]
interface Shade {
  readonly rgb: Rgb
  readonly count: number
}

const mostColours = 256
/** A pixel may differ so much from its neighbour and still be taken for the same: grain costs most. */
const grain = 240

export function smallPng({ width, height, data }: Pixels): Buffer {
  const palette = paletteOf(data)
  const nearest = nearestIn(palette)
  const near = (index: number, r: number, g: number, b: number) => {
    const colour = palette[index]
    return colour !== undefined && difference(colour, r, g, b) < grain
  }
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      const to = y * (width + 1) + 1 + x
      const left = x > 0 ? rows[to - 1] : undefined
      const above = y > 0 ? rows[to - width - 1] : undefined
      if (left !== undefined && near(left, r, g, b)) rows[to] = left
      else if (above !== undefined && near(above, r, g, b)) rows[to] = above
      else rows[to] = nearest(r, g, b)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Median cut: the box of colours that spreads most is halved, until there are enough. */
function paletteOf(data: Uint8Array): Rgb[] {
  const counts = new Map<number, number>()
  for (let at = 0; at < data.length; at += 4) {
    const key = key24(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const boxes: Shade[][] = [
    [...counts].map(([key, count]) => ({ rgb: [key >> 16, (key >> 8) & 255, key & 255], count })),
  ]
  while (boxes.length < mostColours) {
    boxes.sort((a, b) => spread(a).worth - spread(b).worth)
    const widest = boxes.pop()
    if (!widest || widest.length < 2) break
    const { channel } = spread(widest)
    widest.sort((a, b) => (a.rgb[channel] ?? 0) - (b.rgb[channel] ?? 0))
    boxes.push(...halve(widest))
  }
  return boxes.map(mean)
}

/** Where a box spreads most, and how much it is worth to halve it there: rare colours count, but less. */
function spread(box: readonly Shade[]): { channel: number; worth: number } {
  const widths = [0, 1, 2].map((channel) => {
    let least = 255
    let most = 0
    for (const { rgb } of box) {
      least = Math.min(least, rgb[channel] ?? 0)
      most = Math.max(most, rgb[channel] ?? 0)
    }
    return most - least
  })
  const width = Math.max(...widths)
  const pixels = box.reduce((sum, { count }) => sum + count, 0)
  return { channel: widths.indexOf(width), worth: width * Math.cbrt(pixels) }
}

function halve(box: readonly Shade[]): [Shade[], Shade[]] {
  const half = box.reduce((sum, { count }) => sum + count, 0) / 2
  let sum = 0
  let at = 0
  while (at < box.length - 1 && sum < half) sum += box[at++]?.count ?? 0
  const cut = Math.max(1, Math.min(box.length - 1, at))
  return [box.slice(0, cut), box.slice(cut)]
}

function mean(box: readonly Shade[]): Rgb {
  const pixels = box.reduce((sum, { count }) => sum + count, 0)
  const of = (channel: 0 | 1 | 2) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + rgb[channel] * count, 0) / pixels)
  return [of(0), of(1), of(2)]
}

function nearestIn(palette: readonly Rgb[]): (r: number, g: number, b: number) => number {
  const known = new Map<number, number>()
  return (r, g, b) => {
    const key = key24(r, g, b)
    let index = known.get(key)
    if (index === undefined) {
      let least = Number.POSITIVE_INFINITY
      index = 0
      for (const [i, colour] of palette.entries()) {
        const off = difference(colour, r, g, b)
        if (off < least) {
          least = off
          index = i
        }
      }
      known.set(key, index)
    }
    return index
  }
}

/** As an eye sees it, roughly; squared. */
function difference([pr, pg, pb]: Rgb, r: number, g: number, b: number): number {
  return (pr - r) ** 2 * 2 + (pg - g) ** 2 * 4 + (pb - b) ** 2 * 3
}

function key24(r: number, g: number, b: number): number {
  return (r << 16) | (g << 8) | b
}
