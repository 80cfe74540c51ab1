/** The versions that two programs compare before they talk. */

/** Raised whenever a byte or a message on the wire changes its meaning. */
export const protocolVersion = 3

/** The WebSocket subprotocol that a client offers and a host accepts. */
export const subprotocol = `romp.${protocolVersion}`

/** The release, as shown to people. `package.json` carries the same; a test holds them together. */
export const version = '0.1.0'
