/** What is said when two versions of Romp meet: who is older, and what can be done about it. */

import type { Advert } from '../../protocol/advert.ts'
import { pageUrl, type Target } from '../../protocol/link.ts'
import { releasesPage } from '../../protocol/project.ts'
import { protocolVersion, version } from '../../protocol/version.ts'
import { type Age, ageOf, versionText } from '../../protocol/versions.ts'

export interface Met extends Pick<Advert, 'protocol' | 'version'> {
  /** Whether the host's page offers the program that it runs. */
  offers?: boolean | undefined
}

/** An address of the web, and what is behind it. */
export interface Link {
  label: string
  url: string
}

/** Null where both are the same, or where nobody needs to know. */
export function versionGap(met: Met, where: 'desktop' | 'browser'): string | null {
  const fits = met.protocol === protocolVersion
  if (where === 'browser') {
    // Another host's party opens as that host's page, whatever its version.
    return fits ? null : `They have ${named(met)}, this page is ${version}. Open their page to join.`
  }
  const both = `This party runs ${named(met)}; yours is ${version}.`
  const age = hostAge(met)
  if (!fits) return `${both} ${age === 'newer' ? 'Update yours to join.' : 'The host should update.'}`
  return age === 'newer' || age === 'older' ? both : null
}

/** How old the host's Romp is beside ours. What it speaks decides, where that differs. */
export function hostAge({ protocol, version: theirs }: Met): Age {
  if (protocol !== protocolVersion) return protocol > protocolVersion ? 'newer' : 'older'
  return ageOf(theirs, version)
}

/** Where the app's player gets on, the likeliest first; nothing where nobody has to do anything. */
export function waysOn(met: Met, target: Target): Link[] {
  const age = hostAge(met)
  const page = pageUrl({ ...target, room: null })
  const ways: Link[] = []
  if (age === 'newer') {
    ways.push(
      met.offers
        ? { label: 'Get theirs from their page', url: page }
        : { label: 'See Romp’s releases', url: releasesPage },
    )
  }
  // Every host's page fits the host that serves it.
  if (met.protocol !== protocolVersion) ways.push({ label: 'Play in the browser', url: pageUrl(target) })
  return ways
}

/** What network neighbours say of their version is shown only where it is one. */
export function named({ version: theirs }: Pick<Met, 'version'>): string {
  const text = versionText(theirs)
  return text === null ? 'another Romp' : `Romp ${text}`
}
