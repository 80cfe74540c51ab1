/** The host's controls: the party's name, and bots for company. */

import { type FormEvent, useId, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { partyName } from '../../../protocol/messages.ts'
import { partyNameLength } from '../../../protocol/text.ts'
import { Button } from '../../pieces/button.tsx'
import { Field } from '../../pieces/field.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { Stepper } from '../../pieces/stepper.tsx'
import { usePartyState } from '../../session/use-party.ts'

export function OperatorDialog({ open, onClose, party }: { open: boolean; onClose(): void; party: Party }) {
  return (
    <Sheet open={open} onClose={onClose} title="Host’s controls">
      <Rename party={party} />
      <Bots party={party} />
    </Sheet>
  )
}

function Rename({ party }: { party: Party }) {
  const form = useId()
  const { room } = usePartyState(party)
  const [name, setName] = useState(room?.name ?? '')
  const [complaint, setComplaint] = useState<string | null>(null)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    const read = partyName.safeParse(name)
    if (read.success) party.rename(read.data)
    else setComplaint('A party needs a name of at least one letter.')
  }
  return (
    <form id={form} onSubmit={rename}>
      <Field
        label="Name of the party"
        value={name}
        onChange={(text) => {
          setName(text)
          setComplaint(null)
        }}
        complaint={complaint}
        maxLength={partyNameLength}
        autoComplete="off"
        beside={
          <Button type="submit" disabled={name.trim() === room?.name}>
            Rename
          </Button>
        }
      />
    </form>
  )
}

function Bots({ party }: { party: Party }) {
  const { players, room } = usePartyState(party)
  const everyone = [...players.values()]
  const bots = everyone.filter((player) => player.kind === 'bot').length
  const humans = everyone.filter((player) => player.kind === 'human').length
  const most = Math.max(bots, (room?.max ?? 0) - humans)
  return (
    <div>
      <Stepper label="Bots" value={bots} min={0} max={most} onChange={(count) => party.bots(count)} />
      <p className="small quiet">
        They walk about, kick the ball and say hello. {most === bots && 'Every place is taken.'}
      </p>
    </div>
  )
}
