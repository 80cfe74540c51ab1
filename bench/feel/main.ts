/** `npm run bench:feel`: measures every game in which people move about, prints the tables and keeps them in docs/FEEL.md. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AnyGame } from '../../src/games/game.ts'
import { games } from '../../src/games/index.ts'
import { figuresOf } from './figures.ts'
import { play } from './play.ts'
import { clockGroups, profiles, recovering } from './profiles.ts'
import { recoveryOf } from './recovery.ts'
import { reportOf } from './report.ts'
import type { GameFigures } from './targets.ts'

/** Seconds of play measured in all on each network; the games share them. */
const inAll = 120
const longest = 60
const shortest = 20
const recoverySeconds = 25

/** Worlds that go on all the while: a match has countdowns and results, in which nothing moves. */
const measured = games.filter(({ endless }) => endless)
const seconds = Math.max(shortest, Math.min(longest, Math.floor(inAll / measured.length)))

function measure(game: AnyGame): GameFigures {
  const on = (profile: (typeof profiles)[number]) => {
    process.stderr.write(`${game.title}: ${profile.name}\n`)
    return figuresOf(game, profile, seconds)
  }
  return {
    title: game.title,
    profiles: profiles.map(on),
    clocks: clockGroups.map((group) => group.map(on)),
    recoveries: recovering.map((profile) => ({
      name: profile.is,
      recovery: recoveryOf(play(game, profile, recoverySeconds)),
    })),
  }
}

const report = reportOf(measured.map(measure), seconds)
process.stdout.write(report)
writeFileSync(fileURLToPath(new URL('../../docs/FEEL.md', import.meta.url)), report)
