/** Four feelings, on buttons and on the keys 1 to 4. */

import type { Party } from '../../../client/party.ts'
import { emotes } from '../../../protocol/appearance.ts'
import { IconButton } from '../../pieces/button.tsx'
import { EmoteIcon } from '../../pieces/emote-icon.tsx'
import { emoteNames } from '../../words/names.ts'

export function EmoteBar({ party }: { party: Party }) {
  return (
    <fieldset className="emote-bar hud-sign">
      <legend className="unseen">Emotes</legend>
      {emotes.map((emote, i) => (
        <IconButton
          key={emote}
          label={emoteNames[emote]}
          hotkey={String(i + 1)}
          icon={<EmoteIcon emote={emote} />}
          className="emote"
          data-key={i + 1}
          onClick={() => party.emote(emote)}
        />
      ))}
    </fieldset>
  )
}
