/** A guest's page: the party it was served for comes first, and big. */

import { Eye, Lock, PartyPopper } from 'lucide-react'
import { useState } from 'react'
import type { Advert, Nearby } from '../../../protocol/advert.ts'
import { rompUrl } from '../../../protocol/link.ts'
import { protocolVersion } from '../../../protocol/version.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { homeAdvert, isFull } from '../../session/nearby.ts'
import { goToParty } from '../../session/place.ts'
import { gameTitle } from '../../words/names.ts'

export function HomeParty({ nearby }: { nearby: Nearby | null }) {
  const platform = usePlatform()
  const { home } = platform
  if (home === null) return null
  const party = homeAdvert(home, nearby)
  const silent = nearby !== null && nearby.discovery === 'blocked' && party === null
  const target = party ? { ...home, room: party.room } : home
  if (party && party.protocol !== protocolVersion) {
    return (
      <div className="card hero-card">
        <h2 className="hero-title">{party.name} has moved on</h2>
        <p>The host has another version of Romp by now. Load this page again to get theirs.</p>
        <Button look="main" big onClick={() => location.reload()}>
          Load again
        </Button>
      </div>
    )
  }
  const full = party !== null && isFull(party)
  return (
    <div className="card hero-card">
      <h2 className="hero-title">{party?.name ?? (silent ? 'The party is not answering' : 'The party')}</h2>
      <p className="quiet" aria-live="polite">
        {silent
          ? 'Is its host still on, and are you on the same Wi-Fi? This page keeps looking.'
          : who(party)}
      </p>
      <Button
        look="main"
        big
        className="hero-button"
        icon={full ? <Eye /> : <PartyPopper />}
        onClick={() => goToParty(platform, target, { as: full ? 'spectator' : 'player' })}
      >
        {full ? 'It’s full. Watch instead?' : `Join ${party?.name ?? 'the party'}`}
      </Button>
      {/* There is no app for phones and tablets. */}
      {party !== null && platform.offered?.system !== 'other' && <InTheApp url={rompUrl(target)} />}
    </div>
  )
}

/** Where there is no app, most browsers do nothing at all, and none tells the page. */
function InTheApp({ url }: { url: string }) {
  const [pressed, setPressed] = useState(false)
  return (
    <p className="quiet small hero-elsewhere">
      <a href={url} onClick={() => setPressed(true)}>
        Or open it in the Romp app
      </a>
      <span aria-live="polite">
        {pressed && 'Nothing opens? Then Romp is not installed here. The button above needs nothing.'}
      </span>
    </p>
  )
}

function who(party: Advert | null) {
  if (party === null) return 'Looking who is there…'
  return (
    <>
      {presence(party)}
      {party.locked && (
        <>
          {' '}
          <Lock className="inline-icon" aria-hidden="true" /> It has a password.
        </>
      )}
    </>
  )
}

function presence(party: Advert): string {
  if (isFull(party)) return 'Every place is taken just now.'
  if (party.players === 0) {
    return party.bots > 0
      ? 'Only bots are there yet. They would like company!'
      : 'Nobody is there yet. Be the first!'
  }
  const people = party.players === 1 ? 'One player is there' : `${party.players} players are there`
  return `${people}, in the ${gameTitle(party.game)}.`
}
