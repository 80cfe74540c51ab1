/** WebSocket frames as a host sends them: whole and unmasked (RFC 6455, section 5.2). */

const wholeText = 0x81
const wholeBinary = 0x82

let last: { readonly payload: string | Uint8Array; readonly frame: Buffer } | null = null

/** The frame of a payload. A broadcast hands the same to one after the other: it is framed once. */
export function framed(payload: string | Uint8Array): Buffer {
  if (last?.payload !== payload) last = { payload, frame: frame(payload) }
  return last.frame
}

function frame(payload: string | Uint8Array): Buffer {
  const isText = typeof payload === 'string'
  const body = isText ? Buffer.from(payload) : payload
  const { length } = body
  const header = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10
  const bytes = Buffer.allocUnsafe(header + length)
  bytes[0] = isText ? wholeText : wholeBinary
  if (header === 2) {
    bytes[1] = length
  } else if (header === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.set(body, header)
  return bytes
}
