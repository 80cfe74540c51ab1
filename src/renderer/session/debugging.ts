/** What `?debug` in the page's address asks for, and whether the connection graph is on. */

import { createStore } from 'zustand/vanilla'

const asked = new URLSearchParams(location.search).get('debug')

/** With `?debug`, developer tools find the party that is open as `window.rompParty`. */
export const showsParty = asked !== null

/** `?debug` begins with the graph on the canvas; `?debug=quiet` leaves the picture as everyone sees it. */
export const connectionGraph = createStore<{ shown: boolean }>(() => ({
  shown: asked !== null && asked !== 'quiet',
}))

export function toggleGraph(): void {
  connectionGraph.setState(({ shown }) => ({ shown: !shown }))
}
