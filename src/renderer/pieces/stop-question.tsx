/** Asks before the party ends for everyone who is in it. */

import { useState } from 'react'
import { failureText } from '../words/failures.ts'
import { Button } from './button.tsx'
import { usePlatform } from './platform-context.ts'
import { Sheet } from './sheet.tsx'

export interface StopQuestionProps {
  open: boolean
  /** How many people it ends for, oneself not counted. */
  others: number
  onClose(): void
  onStopped(): void
}

export function StopQuestion({ open, others, onClose, onStopped }: StopQuestionProps) {
  const { hosting } = usePlatform()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const stop = async () => {
    setBusy(true)
    const stopped = await hosting?.stop()
    setBusy(false)
    // A party that is closed already is what was asked for.
    if (!stopped || stopped.ok || stopped.code === 'not-hosting') onStopped()
    else setTrouble(failureText(stopped))
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Stop the party?"
      size="small"
      about={
        others === 0
          ? 'Nobody else is in it just now.'
          : others === 1
            ? 'One other player is in it. They will be told goodbye.'
            : `${others} others are in it. They will be told goodbye.`
      }
      actions={
        <>
          <Button onClick={onClose}>Keep it going</Button>
          <Button look="danger" onClick={stop} disabled={busy}>
            Stop the party
          </Button>
        </>
      }
    >
      {trouble && (
        <p role="alert" className="alarm">
          {trouble}
        </p>
      )}
    </Sheet>
  )
}
