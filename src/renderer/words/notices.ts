/** What the host did not do, and why, in a line short enough to read while playing. */

import type { PartyState } from '../../client/party-state.ts'
import { chatLength } from '../../protocol/text.ts'

export function noticeText({ about, notice, retryMs }: NonNullable<PartyState['notice']>): string {
  switch (notice) {
    case 'empty':
      return about === 'say'
        ? 'There is nothing in that line yet. Write a word or two.'
        : 'That needs a name.'
    case 'too-long':
      return about === 'say'
        ? `That line is too long. Keep it under ${chatLength} letters.`
        : 'That is too long. Make it a little shorter.'
    case 'too-fast':
      return retryMs !== null && retryMs >= 1000
        ? `Easy! Try again in ${Math.ceil(retryMs / 1000)} s.`
        : 'Easy! A little slower, please.'
    case 'not-allowed':
      return 'Only the host of the party can do that.'
    case 'nobody-there':
      return 'They are not here any more.'
    case 'out-of-range':
      return about === 'bots'
        ? 'There are not that many places free.'
        : 'That does not fit. Try another value.'
    case 'not-now':
      return 'That is over already, or not yet on.'
  }
}
