/** What keeps somebody out of a screen, as axe sees it. */

import { AxeBuilder } from '@axe-core/playwright'
import type { Guest } from '../support/page-driver.ts'

/** What axe finds that keeps somebody out or makes it hard, in both moods, told so that it can be mended. */
export async function barriers(guest: Guest): Promise<string[]> {
  // In its legacy mode axe needs no second page for its report; what it leaves out are frames, and there are none.
  const axe = () => new AxeBuilder({ page: guest.page }).setLegacyMode()
  await settled(guest)
  const byDay = await axe().analyze()
  await guest.page.emulateMedia({ colorScheme: 'dark' })
  await settled(guest)
  const atDusk = await axe().withRules('color-contrast').analyze()
  await guest.page.emulateMedia({ colorScheme: 'light' })
  const told = (mood: string, { violations }: typeof byDay) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${mood}: ${id}: ${target.join(' ')}: ${failureSummary}`),
      )
  return [...told('day', byDay), ...told('dusk', atDusk)]
}

/** What is still fading in or out has colours that nobody reads by. */
async function settled({ page }: Guest): Promise<void> {
  await page.waitForFunction(() => {
    const passing = document
      .getAnimations()
      .some(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      )
    const still = passing ? 0 : Number(document.body.dataset.still ?? 0) + 1
    document.body.dataset.still = String(still)
    if (still <= 5) return false
    delete document.body.dataset.still
    return true
  })
}
