/** One party from knocking to goodbye: the screen follows the party's status. */

import { useEffect, useRef } from 'react'
import { usePlatform } from '../../pieces/platform-context.ts'
import { toast } from '../../pieces/toasts.tsx'
import type { OpenParty } from '../../session/open-party.ts'
import { goHome } from '../../session/place.ts'
import { usePartOf } from '../../session/use-party.ts'
import { noticeText } from '../../words/notices.ts'
import { Doorstep } from '../ending/doorstep.tsx'
import { EndingScreen } from '../ending/ending-screen.tsx'
import { useBegunAnew } from './begun-anew.ts'
import { Play } from './play.tsx'

export function PartyScreen({ open }: { open: OpenParty }) {
  const platform = usePlatform()
  const { party } = open
  const status = usePartOf(party, (state) => state.status)
  const seated = usePartOf(party, (state) => state.seat !== null)
  useNotices(open)
  useBegunAnew(open)
  const backHome = () => goHome(platform)

  switch (status.phase) {
    case 'connecting':
    case 'asking':
      return <Doorstep party={party} status={status} onGiveUp={backHome} />
    case 'lost':
      return seated ? <Play open={open} /> : <Doorstep party={party} status={status} onGiveUp={backHome} />
    case 'joined':
      return <Play open={open} />
    case 'refused':
      return (
        <EndingScreen
          party={party}
          target={open.target}
          reason={status.reason}
          host={status.host}
          retryMs={status.retryMs}
          onHome={backHome}
        />
      )
    case 'over':
      return (
        <EndingScreen
          party={party}
          target={open.target}
          reason={status.reason}
          host={null}
          retryMs={null}
          onHome={backHome}
        />
      )
  }
}

function useNotices({ party }: OpenParty): void {
  const notice = usePartOf(party, (state) => state.notice)
  const shown = useRef(notice?.id ?? null)
  useEffect(() => {
    if (notice === null || notice.id === shown.current) return
    shown.current = notice.id
    toast(noticeText(notice), `notice ${notice.about}`)
  }, [notice])
}
