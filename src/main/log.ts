/** The app's own log: files in its folder that take turns, for the person who plays, and sent to nobody. */

import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createStream, type RotatingFileStream } from 'rotating-file-stream'
import { withoutSecrets } from './secrets.ts'

/** One file that grows and three that have grown: about 2 MB in all. */
const fileSize = '512K'
const oldFiles = 3
const longestEntry = 4000
const linesRemembered = 300
/** Characters that wait for a disk that takes none. Beyond that the oldest are left out. */
const mostWaiting = 256 * 1024
/** Milliseconds until a disk that took nothing is tried again. */
const retryAfter = 30_000

export type Level = 'info' | 'warn' | 'error' | 'fatal'

export interface Log {
  /** Where the files are. */
  readonly folder: string
  /** Never throws and never waits. What is secret is left out. */
  write(level: Level, words: string): void
  /** The last lines, oldest first. */
  tail(lines: number): readonly string[]
  /** Writes at once what still waits, since the process is about to end. Waits for the disk, and never throws. */
  flush(): void
}

export function openLog(folder: string): Log {
  return new FileLog(folder)
}

class FileLog implements Log {
  readonly folder: string
  readonly #remembered: string[] = []
  #stream: RotatingFileStream | null = null
  #triedAt = Number.NEGATIVE_INFINITY
  /** What the disk is taking, and what waits until it has. */
  #underway: string[] = []
  #waiting: string[] = []
  #missed = 0

  constructor(folder: string) {
    this.folder = folder
  }

  write(level: Level, words: string): void {
    const entry = entryOf(level, words)
    this.#remembered.push(...entry.split('\n'))
    if (this.#remembered.length > linesRemembered * 2)
      this.#remembered.splice(0, this.#remembered.length - linesRemembered)
    this.#waiting.push(`${entry}\n`)
    while (this.#waiting.length > 1 && lengthOf(this.#waiting) > mostWaiting) {
      this.#waiting.shift()
      this.#missed++
    }
    this.#pump()
  }

  tail(lines: number): readonly string[] {
    return this.#remembered.slice(-Math.min(lines, linesRemembered))
  }

  flush(): void {
    // What is under way may come twice: better than not at all.
    const rest = [...this.#underway, ...this.#take()].join('')
    this.#stream?.end()
    this.#stream = null
    if (rest === '') return
    try {
      mkdirSync(this.folder, { recursive: true })
      appendFileSync(join(this.folder, nameOf(0)), rest, { mode: 0o600 })
    } catch {
      // A full or read-only disk: there is nowhere left to say so.
    }
  }

  #pump(): void {
    if (this.#underway.length > 0 || this.#waiting.length === 0) return
    const stream = this.#stream ?? this.#open()
    if (!stream) return
    const batch = this.#take()
    this.#underway = batch
    stream.write(batch.join(''), (error) => {
      this.#underway = []
      if (error) {
        this.#waiting.unshift(...batch)
        this.#lost(stream)
      }
      this.#pump()
    })
  }

  #take(): string[] {
    const taken = this.#waiting
    this.#waiting = []
    if (this.#missed > 0) taken.unshift(`${entryOf('warn', `${this.#missed} entries are missing here.`)}\n`)
    this.#missed = 0
    return taken
  }

  /** Any error ends such a stream, such as a disk that is full, or a file that another program holds when it is due to be renamed. */
  #open(): RotatingFileStream | null {
    if (performance.now() - this.#triedAt < retryAfter) return null
    this.#triedAt = performance.now()
    const stream = createStream(nameOf, { path: this.folder, size: fileSize, rotate: oldFiles, mode: 0o600 })
    stream.on('error', () => this.#lost(stream))
    this.#stream = stream
    return stream
  }

  #lost(stream: RotatingFileStream): void {
    if (this.#stream === stream) this.#stream = null
  }
}

/** `romp.log` is the one that grows; `romp.1.log` came before it. */
function nameOf(turn: number | Date | null): string {
  return turn ? `romp.${turn}.log` : 'romp.log'
}

/** Every further line is set in, so that no text can pass for an entry of its own. */
function entryOf(level: Level, words: string): string {
  const clean = withoutSecrets(words).replace(/[^\P{C}\n\t]/gu, '')
  const short = clean.length > longestEntry ? `${clean.slice(0, longestEntry)} …` : clean
  return `${new Date().toISOString()} ${level.padEnd(5)} ${short.trimEnd().replaceAll('\n', '\n    ')}`
}

function lengthOf(entries: readonly string[]): number {
  return entries.reduce((sum, entry) => sum + entry.length, 0)
}
