/**
 * Libraries that export what NSIS scripts call, and do nothing: electron-builder's plugins are not in Debian, and its
 * scripts compile only where makensis finds each called function in some library of its plugin folder.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sectionAt = 0x200
const sectionRva = 0x1000
const directoryBytes = 40

export function writePlugins(folder: string, plugins: Record<string, readonly string[]>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, functions] of Object.entries(plugins)) {
    writeFileSync(join(folder, `${name}.dll`), library(`${name}.dll`, functions))
  }
}

/** A 32-bit PE library (the format is Microsoft's "PE Format") whose one section is its table of exports. */
function library(name: string, functions: readonly string[]): Buffer {
  const exported = exportTable(name, [...functions].sort())
  const headers = Buffer.alloc(sectionAt)
  headers.write('MZ', 0, 'latin1')
  headers.writeUInt32LE(64, 60)
  headers.write('PE\0\0', 64, 'latin1')
  // File header: i386, one section, 224 bytes of optional header, a 32-bit executable library.
  headers.writeUInt16LE(0x14c, 68)
  headers.writeUInt16LE(1, 70)
  headers.writeUInt16LE(224, 84)
  headers.writeUInt16LE(0x2102, 86)
  // Optional header: PE32, aligned to 4096 in memory and 512 in the file, a window's subsystem, 16 directories.
  const optional = 88
  headers.writeUInt16LE(0x10b, optional)
  headers.writeUInt32LE(0x10000000, optional + 28)
  headers.writeUInt32LE(0x1000, optional + 32)
  headers.writeUInt32LE(0x200, optional + 36)
  headers.writeUInt16LE(4, optional + 48)
  headers.writeUInt32LE(sectionRva + 0x1000 * Math.ceil(exported.length / 0x1000), optional + 56)
  headers.writeUInt32LE(sectionAt, optional + 60)
  headers.writeUInt16LE(2, optional + 68)
  headers.writeUInt32LE(16, optional + 92)
  headers.writeUInt32LE(sectionRva, optional + 96)
  headers.writeUInt32LE(exported.length, optional + 100)
  const section = optional + 224
  headers.write('.edata', section, 'latin1')
  headers.writeUInt32LE(exported.length, section + 8)
  headers.writeUInt32LE(sectionRva, section + 12)
  headers.writeUInt32LE(Math.ceil(exported.length / 0x200) * 0x200, section + 16)
  headers.writeUInt32LE(sectionAt, section + 20)
  headers.writeUInt32LE(0x40000040, section + 36)
  return Buffer.concat([headers, exported, Buffer.alloc((0x200 - (exported.length % 0x200)) % 0x200)])
}

/** The directory, the functions' addresses, their names' addresses, their ordinals, and the names. */
function exportTable(name: string, functions: readonly string[]): Buffer {
  const count = functions.length
  const addresses = directoryBytes
  const pointers = addresses + 4 * count
  const ordinals = pointers + 4 * count
  const table = Buffer.alloc(ordinals + 2 * count)
  let end = table.length
  const strings = [name, ...functions].map((text) => {
    const at = sectionRva + end
    end += text.length + 1
    return { at, bytes: Buffer.from(`${text}\0`, 'latin1') }
  })
  const [own, ...names] = strings
  table.writeUInt32LE(own?.at ?? 0, 12)
  table.writeUInt32LE(1, 16)
  table.writeUInt32LE(count, 20)
  table.writeUInt32LE(count, 24)
  table.writeUInt32LE(sectionRva + addresses, 28)
  table.writeUInt32LE(sectionRva + pointers, 32)
  table.writeUInt32LE(sectionRva + ordinals, 36)
  names.forEach(({ at }, index) => {
    table.writeUInt32LE(sectionRva, addresses + 4 * index)
    table.writeUInt32LE(at, pointers + 4 * index)
    table.writeUInt16LE(index, ordinals + 2 * index)
  })
  return Buffer.concat([table, ...strings.map(({ bytes }) => bytes)])
}
