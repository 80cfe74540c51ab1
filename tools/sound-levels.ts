/** How loud each sound should be at full strength and volume, in dB below full scale, as `measureSounds` measures it. */

import type { Sound } from '../src/games/view.ts'

const big = -17
const middle = -20
const small = -23
const faint = -26

export const wantedLoudness: Readonly<Record<Sound, number>> = {
  ...{ join: middle, leave: middle, chat: small, emote: small, cheer: small, vote: small },
  ...{ countdown: middle, go: big, round: middle, turn: middle, hurry: small },
  ...{ score: middle, out: middle, win: big },
  ...{ step: -36, bump: small, kick: middle, dash: faint, shoot: faint, hit: middle },
  ...{ coin: small, spill: middle, place: middle, pick: small, reveal: middle },
}

/** No sound comes nearer to full scale than this, in dB. */
export const highestPeak = -6
