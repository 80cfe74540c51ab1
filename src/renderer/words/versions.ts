/** Who should update when two versions of Romp meet. */

import type { Advert } from '../../protocol/advert.ts'
import { protocolVersion, version } from '../../protocol/version.ts'

/** Null where both speak the same. */
export function versionGap(
  advert: Pick<Advert, 'protocol' | 'version'>,
  where: 'desktop' | 'browser',
): string | null {
  if (advert.protocol === protocolVersion) return null
  const both = `Theirs is Romp ${advert.version || '?'}, yours ${version}.`
  if (advert.protocol < protocolVersion) return `${both} The host should update.`
  return where === 'desktop' ? `${both} Update yours to join.` : `${both} Open their page to join.`
}
