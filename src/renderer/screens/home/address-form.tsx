/** Joining by what somebody read out or sent: an address, a name, a link. */

import { type FormEvent, useState } from 'react'
import { authority, parseTarget } from '../../../protocol/link.ts'
import { protocolVersion } from '../../../protocol/version.ts'
import { Button } from '../../pieces/button.tsx'
import { Field } from '../../pieces/field.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { goToParty } from '../../session/place.ts'
import { failureText } from '../../words/failures.ts'
import { type Link, versionGap, waysOn } from '../../words/versions.ts'
import { OfferLinks } from '../offers/offer-links.tsx'

export function AddressForm() {
  const platform = usePlatform()
  const [typed, setTyped] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)
  const [ways, setWays] = useState<Link[]>([])
  const [busy, setBusy] = useState(false)

  const join = async (event: FormEvent) => {
    event.preventDefault()
    setWays([])
    const target = parseTarget(typed)
    if (target === null) {
      setComplaint(
        typed.trim() === ''
          ? 'Write the address that the host’s screen shows, such as 192.168.1.20.'
          : 'That does not look like an address. It is like 192.168.1.20 or a link that ends in a room’s name.',
      )
      return
    }
    setBusy(true)
    setComplaint(null)
    const answer = await platform.probe(target)
    setBusy(false)
    if (!answer.ok) {
      setComplaint(`${authority(target)}: ${failureText(answer)}`)
      return
    }
    const gap = answer.value.protocol === protocolVersion ? null : versionGap(answer.value, platform.kind)
    if (gap === null) return goToParty(platform, target)
    setComplaint(gap)
    setWays(waysOn(answer.value, target))
  }

  return (
    <form className="card address-card" onSubmit={join} noValidate>
      <Field
        label="Join by address"
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setComplaint(null)
          setWays([])
        }}
        placeholder="192.168.1.20"
        complaint={complaint}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        beside={
          <Button type="submit" disabled={busy}>
            {busy ? 'Asking…' : 'Go'}
          </Button>
        }
      />
      <OfferLinks links={ways} />
    </form>
  )
}
