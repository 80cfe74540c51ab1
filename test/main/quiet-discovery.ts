/** Discovery for a party that stays unseen. */

import type { Lobby } from '../../src/discovery/discovery.ts'

export const addressesOf = () => []
export const startAdvertising = () => ({ show: () => {}, wake: () => {}, stop: async () => {} })
export const openLobby = (): Pick<Lobby, 'glance' | 'wake' | 'close'> => ({
  glance: () => ({ discovery: 'off', trouble: null, adverts: [] }),
  wake: () => {},
  close: async () => {},
})
