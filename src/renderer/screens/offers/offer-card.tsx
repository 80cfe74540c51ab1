/** On a guest's page: the program that its host hands on. It is fetched when somebody presses, and run by nobody else. */

import { Check, ChevronDown, Copy, Download } from 'lucide-react'
import { useId, useState } from 'react'
import type { Offered } from '../../../platform/offered.ts'
import { type Offer, offerPath } from '../../../protocol/offer.ts'
import { releasesPage } from '../../../protocol/project.ts'
import { IconButton } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { allowCommand, checkCommand, checkPlace, fits, offerTitle, sizeText } from '../../words/offers.ts'
import { useOffers } from './offers.ts'
import './offer.css'

export function OfferCard() {
  const { offered } = usePlatform()
  const offers = useOffers(offered)
  if (offered === null) return null
  return offers.map((offer) => <OneOffer key={offer.file} offer={offer} offered={offered} />)
}

function OneOffer({ offer, offered }: { offer: Offer; offered: Offered }) {
  const title = useId()
  const name = offerTitle(offer)
  if (fits(offer, offered.system)) {
    return (
      <section className="card offer-card" aria-labelledby={title}>
        <h2 id={title}>Take Romp along</h2>
        <p className="quiet">
          {offer.kind === 'app'
            ? 'With the app you host parties yourself. This host hands on its own.'
            : 'It hosts parties from a terminal, without a window. This host hands on its own.'}
        </p>
        <Getting offer={offer} offered={offered} />
      </section>
    )
  }
  return (
    <details className="card offer-card more">
      <summary className="small">
        <ChevronDown aria-hidden="true" /> {name} is here, too. It is not for this device.
      </summary>
      <Getting offer={offer} offered={offered} />
    </details>
  )
}

const troubles = {
  none: '',
  asking: '',
  begun: 'It is on its way: look at your browser’s downloads. While a match runs it comes slowly.',
  busy: 'Others are getting it just now. Try again in half a minute.',
  gone: 'The host does not have it any more. Ask whoever hosts, or load this page again.',
}

function Getting({ offer, offered }: { offer: Offer; offered: Offered }) {
  const [outcome, setOutcome] = useState<keyof typeof troubles>('none')
  const get = async () => {
    setOutcome('asking')
    setOutcome(await offered.get(offer.file))
  }
  return (
    <>
      <a
        className="button plain offer-get"
        href={offerPath(offer.file)}
        download={offer.file}
        onClick={(event) => {
          event.preventDefault()
          if (outcome !== 'asking') void get()
        }}
      >
        <Download aria-hidden="true" />
        <span>
          Get {offerTitle(offer)}, {sizeText(offer.bytes)}
        </span>
      </a>
      <p className="small" aria-live="polite" hidden={troubles[outcome] === ''}>
        {troubles[outcome]}
      </p>
      <Checking offer={offer} offered={offered} />
    </>
  )
}

function Checking({ offer, offered }: { offer: Offer; offered: Offered }) {
  const platform = usePlatform()
  const [copied, setCopied] = useState<'not-yet' | 'yes' | 'failed'>('not-yet')
  const allow = allowCommand(offer)
  const copy = async () => setCopied((await platform.copyText(offer.sha256)) ? 'yes' : 'failed')
  return (
    <div className="offer-check small">
      <p>
        Version {offer.version}, {offer.file}. Its SHA-256 is
      </p>
      <div className="offer-hash">
        <code>{offer.sha256}</code>
        <IconButton
          label={copied === 'yes' ? 'Copied' : 'Copy the SHA-256'}
          icon={copied === 'yes' ? <Check /> : <Copy />}
          onClick={copy}
        />
      </div>
      <p aria-live="polite" hidden={copied !== 'failed'}>
        {copied === 'failed' &&
          'This browser does not let pages copy. Select the number and copy it by hand.'}
      </p>
      <p className="quiet">
        To check what you got, write <code>{checkCommand(offer, offered.system)}</code> in{' '}
        {checkPlace(offer, offered.system)} where you saved it: it must print that number. Only{' '}
        <a href={releasesPage} target="_blank" rel="noreferrer">
          Romp’s releases
        </a>{' '}
        can tell whether the host’s copy is a true one: the same number must stand there.
      </p>
      <p className="quiet">
        {allow !== null && (
          <>
            Before its first start it must be allowed to run: <code>{allow}</code>.{' '}
          </>
        )}
        Nothing is installed by itself.
      </p>
    </div>
  )
}
