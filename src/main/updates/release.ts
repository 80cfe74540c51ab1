/** A release as its makers published it, made fit for the screen. */

import type { UpdateInfo } from 'electron-updater'
import type { Release } from '../../platform/updates.ts'
import { cleanLine } from '../../protocol/text.ts'
import type { Copy } from './copy.ts'
import { UpdateError } from './failure-words.ts'

const endings = { appimage: '.appimage', nsis: '.exe', mac: '.zip' } as const
const mostLines = 60
const longestLine = 200

/** Throws where the release has no file for this kind of copy. */
export function releaseOf(info: UpdateInfo, kind: Exclude<Copy['kind'], 'fixed'>): Release {
  const files =
    info.files?.filter(({ url }) => url.toLowerCase().split('?')[0]?.endsWith(endings[kind])) ?? []
  // As electron-updater chooses it: the one that is named after this processor, or else the first.
  const file = files.find(({ url }) => url.includes(process.arch)) ?? files[0]
  if (!file) throw new UpdateError('ROMP_NO_FILE', `${info.version} has no ${endings[kind]} file`)
  const bytes = Number.isSafeInteger(file.size) && (file.size ?? 0) > 0 ? (file.size ?? null) : null
  return { version: cleanLine(info.version, 40), notes: notesOf(info.releaseNotes), bytes }
}

/** GitHub gives HTML, a feed of one's own what somebody wrote; the screen gets lines of text. */
export function notesOf(given: UpdateInfo['releaseNotes']): string {
  const text = Array.isArray(given) ? given.map(({ note }) => note ?? '').join('\n') : (given ?? '')
  return plain(text.slice(0, 50_000))
    .split('\n')
    .map((line) => cleanLine(line, longestLine))
    .filter((line, at, lines) => line !== '' || (lines[at - 1] ?? '') !== '')
    .slice(0, mostLines)
    .join('\n')
    .trim()
}

/** React draws it as text: what looks like markup here must only not be in the way of reading. */
function plain(text: string): string {
  return text
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<li\b[^>]*>/gi, '\n• ')
    .replaceAll(/<\/?(p|div|br|ul|ol|h[1-6]|tr|pre|blockquote)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/&(lt|gt|quot|apos|nbsp|#39|amp);/g, (_all, name: string) => entities[name] ?? '')
}

const entities: Record<string, string> = {
  ...{ lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', '#39': '’', amp: '&' },
}
