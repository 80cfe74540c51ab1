/** Whether those behind earn more; the host's to say. */

import type { Party } from '../../../client/party.ts'
import { SwitchLine } from '../../pieces/switch-line.tsx'
import { usePartOf } from '../../session/use-party.ts'

export function HandicapSwitch({ party }: { party: Party }) {
  const on = usePartOf(party, ({ evening }) => evening?.handicap ?? false)
  return (
    <SwitchLine
      label="Help those behind"
      about="Whoever is behind in the standings earns up to half more points for the same place."
      on={on}
      onChange={(handicap) => party.ask({ type: 'handicap', content: { handicap } })}
    />
  )
}
