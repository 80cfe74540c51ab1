/** A line of the chat as text: for the panel, and read aloud. */

import type { Line } from '../../protocol/messages.ts'

/** What happened, without the name in front; null for something that was said. */
export function happening(line: Line): string | null {
  switch (line.kind) {
    case 'said':
      return null
    case 'joined':
      return 'joined'
    case 'left':
      return 'left'
    case 'dropped':
      return 'lost the connection'
    case 'returned':
      return 'is back'
    case 'removed':
      return 'was shown out'
    case 'renamed':
      return `was ${line.before} before`
  }
}

/** The whole line, for those who listen. */
export function spoken(line: Line, nameOf: (seat: number) => string): string {
  if (line.kind !== 'said') return `${line.name} ${happening(line)}`
  return line.to === undefined
    ? `${line.name}: ${line.text}`
    : `${line.name} whispers to ${nameOf(line.to)}: ${line.text}`
}
