/** Hosting from this machine: one press opens a party; what may be chosen waits under "More". */

import { ChevronDown, DoorOpen, PartyPopper, Square } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import type { HostedParty, Hosting } from '../../../platform/platform.ts'
import { partyName } from '../../../protocol/messages.ts'
import { partyNameLength } from '../../../protocol/text.ts'
import { Button } from '../../pieces/button.tsx'
import { Field } from '../../pieces/field.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { Stepper } from '../../pieces/stepper.tsx'
import { StopQuestion } from '../../pieces/stop-question.tsx'
import { hosting as ownHosting, useHosted } from '../../session/hosted.ts'
import { me } from '../../session/me.ts'
import { goToParty } from '../../session/place.ts'
import { failureText } from '../../words/failures.ts'

const usualMax = 16
const mostPlayers = 32

export function HostCard({ hosting }: { hosting: Hosting }) {
  const hosted = useHosted()
  return hosted === null ? <HostForm hosting={hosting} /> : <Hosted party={hosted} />
}

function HostForm({ hosting }: { hosting: Hosting }) {
  const platform = usePlatform()
  const myName = useStore(me, (state) => state.appearance.name)
  const usual = `${myName}’s party`
  const [name, setName] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [max, setMax] = useState(usualMax)
  const [bots, setBots] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const host = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    const chosen = partyName.safeParse(name ?? usual)
    const started = await hosting.start({
      name: chosen.success ? chosen.data : usual,
      password,
      max,
      bots,
    })
    setBusy(false)
    if (!started.ok) return setTrouble(failureText(started))
    // The answer may be here before the news.
    ownHosting.setState({ party: started.value })
    goToParty(platform, started.value.own, { invite: true })
  }

  return (
    <form className="card hero-card" onSubmit={host}>
      <h2 className="hero-title">Have a party</h2>
      <p className="quiet">Everyone on your network can come in, phones too.</p>
      <Button look="main" big type="submit" className="hero-button" icon={<PartyPopper />} disabled={busy}>
        {busy ? 'Opening the door…' : 'Host a party'}
      </Button>
      {trouble && (
        <p role="alert" className="alarm">
          {trouble}
        </p>
      )}
      <details className="more">
        <summary>
          <ChevronDown aria-hidden="true" /> More
        </summary>
        <div className="more-fields">
          <Field
            label="Name of the party"
            value={name ?? usual}
            onChange={setName}
            maxLength={partyNameLength}
            autoComplete="off"
          />
          <Field
            label="Password"
            value={password}
            onChange={setPassword}
            maxLength={60}
            placeholder="none, everyone may come"
            autoComplete="off"
            spellCheck={false}
          />
          <Stepper label="Places" value={max} min={2} max={mostPlayers} onChange={setMax} />
          <Stepper label="Bots" value={Math.min(bots, max)} min={0} max={max - 1} onChange={setBots} />
        </div>
      </details>
    </form>
  )
}

function Hosted({ party }: { party: HostedParty }) {
  const platform = usePlatform()
  const [asking, setAsking] = useState(false)
  return (
    <div className="card hero-card">
      <h2 className="hero-title">{party.name}</h2>
      <p className="quiet">
        Your party is on.{' '}
        {party.players === 0
          ? 'Nobody is in it.'
          : party.players === 1
            ? 'One is in it.'
            : `${party.players} are in it.`}
      </p>
      <Button
        look="main"
        big
        className="hero-button"
        icon={<DoorOpen />}
        onClick={() => goToParty(platform, party.own)}
      >
        Go in
      </Button>
      <Button icon={<Square />} onClick={() => setAsking(true)}>
        Stop hosting
      </Button>
      <StopQuestion
        open={asking}
        others={party.players}
        onClose={() => setAsking(false)}
        onStopped={() => setAsking(false)}
      />
    </div>
  )
}
