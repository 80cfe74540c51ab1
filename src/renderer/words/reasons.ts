/** Why one is not in a party, said so that the reader knows what happened and what to do next. */

import type { Reason } from '../../protocol/reasons.ts'
import { version } from '../../protocol/version.ts'
import { hostAge, named } from './versions.ts'

/** What the screen offers; the first one is the likeliest. */
export type Offer = 'lobby' | 'watch' | 'again' | 'reload' | 'here'

export interface Ending {
  title: string
  text: string
  offers: readonly Offer[]
  /** How the character on the screen takes it. */
  face: 'awake' | 'asleep'
}

export interface Circumstances {
  /** The party's name, where it is known. */
  party: string | null
  host: { protocol: number; version: string } | null
  where: 'desktop' | 'browser'
}

export function endingOf(reason: Reason, around: Circumstances): Ending {
  const party = around.party ?? 'The party'
  switch (reason) {
    case 'left':
      return {
        title: 'See you!',
        text: `You left ${around.party ?? 'the party'}.`,
        offers: ['lobby', 'again'],
        face: 'awake',
      }
    case 'host-stopped':
      return {
        title: 'The party is over',
        text: `${party} was closed by its host. Look in the lobby for another one, or ask them to open it again.`,
        offers: ['lobby', 'again'],
        face: 'asleep',
      }
    case 'room-closed':
      return {
        title: 'This room has closed',
        text: `${party} was empty for a while, so the room was cleared away. Walking in again opens a fresh one.`,
        offers: ['again', 'lobby'],
        face: 'asleep',
      }
    case 'replaced':
      return {
        title: 'Playing in another tab',
        text: 'You are in this party in another tab or window, which took over your place. Close that one, or bring your place back here.',
        offers: ['here', 'lobby'],
        face: 'asleep',
      }
    case 'removed':
      return {
        title: 'You were shown out',
        text: `The host took you out of ${around.party ?? 'the party'}. If that was a slip, ask them, and join again in a little while.`,
        offers: ['lobby', 'again'],
        face: 'asleep',
      }
    case 'full':
      return {
        title: 'It’s full. Watch instead?',
        text: `Every place in ${around.party ?? 'this party'} is taken. You can watch now, and play as soon as somebody leaves.`,
        offers: ['watch', 'again', 'lobby'],
        face: 'awake',
      }
    case 'locked':
      return {
        title: 'It’s locked',
        text: `${party} lets nobody in without its password. Ask the host for it, then try again.`,
        offers: ['again', 'lobby'],
        face: 'awake',
      }
    case 'wrong-password':
      return {
        title: 'That’s not the password',
        text: 'Ask the host for it, mind capital letters, and try again.',
        offers: ['again', 'lobby'],
        face: 'awake',
      }
    case 'wrong-version':
      return { title: 'Two different Romps', ...versionWords(around), face: 'awake' }
    case 'room-unknown':
      return {
        title: 'No such party here',
        text: 'The host is there, but it has no room of that name. Check the link, or pick a party in the lobby.',
        offers: ['lobby', 'again'],
        face: 'awake',
      }
    case 'banned':
      return {
        title: 'The door stays shut',
        text: 'The host removed you a moment ago, and this device cannot come back yet. Ask the host, or wait a few minutes.',
        offers: ['lobby', 'again'],
        face: 'asleep',
      }
    case 'too-many-connections':
      return {
        title: 'Too many from this device',
        text: 'Several tabs or programs of this device are in the party already. Close some of them, then try again.',
        offers: ['again', 'lobby'],
        face: 'awake',
      }
    case 'too-many-joins':
      return {
        title: 'A little too quick',
        text: 'There were many tries to join in a short time. Wait a few seconds, then try again.',
        offers: ['again', 'lobby'],
        face: 'awake',
      }
    case 'foreign-page':
      return {
        title: 'Wrong door',
        text: 'The host only lets in its own page and the Romp app. Open the party’s link itself, the one under its QR code.',
        offers: ['reload', 'lobby'],
        face: 'awake',
      }
    case 'bad-json':
    case 'bad-message':
    case 'bad-frame':
    case 'too-big':
    case 'out-of-turn':
      return {
        title: 'We got muddled',
        text: 'The host could not make sense of what this page sent, so it hung up. Loading the page again usually mends that.',
        offers: ['reload', 'again', 'lobby'],
        face: 'asleep',
      }
    case 'too-fast':
      return {
        title: 'Easy there',
        text: 'This page sent far more than anyone can press, so the host hung up. Take a breath and come back in.',
        offers: ['again', 'lobby'],
        face: 'awake',
      }
    case 'no-greeting':
    case 'silent':
      return {
        title: 'The line went quiet',
        text: 'The host did not hear from this device for too long. Is the Wi-Fi still on? Then come back in.',
        offers: ['again', 'lobby'],
        face: 'asleep',
      }
    case 'host-error':
      return {
        title: 'The host tripped',
        text: 'Something broke on the host’s side, not on yours. Try again in a moment; if it stays, ask them to start Romp anew.',
        offers: ['again', 'lobby'],
        face: 'asleep',
      }
  }
}

/** How long until trying again can help, in words; null where no wait was named. */
export function waitText(retryMs: number | null): string | null {
  if (retryMs === null) return null
  const seconds = Math.ceil(retryMs / 1000)
  if (seconds < 90) return `You can try again in ${seconds} s.`
  return `You can try again in ${Math.ceil(seconds / 60)} minutes.`
}

function versionWords({ host, where }: Circumstances): Pick<Ending, 'text' | 'offers'> {
  if (host === null) {
    return {
      text: 'The host speaks another version than this page. Update Romp on both sides, then try again.',
      offers: ['reload', 'again', 'lobby'],
    }
  }
  if (where === 'browser') {
    return {
      text: `The host has ${named(host)}, this page is ${version}. Load the page again to get theirs.`,
      offers: ['reload', 'again', 'lobby'],
    }
  }
  const both = `The host has ${named(host)}, you have ${version}.`
  return hostAge(host) === 'older'
    ? { text: `${both} The host’s is older: ask them to update Romp.`, offers: ['again', 'lobby'] }
    : { text: `${both} Yours is older: update Romp, then join again.`, offers: ['again', 'lobby'] }
}
