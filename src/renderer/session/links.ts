/** Links that open the app: to the party at once where nothing is lost by it, after a question where one is in another. */

import { createStore } from 'zustand/vanilla'
import type { Platform } from '../../platform/platform.ts'
import type { Target } from '../../protocol/link.ts'
import { approach, hosting } from './hosted.ts'
import { whatToDo } from './links-choice.ts'
import { goToParty, place } from './place.ts'

/** Where the link leads that the player is asked about; null while there is no question. */
export const askedWay = createStore<{ target: Target | null }>(() => ({ target: null }))

/** From now on links are followed. Once what is hosted is being followed, too: a link may lead to the own party. */
export function followLinks(platform: Platform): void {
  platform.watchLinks((target) => {
    const { open } = place.getState()
    const what = open && { target: open.target, state: open.party.state }
    switch (whatToDo(approach(target, hosting.getState().party).target, what)) {
      case 'go':
        askedWay.setState({ target: null })
        return goToParty(platform, target)
      case 'ask':
        return askedWay.setState({ target })
      case 'stay':
        return askedWay.setState({ target: null })
    }
  })
}

/** The answer to the question. */
export function answerWay(platform: Platform, go: boolean): void {
  const { target } = askedWay.getState()
  askedWay.setState({ target: null })
  if (go && target) goToParty(platform, target)
}
