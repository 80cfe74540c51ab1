/** Binary WebSocket frames as a host sends them: whole and unmasked (RFC 6455, section 5.2). */

const wholeBinary = 0x82

let last: { readonly payload: Uint8Array; readonly frame: Buffer } | null = null

/** The frame of a payload. A broadcast hands the same bytes to one after the other: these are framed once. */
export function framed(payload: Uint8Array): Buffer {
  if (last?.payload !== payload) last = { payload, frame: frame(payload) }
  return last.frame
}

function frame(payload: Uint8Array): Buffer {
  const { length } = payload
  const header = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10
  const bytes = Buffer.allocUnsafe(header + length)
  bytes[0] = wholeBinary
  if (header === 2) {
    bytes[1] = length
  } else if (header === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.set(payload, header)
  return bytes
}
