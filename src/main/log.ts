/** The app's own log: files in its folder that take turns, for the person who plays, and sent to nobody. */

export interface Log {
  /** Where the files are. */
  readonly folder: string
  /** The last lines, oldest first. */
  tail(lines: number): readonly string[]
}

export function openLog(folder: string): Log {
  return { folder, tail: () => [] }
}
