/** Which sheet of the evening is open; several places of the screen lead to each. */

import { createStore } from 'zustand/vanilla'

export type Door = 'games' | 'standings' | 'host' | 'end'

export const doors = createStore<{ open: Door | null }>(() => ({ open: null }))

export function openDoor(open: Door): void {
  doors.setState({ open })
}

export function closeDoors(): void {
  doors.setState({ open: null })
}
