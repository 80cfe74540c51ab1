/**
 * Makes the app's icons from build/icon.svg: `npm run icons`. Needs a Chromium, which draws them. They go to the folder
 * that is named, else to this one.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumArguments, needChromium } from '../test/support/chromium.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))
const drawing = readFileSync(`${folder}icon.svg`, 'utf8')
const target = process.argv[2] ? `${process.argv[2]}/` : folder

/** What each place of an ICNS file is called, by its size in pixels. */
const icnsTypes: Record<number, readonly string[]> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** The folders that icon themes look in; 22 is what panels of KDE and Xfce ask for. */
const linuxSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512]

const sizes = [...new Set([...icoSizes, ...linuxSizes, ...Object.keys(icnsTypes).map(Number)])]
const pictures = await draw(sizes)
const picture = (size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0)

writeFileSync(`${target}icon.png`, picture(512))
mkdirSync(`${target}icons`, { recursive: true })
for (const size of linuxSizes) writeFileSync(`${target}icons/${size}x${size}.png`, picture(size))
writeFileSync(`${target}icon.ico`, ico(icoSizes))
writeFileSync(`${target}icon.icns`, icns())

async function draw(all: readonly number[]): Promise<Map<number, Buffer>> {
  const browser = await chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments] })
  const drawn = new Map<number, Buffer>()
  try {
    const page = await browser.newPage()
    for (const size of all) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`)
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
  } finally {
    await browser.close()
  }
  return drawn
}

/** A directory of PNGs: 6 bytes of header, 16 for each entry, then the pictures. */
function ico(all: readonly number[]): Buffer {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(all.length, 4)
  let offset = 6 + 16 * all.length
  const entries = all.map((size) => {
    const entry = Buffer.alloc(16)
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(picture(size).length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += picture(size).length
    return entry
  })
  return Buffer.concat([header, ...entries, ...all.map(picture)])
}

/** Blocks of a four-letter type, their length with these eight bytes, and a PNG. */
function icns(): Buffer {
  const block = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  const blocks = Object.entries(icnsTypes).flatMap(([size, types]) =>
    types.map((type) => block(type, picture(Number(size)))),
  )
  return block('icns', Buffer.concat(blocks))
}
