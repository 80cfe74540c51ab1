/**
 * What must never be written down: passwords, tokens, proofs. Whatever knows a secret says so here, and every line of
 * the log and of the diagnostics goes through here; what has the shape of a secret is hidden even where nobody said so.
 */

/** What stands in a secret's place. */
const gap = '‹hidden›'

/** Below this length a secret is hidden only where it stands alone: gaps inside of words would spell it. */
const shortest = 5

/** Names that a secret goes by in JSON, in objects as Node prints them, in headers and in addresses. */
const named =
  /(["'`]?\b(?:(?:operator|device|access|resume|csc_?key)?_?(?:token|password|passwd|passphrase|secret|proof|challenge|authorization|cookie)|resume)["'`]?\s*(?:[:=]|%3D)\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|(?:Bearer |Basic )?[^\s,;&)}\]"']+)/gi

/** What comes before the host in an address: `user:password@`. */
const inAddress = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi

/** Device tokens, keys of seats, challenges and proofs are hex digits, 32 or 64 of them. */
const hex = /\b[0-9a-f]{32,}\b/gi

/** Sixteen random bytes as base64url, as this app makes its tokens: a word of a program is hardly ever like that. */
const base64 = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*[\d_-])[\w-]{22}(?![\w-])/g

const known = new Set<string>()

/** From now on this text is in nothing that is written down. It is remembered for as long as the app runs. */
export function keepSecret(secret: string): void {
  if (secret.trim() === '') return
  // Line by line too, as another process's words arrive.
  const parts = [secret, ...secret.split(/\r?\n/).filter((part) => part.trim().length >= shortest)]
  for (const form of parts.flatMap((part) => [part, part.normalize('NFC'), part.normalize('NFD')])) {
    known.add(form)
    // As errors quote it: in JSON, in an object that was printed, in an address.
    known.add(JSON.stringify(form).slice(1, -1))
    known.add(form.replaceAll('\\', '\\\\').replaceAll("'", "\\'"))
    known.add(encodeURIComponent(Buffer.from(form).toString()))
  }
}

/** The same text without its secrets. To be done before a text is cut: half a secret would not be known again. */
export function withoutSecrets(text: string): string {
  let clean = text
  // Long ones first, since one may be part of another.
  for (const secret of [...known].sort((a, b) => b.length - a.length)) clean = without(clean, secret)
  return clean
    .replace(named, (_all, name: string) => `${name}${gap}`)
    .replace(inAddress, `$1${gap}@`)
    .replace(hex, gap)
    .replace(base64, gap)
}

function without(text: string, secret: string): string {
  if (secret.length >= shortest) return text.replaceAll(secret, gap)
  const alone = `(?<![\\p{L}\\p{N}])${secret.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')}(?![\\p{L}\\p{N}])`
  return text.replace(new RegExp(alone, 'gu'), gap)
}
