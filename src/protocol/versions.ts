/** Which of two releases is the newer one, by the rules of semantic versioning (semver.org, section 11). */

export type Age = 'older' | 'same' | 'newer' | 'unknown'

/** Longest version that is looked at, in characters: what a network says may be anything. */
const longest = 40
const number = '(0|[1-9]\\d{0,8})'
const form = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-([0-9a-z-]+(?:\\.[0-9a-z-]+)*))?(?:\\+[0-9a-z.-]+)?$`,
  'i',
)

interface Version {
  /** Major, minor, patch. */
  release: readonly number[]
  /** Empty for a release proper. */
  early: readonly string[]
}

/** How old `theirs` is beside `ours`; `unknown` where either is no version. */
export function ageOf(theirs: string, ours: string): Age {
  const [a, b] = [read(theirs), read(ours)]
  if (a === null || b === null) return 'unknown'
  const order = compareLists(a.release, b.release) || compareEarly(a.early, b.early)
  return order < 0 ? 'older' : order > 0 ? 'newer' : 'same'
}

/** A version as it may be shown to people; null where it is none. */
export function versionText(text: string): string | null {
  return read(text) === null ? null : text
}

function read(text: string): Version | null {
  const match = text.length <= longest ? form.exec(text) : null
  if (match === null) return null
  const early = match[4]?.split('.') ?? []
  // A number with a leading zero is no identifier.
  if (early.some((part) => /^0\d+$/.test(part))) return null
  return { release: match.slice(1, 4).map(Number), early }
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, part] of a.entries()) {
    const order = part - (b[i] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

/** A release comes after all that led to it. */
function compareEarly(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    const order = comparePart(part, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function comparePart(a: string, b: string): number {
  const digits = /^\d+$/
  const [isNumber, isOtherNumber] = [digits.test(a), digits.test(b)]
  if (isNumber && isOtherNumber) return a.length - b.length || compareText(a, b)
  if (isNumber || isOtherNumber) return isNumber ? -1 : 1
  return compareText(a, b)
}

/** By code units, as semver wants it: no language has a say. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
