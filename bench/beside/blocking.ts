/** The two ways in which a thread can be held up. */

/** Waiting, as a menu, a dialog or a dragged window lets it; busy, as work does, which takes a whole core from everybody. */
export interface Block {
  state: 'waiting' | 'busy'
  ms: number
}

/** Returns when it is over. The first argument is Electron's API, where this is sent there as source. */
export function blockThread(_electron: unknown, { state, ms }: Block): void {
  if (state === 'waiting') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  else for (const until = performance.now() + ms; performance.now() < until; );
}
