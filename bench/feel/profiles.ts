/** The networks that play is measured on, and the clocks that clients have. */

import type { Weather } from '../../test/support/virtual-network.ts'
import type { Clock } from '../../test/support/virtual-party.ts'

export interface Profile {
  readonly name: string
  /** As it stands in the table. */
  readonly is: string
  readonly weather: Weather
  /** The network changes to this after so many milliseconds of measured play. */
  readonly turns?: { readonly after: number; readonly to: Weather }
  /** The clock of each client, by its number from 0; a true one where none is given. */
  readonly clock?: (client: number) => Clock
}

const cable: Weather = { roundTrip: 0.8, jitter: 0.1 }
const good: Weather = { roundTrip: 2, jitter: 3 }
const hotel: Weather = { roundTrip: 40, jitter: 40, stall: { every: 5000, lasts: 300, apart: true } }
const megabit = { up: 1_000_000, down: 1_000_000 }
const tethering: Weather = { roundTrip: 120, jitter: 30, bandwidth: megabit }
const narrow = { up: 256_000, down: 256_000 }
const awful: Weather = {
  roundTrip: 150,
  jitter: 100,
  stall: { every: 4000, lasts: 800, apart: true },
  bandwidth: narrow,
}

export const cableProfile: Profile = { name: 'cable', is: '1 ms', weather: cable }
export const goodProfile: Profile = { name: 'good Wi-Fi', is: '5 ms ± 3', weather: good }
export const hotelProfile: Profile = {
  name: 'hotel Wi-Fi',
  is: '80 ms ± 40, 300 ms stall every 5 s',
  weather: hotel,
}

export const profiles: readonly Profile[] = [
  cableProfile,
  goodProfile,
  hotelProfile,
  { name: 'tethering', is: '150 ms ± 30, 1 Mbit/s', weather: tethering },
  { name: 'awful', is: '250 ms ± 100, 800 ms stall every 4 s, 256 kbit/s', weather: awful },
]

/** Bad for ten seconds, then as good as `good Wi-Fi`. */
export const recovering: readonly Profile[] = [
  { name: 'hotel', is: 'hotel Wi-Fi, then good', weather: hotel, turns: { after: 10_000, to: good } },
  { name: 'awful', is: 'awful, then good', weather: awful, turns: { after: 10_000, to: good } },
]

/** Clocks that are hours off, each by its own. */
const hoursOff = (client: number): Clock => {
  return (time) => time + (client + 1) * 3_600_000
}
const running = (rate: number) => (): Clock => (time) => time * rate

const clocks = (of: Profile): readonly Profile[] => [
  of,
  { ...of, name: `${of.name}, clocks hours off`, clock: hoursOff },
  { ...of, name: `${of.name}, clocks 0.5 % fast`, clock: running(1.005) },
  { ...of, name: `${of.name}, clocks 0.5 % slow`, clock: running(0.995) },
  { ...of, name: `${of.name}, 90 % of the way up`, weather: { ...of.weather, wayUp: 0.9 } },
  { ...of, name: `${of.name}, 10 % of the way up`, weather: { ...of.weather, wayUp: 0.1 } },
]

/** The same networks with true clocks and with others, and lopsided: all of a group must feel alike. */
export const clockGroups: readonly (readonly Profile[])[] = [clocks(goodProfile), clocks(hotelProfile)]
