/** The sheets of an evening, behind its doors. */

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../../client/party.ts'
import { closeDoors, doors } from './doors.ts'
import { EndQuestion } from './end-question.tsx'
import { GameSheet } from './game-sheet.tsx'
import { HostSheet } from './host-sheet.tsx'
import { StandingsSheet } from './standings-sheet.tsx'
import { useEvening } from './use-evening.ts'

export function EveningSheets({ party }: { party: Party }) {
  const open = useStore(doors, (state) => state.open)
  const mayOperate = useEvening(party)?.isOperator ?? false
  useEffect(() => closeDoors, [])
  return (
    <>
      <GameSheet party={party} open={open === 'games' && mayOperate} onClose={closeDoors} />
      <HostSheet party={party} open={open === 'host' && mayOperate} onClose={closeDoors} />
      <EndQuestion party={party} open={open === 'end' && mayOperate} onClose={closeDoors} />
      <StandingsSheet party={party} open={open === 'standings'} onClose={closeDoors} />
    </>
  )
}
