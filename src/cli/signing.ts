/** Whether what is packed for a system gets signed, as the environment says: fully, not at all, or refused half set. */

export type System = 'linux' | 'mac' | 'win'

export interface Signing {
  /** What becomes of it, for the person who packs: one line. */
  line: string
  /** electron-builder's settings that hold it to that, as `-c.NAME=VALUE` takes them. */
  settings: Record<string, string>
}

type Environment = Readonly<Record<string, string | undefined>>
/** A setting that is there but empty is one that a workflow's missing secret has left behind. */
type Set = (name: string) => boolean

/** What to tell the person who packs: what is missing, by name. */
export class SigningError extends Error {
  override readonly name = 'SigningError'
}

/** Throws a SigningError for a combination that says half of what it takes. */
export function signingOf(system: System, environment: Environment, onMac: boolean): Signing {
  const set: Set = (name) => Boolean(environment[name]?.trim())
  if (system === 'linux') return { line: 'Linux: there is nothing to sign.', settings: {} }
  return system === 'win' ? windows(set) : mac(set, onMac)
}

/** The environment without what is empty, and without the certificate of the other system. */
export function environmentFor(system: System, environment: Environment): Environment {
  const others = system === 'mac' ? /^WIN_CSC_/ : /^(CSC|APPLE)_/
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => !(isSigning(name) && (value?.trim() === '' || others.test(name))),
    ),
  )
}

function isSigning(name: string): boolean {
  return /^(WIN_CSC|CSC|APPLE)_/.test(name)
}

function windows(set: Set): Signing {
  if (!both(set, 'Windows', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD')) {
    return { line: 'Windows: not signed: WIN_CSC_LINK is not set.', settings: {} }
  }
  return { line: 'Windows: signed with WIN_CSC_LINK.', settings: { forceCodeSigning: 'true' } }
}

function mac(set: Set, onMac: boolean): Signing {
  const certificate = both(set, 'macOS', 'CSC_LINK', 'CSC_KEY_PASSWORD')
  const account = notarising(set)
  if (!certificate && !set('CSC_NAME')) {
    if (account)
      throw new SigningError(
        `macOS: ${account} is set, but what is not signed is not notarised: CSC_LINK is not set.`,
      )
    return unsignedMac('CSC_LINK is not set', onMac)
  }
  if (!onMac) return unsignedMac('only a Mac can', onMac)
  const by = certificate ? 'CSC_LINK' : 'CSC_NAME'
  return account
    ? {
        line: `macOS: signed with ${by}, notarised with ${account}.`,
        settings: { forceCodeSigning: 'true', 'mac.notarize': 'true' },
      }
    : {
        line: `macOS: signed with ${by}; not notarised: APPLE_API_KEY is not set.`,
        settings: { forceCodeSigning: 'true', 'mac.notarize': 'false' },
      }
}

/** Processors of Apple's run nothing without a signature, so that on a Mac it gets one that is nobody's. */
function unsignedMac(why: string, onMac: boolean): Signing {
  const settings = { 'mac.identity': 'null', 'mac.notarize': 'false' }
  return {
    line: `macOS: neither signed nor notarised: ${why}.`,
    settings: onMac ? { ...settings, 'electronFuses.resetAdHocDarwinSignature': 'true' } : settings,
  }
}

/** The ways to tell Apple who asks; the first name of each stands for it. */
const accounts = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
] as const

function notarising(set: Set): string | null {
  const begun = accounts.filter((names) => names.some(set))
  const [account, another] = begun
  if (!account) return null
  if (another)
    throw new SigningError(`macOS: ${account[0]} and ${another[0]} are both set: it takes one of them.`)
  demand('macOS', account, set)
  return account[0]
}

/** Whether there is a certificate; it always comes with its password. */
function both(set: Set, system: string, certificate: string, password: string): boolean {
  if (!set(certificate) && !set(password)) return false
  demand(system, [certificate, password], set)
  return true
}

function demand(system: string, names: readonly string[], set: Set): void {
  const there = names.find(set)
  const missing = names.filter((name) => !set(name))
  if (missing.length === 0) return
  const verb = missing.length === 1 ? 'is' : 'are'
  throw new SigningError(`${system}: ${there} is set, but ${missing.join(' and ')} ${verb} not.`)
}
