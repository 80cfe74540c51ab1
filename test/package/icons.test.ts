/** The icons that are packed are those that build/icons.ts makes of build/icon.svg today. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumArguments, needChromium } from '../support/chromium.ts'
import { filesUnder } from '../support/packaging/packed-app.ts'
import { root } from '../support/packaging/packing.ts'

/** Of 255, on average: another Chromium may smooth an edge in its own way. */
const tolerance = 2

describe('icons', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'romp-icons-'))
    execFileSync(process.execPath, [join(root, 'build/icons.ts'), folder])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every one of them is there, and shows what the drawing shows', async () => {
    const names = filesUnder(folder)
    expect(names).toEqual(expect.arrayContaining(['icon.icns', 'icon.ico', 'icon.png', 'icons/16x16.png']))
    const pairs = names.flatMap((name) => {
      const drawn = picturesIn(readFileSync(join(folder, name)))
      const kept = picturesIn(readFileSync(join(root, 'build', name)))
      expect(kept.length, name).toBe(drawn.length)
      return drawn.map((picture, index) => ({ name: `${name} ${index}`, drawn: picture, kept: kept[index]! }))
    })
    expect(pairs.length).toBeGreaterThan(20)
    const other = pairs.filter(({ drawn, kept }) => !drawn.equals(kept))
    expect((await differences(other)).filter(({ by }) => by > tolerance)).toEqual([])
  })
})

/** Every PNG within a file, whichever container it is: from its signature to the end of its last chunk. */
function picturesIn(file: Buffer): Buffer[] {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pictures: Buffer[] = []
  for (let at = file.indexOf(signature); at >= 0; at = file.indexOf(signature, at + 1)) {
    pictures.push(file.subarray(at, file.indexOf('IEND', at) + 8))
  }
  return pictures
}

interface Pair {
  name: string
  drawn: Buffer
  kept: Buffer
}

/** How far two pictures are apart, of 255; infinitely where their sizes differ. */
async function differences(pairs: readonly Pair[]): Promise<{ name: string; by: number }[]> {
  if (pairs.length === 0) return []
  const browser = await chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments] })
  try {
    const page = await browser.newPage()
    const urls = pairs.map(({ drawn, kept }) =>
      [drawn, kept].map((png) => `data:image/png;base64,${png.toString('base64')}`),
    )
    const apart = await page.evaluate(async (all) => {
      const pixels = async (url: string) => {
        const image = new Image()
        image.src = url
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
        context.drawImage(image, 0, 0)
        return { width: image.width, bytes: context.getImageData(0, 0, image.width, image.height).data }
      }
      return await Promise.all(
        all.map(async ([drawn = '', kept = '']) => {
          const [a, b] = await Promise.all([pixels(drawn), pixels(kept)])
          if (a.width !== b.width || a.bytes.length !== b.bytes.length) return Number.MAX_VALUE
          return (
            a.bytes.reduce((sum, byte, at) => sum + Math.abs(byte - (b.bytes[at] ?? 0)), 0) / a.bytes.length
          )
        }),
      )
    }, urls)
    return pairs.map(({ name }, index) => ({ name, by: apart[index] ?? Number.MAX_VALUE }))
  } finally {
    await browser.close()
  }
}
