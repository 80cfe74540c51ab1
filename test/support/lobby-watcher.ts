/** Prints the lobby list of the machine that it runs on as JSON lines, each with the time, until it is stopped. */

import { openLobby } from '../../src/discovery/discovery.ts'

const lobby = openLobby({ isOwn: () => false })
const print = (nearby: unknown) => console.log(JSON.stringify({ time: Date.now(), nearby }))
lobby.watch(print)
print(lobby.current())
// The lobby itself does not hold the process.
setInterval(() => {}, 60_000)
