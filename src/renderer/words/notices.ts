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
      return about === 'ballot'
        ? 'Only players vote. Join in first.'
        : 'Only the host of the party can do that.'
    case 'nobody-there':
      return 'They are not here any more.'
    case 'out-of-range':
      return outOfRange(about)
    case 'not-now':
      return notNow(about)
  }
}

function outOfRange(about: string): string {
  switch (about) {
    case 'bots':
      return 'There are not that many places free.'
    case 'play':
      return 'The host’s Romp does not know that game.'
    default:
      return 'That does not fit. Try another value.'
  }
}

function notNow(about: string): string {
  switch (about) {
    case 'ballot':
      return 'The vote is over already.'
    case 'vote':
      return 'There is nothing to vote for.'
    case 'pause':
      return 'Only a game that is running can be paused.'
    case 'restart':
    case 'end':
      return 'There is no game on just now.'
    case 'next':
      return 'It has gone on already.'
    case 'cheer':
      return 'First play. You can cheer once you are out.'
    default:
      return 'That is over already, or not yet on.'
  }
}
