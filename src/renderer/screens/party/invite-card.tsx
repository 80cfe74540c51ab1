/** How others come in: a code for a phone's camera, and the link to send or read out. */

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { QrCode } from '../../pieces/qr-code.tsx'
import { useHosted } from '../../session/hosted.ts'
import { hostedAt, isThisDevice, useNearbyOnce, waysTo } from '../../session/invitations.ts'
import type { OpenParty } from '../../session/open-party.ts'
import { usePartOf } from '../../session/use-party.ts'
import './invite.css'

export function InviteCard({ open }: { open: OpenParty }) {
  const platform = usePlatform()
  const hosted = hostedAt(useHosted(), open.target)
  const local = platform.kind === 'browser' && isThisDevice(open.target.host)
  const nearby = useNearbyOnce(platform, local)
  const locked = usePartOf(open.party, (state) => state.room?.locked ?? false)
  const ways = waysTo(open.target, hosted, nearby)
  const [chosen, setChosen] = useState<string | null>(null)
  const way = ways.find(({ url }) => url === chosen) ?? ways[0]

  if (!way) {
    return (
      <p className="invite-none">
        This page was opened on the host’s own computer, so its address means nothing to other devices. The
        address to share stands where the host was started; on the same network, the others also see the party
        in their list.
      </p>
    )
  }
  return (
    <div className="invite">
      <p className="quiet">Scan it with a phone on the same Wi-Fi, or open the link in any browser.</p>
      <QrCode text={way.url} label={`QR code of ${way.url}`} />
      <LinkText url={way.url} />
      <CopyButton key={way.url} text={way.url} />
      {locked && <p className="small">They need the password, too.</p>}
      {ways.length > 1 && (
        <fieldset className="invite-ways">
          <legend className="small quiet">It does not work? Try another address:</legend>
          {ways.map(({ url, address, network }) => (
            <label key={url} className="invite-way">
              <input
                type="radio"
                name="way"
                className="unseen"
                checked={url === way.url}
                onChange={() => setChosen(url)}
              />
              <span>{address}</span>
              {network && <span className="small quiet">{network}</span>}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** As one reads it out; where it does not fit on a line, it breaks before its room. */
function LinkText({ url }: { url: string }) {
  const { origin, pathname } = new URL(url)
  return (
    <p className="invite-link">
      {origin}
      <wbr />
      {pathname.replace(/\/$/, '')}
    </p>
  )
}

function CopyButton({ text }: { text: string }) {
  const platform = usePlatform()
  const [copied, setCopied] = useState<'not-yet' | 'yes' | 'failed'>('not-yet')
  const copy = async () => setCopied((await platform.copyText(text)) ? 'yes' : 'failed')
  return (
    <>
      <Button look="main" icon={copied === 'yes' ? <Check /> : <Copy />} onClick={copy}>
        {copied === 'yes' ? 'Copied' : 'Copy the link'}
      </Button>
      <p className="small" aria-live="polite" hidden={copied !== 'failed'}>
        {copied === 'failed' &&
          'This browser does not let pages copy. Select the link above and copy it by hand.'}
      </p>
    </>
  )
}
