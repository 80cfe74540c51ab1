/** One line of the chat. */

import type { CSSProperties } from 'react'
import type { Line } from '../../../protocol/messages.ts'
import { useMood } from '../../session/comforts.ts'
import { playerColours } from '../../stage/palette.ts'
import { happening } from '../../words/lines.ts'

export interface ChatLineProps {
  line: Line
  mine: boolean
  nameOf(seat: number): string
}

export function ChatLine({ line, mine, nameOf }: ChatLineProps) {
  const mood = useMood()
  const dab = { '--dab': playerColours[mood][line.colour] } as CSSProperties
  if (line.kind !== 'said') {
    return (
      <p className="chat-line happened small">
        <i className="dab" style={dab} />
        <span>
          <b>{line.name}</b> {happening(line)}
        </span>
      </p>
    )
  }
  const whispered = line.to !== undefined
  return (
    <p className={`chat-line said ${mine ? 'mine' : ''} ${whispered ? 'whispered' : ''}`}>
      <span className="chat-who small">
        <i className="dab" style={dab} />
        <b>{mine ? 'You' : line.name}</b>
        {line.to !== undefined && <span> whispered to {nameOf(line.to)}</span>}
      </span>
      <span className="chat-text">{line.text}</span>
    </p>
  )
}
