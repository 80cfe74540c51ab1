/** The gamepads that are plugged in. */

/** None where the browser hides them from plain HTTP pages, as Firefox does. */
export function connectedPads(): Gamepad[] {
  const all: (Gamepad | null)[] = 'getGamepads' in navigator ? navigator.getGamepads() : []
  return all.filter((pad) => pad !== null)
}
