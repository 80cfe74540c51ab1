/** What a player in the room may ask for, and what comes of it. */

import { matchGames } from '../games/index.ts'
import type { About, ClientMessage } from '../protocol/messages.ts'
import type { Notice } from '../protocol/reasons.ts'
import { chatLength, cleanLine, lengthOf } from '../protocol/text.ts'
import type { RateName } from './limits.ts'
import type { Player } from './player.ts'
import type { Room } from './room.ts'

type Request = Exclude<ClientMessage, { type: 'join' | 'leave' }>

/** Does what is asked, or tells the asker alone why not. */
export function carryOut(request: Request, player: Player, room: Room, now: number): void {
  const turnDown = (about: About, notice: Notice, retryMs?: number) =>
    player.tell({
      type: 'notice',
      content: retryMs === undefined ? { about, notice } : { about, notice, retryMs },
    })
  const tooFast = (about: About, rate: RateName): boolean => {
    const wait = player.wait(rate, now)
    if (wait > 0) turnDown(about, 'too-fast', wait)
    return wait > 0
  }
  /** Something of the evening that is the operator's to say; it may be that this is not the time for it. */
  const operate = (about: About, act: () => boolean) => {
    if (!player.operator) turnDown(about, 'not-allowed')
    else if (!tooFast(about, 'evening') && !act()) turnDown(about, 'not-now')
  }
  const { evening } = room

  switch (request.type) {
    case 'say': {
      const text = cleanLine(request.content.text, chatLength + 1)
      const to = request.content.to === undefined ? null : room.at(request.content.to)
      if (text.length === 0) turnDown('say', 'empty')
      else if (lengthOf(text) > chatLength) turnDown('say', 'too-long')
      else if (to === undefined || to === player || to?.identity.kind === 'bot')
        turnDown('say', 'nobody-there')
      else if (!tooFast('say', 'say')) room.talk.say(player, text, to)
      break
    }
    case 'emote':
      if (!tooFast('emote', 'emote')) room.talk.emote(player, request.content.emote)
      break
    case 'appear':
      if (!tooFast('appear', 'appear')) room.appear(player, request.content)
      break
    case 'away':
      room.talk.setAway(player, request.content.away)
      break
    case 'rename':
      if (!player.operator) turnDown('rename', 'not-allowed')
      else if (!tooFast('rename', 'rename')) room.rename(request.content.name)
      break
    case 'bots':
      if (!player.operator) turnDown('bots', 'not-allowed')
      else if (request.content.count > room.info.max) turnDown('bots', 'out-of-range')
      else if (!tooFast('bots', 'bots')) room.setBots(request.content.count, request.content.strength, now)
      break
    case 'remove': {
      const other = room.at(request.content.seat)
      // A second tab of the operator's own device: removing it would ban the operator.
      const isOwn = other !== undefined && other.identity.token === player.identity.token
      if (!player.operator || isOwn) turnDown('remove', 'not-allowed')
      else if (!other) turnDown('remove', 'nobody-there')
      else if (!tooFast('remove', 'remove')) room.remove(other, now)
      break
    }
    case 'play': {
      const { playlist } = request.content
      if (playlist.some(({ game }) => !matchGames.some(({ id }) => id === game)))
        turnDown('play', 'out-of-range')
      else operate('play', () => evening.play(playlist, now))
      break
    }
    case 'vote':
      operate('vote', () => evening.vote(now))
      break
    case 'end':
      operate('end', () => evening.end(now))
      break
    case 'next':
      operate('next', () => evening.next(now))
      break
    case 'restart':
      operate('restart', () => evening.restart(now))
      break
    case 'pause':
      operate('pause', () => evening.pause(request.content.paused))
      break
    case 'handicap':
      operate('handicap', () => evening.setHandicap(request.content.handicap))
      break
    case 'ballot':
      if (player.identity.kind !== 'human') turnDown('ballot', 'not-allowed')
      else if (!tooFast('ballot', 'ballot') && !evening.ballot(player, request.content.game, now))
        turnDown('ballot', 'not-now')
      break
    case 'cheer':
      if (room.isBusy(player)) turnDown('cheer', 'not-now')
      else if (!tooFast('cheer', 'cheer')) room.talk.cheer(player, request.content)
      break
  }
}
