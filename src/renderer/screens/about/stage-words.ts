/** What stands in the sheet about this copy, for each stage that a newer one can be at. */

import type { UpdateStage, UpdateState } from '../../../platform/updates.ts'

/** The headline. */
export function stageTitle(stage: UpdateStage): string {
  switch (stage.at) {
    case 'unsupported':
      return 'Newer ones come by hand'
    case 'unknown':
      return 'Is there a newer one?'
    case 'checking':
      return 'Looking for a newer one…'
    case 'newest':
      return 'This is the newest one'
    case 'available':
      return `Romp ${stage.release.version} is out`
    case 'fetching':
      return `Getting Romp ${stage.release.version}…`
    case 'ready':
      return `Romp ${stage.release.version} is here`
    case 'failed':
      return 'That did not work'
  }
}

/** What goes with the headline; null where it says all. */
export function stageWords(stage: UpdateStage): string | null {
  switch (stage.at) {
    case 'unsupported':
      return stage.why
    case 'unknown':
      return 'Nobody looked yet since Romp was started.'
    case 'checking':
    case 'fetching':
      return null
    case 'newest':
      return 'Nothing to do. Have a party!'
    case 'available':
      return stage.release.notes === '' ? 'Its makers did not write down what is new.' : null
    case 'ready':
      return 'Romp closes, puts the new one in its place, and opens again.'
    case 'failed':
      return stage.message
  }
}

/** Why the app looks by itself or does not. */
export function automaticWords({ automatic, because }: Pick<UpdateState, 'automatic' | 'because'>): string {
  if (automatic) return 'Once a day, while nobody plays. It is never fetched before you say so.'
  switch (because) {
    case 'metered':
      return 'Off, because this connection is metered. Looking takes a few kilobytes.'
    case 'unsure':
      return 'Off, because nobody can tell what this connection costs. Looking takes a few kilobytes.'
    case 'chosen':
    case 'free':
      return 'Off. You can look by hand whenever you like.'
  }
}

/** Such as "84 MB". */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes < 1 ? 'under 1 MB' : `${Math.round(megabytes)} MB`
}

/** The line on the home screen; null while there is no news. */
export function newsWords(stage: UpdateStage): string | null {
  switch (stage.at) {
    case 'available':
      return `Romp ${stage.release.version} is out`
    case 'fetching':
      return `Romp ${stage.release.version}: ${stage.percent} %`
    case 'ready':
      return `Romp ${stage.release.version} is here`
    case 'failed':
      // Somebody who fetched it may have closed the sheet since.
      return stage.release === null ? null : `Romp ${stage.release.version} is waiting`
    default:
      return null
  }
}
