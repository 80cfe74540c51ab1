/** The stand-in's `screen`: one display with a task bar at its foot. */

export const onlyDisplay = {
  id: 1,
  scaleFactor: 1,
  displayFrequency: 60,
  size: { width: 1920, height: 1080 },
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
} as Electron.Display

export const screen = {
  getAllDisplays: (): Electron.Display[] => [onlyDisplay],
  getPrimaryDisplay: (): Electron.Display => onlyDisplay,
  getDisplayMatching: (_bounds: Electron.Rectangle): Electron.Display => onlyDisplay,
}
