/** What a host knows a device by: a token of its own for every host, made from one secret that nobody learns. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { authority, type Target } from './link.ts'

/**
 * The token for the host at an address, 32 hex digits. It goes by the address that is dialled, since what a host says of
 * itself can be copied.
 */
export function tokenAt(secret: string, target: Pick<Target, 'host' | 'port'>): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(authority(target))).slice(0, 16))
}
