/** What this device's host chose last: the options of each game, and the playlist. Kept between visits. */

import { createStore } from 'zustand/vanilla'
import type { AnyGame, Options } from '../../../games/game.ts'
import { gameById } from '../../../games/index.ts'
import { chosenOptions } from '../../../games/options.ts'
import { readJson, type Shelf } from '../../../platform/device.ts'
import { type Listed, listed, longestPlaylist } from '../../../protocol/messages.ts'
import { deviceShelf } from '../../session/shelves.ts'
import { added, asked, type Playlist } from './playlist.ts'

const optionsKey = 'game-options'
const playlistKey = 'playlist'

export interface Wishes {
  /** By the games' ids. */
  options: Readonly<Record<string, Options>>
  playlist: Playlist
}

export const wishes = createStore<Wishes>(() => keptWishes(deviceShelf))

wishes.subscribe(({ options, playlist }, before) => {
  if (options !== before.options) deviceShelf.write(optionsKey, JSON.stringify(options))
  if (playlist !== before.playlist) deviceShelf.write(playlistKey, JSON.stringify(asked(playlist)))
})

export function setPlaylist(change: (list: Playlist) => Playlist): void {
  wishes.setState(({ playlist }) => ({ playlist: change(playlist) }))
}

export function chooseOption(game: AnyGame, id: string, value: number): void {
  wishes.setState(({ options }) => ({
    options: { ...options, [game.id]: { ...optionsOf(game, options), [id]: value } },
  }))
}

/** Every option of a game: as chosen last, and else as is standard. */
export function optionsOf(game: AnyGame, kept: Wishes['options']): Options {
  return chosenOptions(game, kept[game.id] ?? {})
}

/** What stands on a shelf may be from another version, or edited by somebody: only what makes sense is taken. */
export function keptWishes(shelf: Shelf): Wishes {
  const known = readJson(shelf.read(playlistKey))
  const entries = Array.isArray(known) ? known.slice(0, longestPlaylist) : []
  const playlist = entries.reduce<Playlist>((list, entry) => {
    const read = listed.safeParse(entry)
    const game = read.success ? gameById(read.data.game) : null
    if (!read.success || !game || game.endless) return list
    return added(list, { game: game.id, options: { ...chosenOptions(game, read.data.options) } })
  }, [])
  return { options: keptOptions(readJson(shelf.read(optionsKey))), playlist }
}

function keptOptions(known: unknown): Record<string, Listed['options']> {
  if (typeof known !== 'object' || known === null) return {}
  return Object.fromEntries(
    Object.entries(known).flatMap(([game, options]) => {
      const read = listed.safeParse({ game, options })
      return read.success ? [[game, read.data.options]] : []
    }),
  )
}
