/** Asks once before a game that is on ends for everyone. */

import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { useEvening } from './use-evening.ts'

export function EndQuestion({ party, open, onClose }: { party: Party; open: boolean; onClose(): void }) {
  const now = useEvening(party)
  const left = now ? now.evening.playlist.length - now.evening.at - 1 : 0
  const end = () => {
    party.ask({ type: 'end', content: {} })
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={`End ${now?.game?.title ?? 'the game'}?`}
      size="small"
      about={`Everyone goes back to the meadow, and this game counts for nothing.${
        left > 0 ? ' The rest of the playlist is dropped, too.' : ''
      }`}
      actions={
        <>
          <Button onClick={onClose}>Play on</Button>
          <Button look="danger" onClick={end}>
            End it
          </Button>
        </>
      }
    />
  )
}
