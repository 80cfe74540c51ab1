/** What play must feel like, each with the figure that was measured and whether it is there. */

import type { Figures } from './figures.ts'
import { ageBeyondWay } from './others.ts'
import type { Recovery } from './recovery.ts'

export interface Target {
  readonly what: string
  readonly measured: string
  readonly met: boolean
}

/** What one game came to. */
export interface GameFigures {
  readonly title: string
  readonly profiles: readonly Figures[]
  /** Each group's first is the same network with true clocks and even ways. */
  readonly clocks: readonly (readonly Figures[])[]
  readonly recoveries: readonly { readonly name: string; readonly recovery: Recovery }[]
}

/** Differences of clocks and ways may change the age of the picture by so many milliseconds. */
const sameAge = 3
/** And the share of frozen time, and of inputs late, by so much. */
const sameShare = 0.005
const percent = (share: number) => `${(share * 100).toFixed(2)} %`

export function targetsOf({ profiles, clocks, recoveries }: GameFigures): Target[] {
  const of = (name: string) => {
    const figures = profiles.find(({ profile }) => profile.name === name)
    if (!figures) throw new Error(`nothing was measured on ${name}`)
    return figures
  }
  const slowest = Math.max(...profiles.map(({ response }) => response))
  const good = of('good Wi-Fi')
  const hotel = of('hotel Wi-Fi')
  return [
    {
      what: 'own movement in the frame of the key, everywhere',
      measured: `${slowest} frames later at most`,
      met: slowest === 0,
    },
    {
      what: 'good Wi-Fi: no visible correction (2 px) outside collisions',
      measured: `${good.own.alone.visible.toFixed(2)} a minute`,
      met: good.own.alone.visible === 0,
    },
    {
      what: 'good Wi-Fi: others never frozen',
      measured: percent(good.others.frozen),
      met: good.others.frozen === 0,
    },
    {
      what: 'hotel Wi-Fi: others frozen under 2 % of the time',
      measured: percent(hotel.others.frozen),
      met: hotel.others.frozen < 0.02,
    },
    {
      what: 'hotel Wi-Fi: back without a jump after a stall (8 px in a frame beyond the speed)',
      measured: `${hotel.others.jumps.toFixed(1)} a minute, the longest ${hotel.others.jump.toFixed(1)} px`,
      met: hotel.others.jumps === 0,
    },
    ...recoveries.map(({ name, recovery }) => ({
      what: `${name}: others drawn as late as the network asks within 3 s of its recovery`,
      measured: `${(recovery.drawn / 1000).toFixed(1)} s (wanted after ${(recovery.wanted / 1000).toFixed(1)} s)`,
      met: recovery.drawn <= 3000,
    })),
    ...clocks.map(clockTarget),
  ]
}

function clockTarget([same, ...others]: readonly Figures[]): Target {
  if (!same) throw new Error('nothing to compare clocks with')
  const age = Math.max(...others.map((figures) => Math.abs(ageBeyondWay(figures) - ageBeyondWay(same))))
  const frozen = Math.max(...others.map(({ others: { frozen } }) => frozen - same.others.frozen))
  const late = Math.max(...others.map(({ own }) => own.late - same.own.late))
  const seen = Math.max(...others.map(({ own }) => own.alone.visible))
  return {
    what: `${same.profile.name}: clocks that are off or 0.5 % fast, and lopsided ways, change nothing`,
    measured: `at most ${age.toFixed(1)} ms of age, ${percent(frozen)} more frozen, ${percent(late)} more inputs late, ${seen.toFixed(2)} visible corrections a minute (${same.own.alone.visible.toFixed(2)} without)`,
    met:
      age <= sameAge &&
      frozen <= sameShare &&
      late <= sameShare &&
      seen <= same.own.alone.visible * 1.25 + 0.05,
  }
}
