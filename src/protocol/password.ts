/**
 * Proving a password without sending it: the host gives a fresh challenge, the client answers with a keyed hash.
 * The page is served over plain HTTP, where `crypto.subtle` is absent, so the hash comes from a library.
 */

import { hmac } from '@noble/hashes/hmac.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Enough that guessing from an overheard proof is slow, little enough for an old phone: about 50 ms there. */
const rounds = 10_000

/** A key that stands for the password at one host: 32 bytes. Slow on purpose; derive it once. */
export function passwordKey(password: string, hostId: string): Uint8Array {
  return pbkdf2(sha256, utf8ToBytes(password.normalize('NFC')), utf8ToBytes(`romp ${hostId}`), {
    c: rounds,
    dkLen: 32,
  })
}

/** The answer to a challenge (64 hex digits), itself 64 hex digits. */
export function passwordProof(key: Uint8Array, challenge: string): string {
  return bytesToHex(hmac(sha256, key, hexToBytes(challenge)))
}

/** Compares two proofs in a time that does not tell where they differ. */
export function sameProof(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
