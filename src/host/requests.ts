/** What a player in the room may ask for, and what comes of it. */

import type { ClientMessage } from '../protocol/messages.ts'
import type { Notice } from '../protocol/reasons.ts'
import { chatLength, cleanLine, lengthOf } from '../protocol/text.ts'
import type { Player } from './player.ts'
import type { Room } from './room.ts'

type Request = Exclude<ClientMessage, { type: 'join' | 'leave' }>
type About = Exclude<Request['type'], 'away'>

/** Does what is asked, or tells the asker alone why not. */
export function carryOut(request: Request, player: Player, room: Room, now: number): void {
  const turnDown = (about: About, notice: Notice, retryMs?: number) =>
    player.tell({
      type: 'notice',
      content: retryMs === undefined ? { about, notice } : { about, notice, retryMs },
    })
  const tooFast = (about: keyof Player['rates']): boolean => {
    const wait = player.rates[about].take(now)
    if (wait > 0) turnDown(about, 'too-fast', wait)
    return wait > 0
  }

  switch (request.type) {
    case 'say': {
      const text = cleanLine(request.content.text, chatLength + 1)
      const to = request.content.to === undefined ? null : room.at(request.content.to)
      if (text.length === 0) turnDown('say', 'empty')
      else if (lengthOf(text) > chatLength) turnDown('say', 'too-long')
      else if (to === undefined || to === player || to?.identity.kind === 'bot')
        turnDown('say', 'nobody-there')
      else if (!tooFast('say')) room.say(player, text, to)
      break
    }
    case 'emote':
      if (!tooFast('emote')) room.emote(player, request.content.emote)
      break
    case 'appear':
      if (!tooFast('appear')) room.appear(player, request.content)
      break
    case 'away':
      room.setAway(player, request.content.away)
      break
    case 'rename':
      if (!player.operator) turnDown('rename', 'not-allowed')
      else if (!tooFast('rename')) room.rename(request.content.name)
      break
    case 'bots':
      if (!player.operator) turnDown('bots', 'not-allowed')
      else if (request.content.count > room.info.max) turnDown('bots', 'out-of-range')
      else if (!tooFast('bots')) room.setBots(request.content.count, now)
      break
    case 'remove': {
      const other = room.at(request.content.seat)
      // A second tab of the operator's own device: removing it would ban the operator.
      const isOwn = other !== undefined && other.identity.token === player.identity.token
      if (!player.operator || isOwn) turnDown('remove', 'not-allowed')
      else if (!other) turnDown('remove', 'nobody-there')
      else if (!tooFast('remove')) room.remove(other, now)
      break
    }
  }
}
