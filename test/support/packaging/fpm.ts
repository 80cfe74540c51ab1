/**
 * As much of fpm as electron-builder asks for when it makes a deb, over Debian's dpkg-deb: Debian has no fpm, and the
 * packager's own copy of it may be out of reach. Control fields are written as fpm's template has them.
 */

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const flags = new Set(['--force', '--debug'])
const given = new Map<string, string[]>()
const contents: string[] = []
const rest = process.argv.slice(2)
for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
  if (flags.has(word)) continue
  if (word.startsWith('-')) given.set(word, [...(given.get(word) ?? []), rest.shift() ?? ''])
  else contents.push(word)
}
const one = (name: string): string => given.get(name)?.at(-1) ?? ''
const all = (name: string): string => (given.get(name) ?? []).join(', ')
if (one('-s') !== 'dir' || one('-t') !== 'deb') throw new Error('only a folder becomes a deb here')

const tree = mkdtempSync(join(tmpdir(), 'romp-deb-'))
chmodSync(tree, 0o755)
for (const content of contents) {
  const [from = '', to = ''] = content.split('=')
  const target = join(tree, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, dereference: false, verbatimSymlinks: true })
}
const files = readdirSync(tree, { recursive: true, withFileTypes: true })
const kilobytes = files.reduce(
  (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size / 1024 : 0),
  0,
)
const [synopsis = '', ...more] = one('--description').split('\n')
const fields: Record<string, string> = {
  Package: one('--name'),
  Version: one('--version'),
  License: one('--license'),
  Vendor: one('--vendor'),
  Architecture: one('--architecture'),
  Maintainer: one('--maintainer'),
  'Installed-Size': String(Math.ceil(kilobytes)),
  Depends: all('-d'),
  Recommends: all('--deb-recommends'),
  Section: one('--category'),
  Priority: one('--deb-priority'),
  Homepage: one('--url'),
  Description: [synopsis, ...more.map((line) => ` ${line}`)].join('\n'),
}
const control = join(tree, 'DEBIAN')
mkdirSync(control)
writeFileSync(
  join(control, 'control'),
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join(''),
)
for (const [option, name] of [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
] as const) {
  cpSync(one(option), join(control, name))
  chmodSync(join(control, name), 0o755)
}
const configurations = files
  .filter((entry) => entry.isFile())
  .map((entry) => `/${relative(tree, join(entry.parentPath, entry.name))}`)
  .filter((path) => path.startsWith('/etc/'))
if (configurations.length > 0) writeFileSync(join(control, 'conffiles'), `${configurations.join('\n')}\n`)
execFileSync('dpkg-deb', [
  '--root-owner-group',
  `-Z${one('--deb-compression')}`,
  // Small files that nobody keeps: what they hold is looked at, not how well they shrink.
  '-z1',
  '--build',
  tree,
  one('--package'),
])
rmSync(tree, { recursive: true, force: true })
