/** How the bench's processes talk: a line of JSON in, a line of JSON out. They end when their input does. */

import { createInterface } from 'node:readline'

/** Answers each line with what `answer` makes of it; `end` is called when whoever asks is gone. */
export function answerLines(
  answer: (asked: Record<string, unknown>) => unknown,
  end: () => void = () => {},
): void {
  const lines = createInterface({ input: process.stdin })
  lines.on('line', async (line) => {
    try {
      say(await answer(JSON.parse(line)))
    } catch (error) {
      say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  lines.once('close', () => {
    end()
    process.exit()
  })
}

export function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

/** What this process has used up so far: microseconds of CPU, bytes of memory. */
export function usage(): { cpu: number; memory: number } {
  const { user, system } = process.cpuUsage()
  return { cpu: user + system, memory: process.memoryUsage.rss() }
}
