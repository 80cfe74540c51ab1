/** The host's controls: the party's name, bots for company, and whether those behind get help. */

import { UserMinus, UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { partyName } from '../../../protocol/messages.ts'
import { strengths } from '../../../protocol/strength.ts'
import { partyNameLength } from '../../../protocol/text.ts'
import { Button } from '../../pieces/button.tsx'
import { Field } from '../../pieces/field.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { Segments } from '../../pieces/segments.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { usePartyState } from '../../session/use-party.ts'
import { strengthNames, strengthWords } from '../../words/evening.ts'
import { HandicapSwitch } from './handicap-switch.tsx'
import './host-sheet.css'

export function HostSheet({ open, onClose, party }: { open: boolean; onClose(): void; party: Party }) {
  return (
    <Sheet open={open} onClose={onClose} title="Host’s controls">
      <Bots party={party} />
      <HandicapSwitch party={party} />
      <Rename party={party} />
    </Sheet>
  )
}

const strengthChoices = strengths.map((value) => ({ value, label: strengthNames[value] }))

function Bots({ party }: { party: Party }) {
  const { players, room, evening } = usePartyState(party)
  const everyone = [...players.values()]
  const bots = everyone.filter((player) => player.kind === 'bot')
  const humans = everyone.filter((player) => player.kind === 'human').length
  const most = Math.max(bots.length, (room?.max ?? 0) - humans)
  const strength = evening?.strength ?? 'fair'
  return (
    <section className="host-part" aria-labelledby="host-bots">
      <h3 id="host-bots" className="host-title">
        Bots
        <span className="host-count" role="status">
          {bots.length === 0 ? 'none' : bots.length}
        </span>
      </h3>
      {bots.length > 0 && (
        <div className="host-bots" aria-hidden="true">
          {bots.slice(0, 12).map((bot) => (
            <Likeness key={bot.seat} of={bot} size={2.5} />
          ))}
          {bots.length > 12 && <span className="small quiet">and {bots.length - 12} more</span>}
        </div>
      )}
      <div className="host-buttons">
        <Button
          icon={<UserPlus />}
          disabled={bots.length >= most}
          onClick={() => party.bots(bots.length + 1)}
        >
          Add one
        </Button>
        <Button icon={<UserMinus />} disabled={bots.length === 0} onClick={() => party.bots(bots.length - 1)}>
          Remove one
        </Button>
        <Button disabled={bots.length === 0} onClick={() => party.bots(0)}>
          Remove all
        </Button>
      </div>
      <Segments
        label="How well they play"
        value={strength}
        choices={strengthChoices}
        onChange={(next) => party.bots(bots.length, next)}
      />
      <p className="small quiet">
        {strengthWords[strength]} {most === bots.length ? 'Every place is taken; bots' : 'Bots'} leave their
        places to people.
      </p>
    </section>
  )
}

function Rename({ party }: { party: Party }) {
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
    <form onSubmit={rename}>
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
