/** Why somebody watches a match, and when they play again. */

export interface Watcher {
  /** Who came to watch, and has no place. */
  isSpectator: boolean
  /** Whether a place in the party is free. */
  isRoom: boolean
  /** Whether the match has a seat for them at all. */
  takesPart: boolean
  /** Whether they have nothing more to do in it. */
  isOut: boolean
  /** Most who can play this game at once. */
  most: number
  /** How many play it now. */
  playing: number
}

/** Null for whoever plays. */
export function watchingWords(watcher: Watcher): { what: string; when: string } | null {
  const { isSpectator, isRoom, takesPart, isOut, most, playing } = watcher
  if (isSpectator) {
    const when = isRoom ? 'A place is free.' : 'You can join in as soon as somebody leaves.'
    return { what: 'You are watching', when }
  }
  if (!takesPart) {
    const why = playing >= most ? `${most} play at a time. ` : ''
    return { what: 'You are watching', when: `${why}You play in the next game.` }
  }
  return isOut ? { what: 'You are out for now', when: 'Cheer the others on!' } : null
}
