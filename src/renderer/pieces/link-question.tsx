/** Asks whether to leave the party for the one that a link leads to. */

import { useStore } from 'zustand'
import { authority } from '../../protocol/link.ts'
import { useHosted } from '../session/hosted.ts'
import { hostedAt } from '../session/invitations.ts'
import { answerWay, askedWay } from '../session/links.ts'
import { place } from '../session/place.ts'
import { Button } from './button.tsx'
import { usePlatform } from './platform-context.ts'
import { Sheet } from './sheet.tsx'

export function LinkQuestion() {
  const platform = usePlatform()
  const target = useStore(askedWay, (way) => way.target)
  const open = useStore(place, (now) => now.open)
  const hosted = useHosted()
  const isOwn = open !== null && hostedAt(hosted, open.target) !== null
  const answer = (go: boolean) => answerWay(platform, go)
  return (
    <Sheet
      open={target !== null}
      onClose={() => answer(false)}
      title="Go to another party?"
      size="small"
      about={
        <>
          You opened a link to the party at {target && authority(target)}.{' '}
          {isOwn
            ? 'You would leave your own party, which goes on without you.'
            : `You would leave ${open?.party.state.room?.name ?? 'the party that you are in'}.`}
        </>
      }
      actions={
        <>
          <Button onClick={() => answer(false)}>Stay here</Button>
          <Button look="main" onClick={() => answer(true)}>
            Go there
          </Button>
        </>
      }
    />
  )
}
