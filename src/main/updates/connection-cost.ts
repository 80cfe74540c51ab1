/**
 * What the internet costs here, as far as the system says. Neither Electron nor a desktop's Chromium tells: there,
 * `navigator.connection` has no `type`, and its `saveData` knows no tariff.
 */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { ConnectionCost } from '../../platform/updates.ts'

interface Question {
  program: string
  given: readonly string[]
  read(answer: string): ConnectionCost
}

/** Asks the system, on this machine alone. Whatever goes wrong, nobody is sure. */
export function connectionCost(platform = process.platform): Promise<ConnectionCost> {
  const question = questions[platform]
  if (!question) return Promise.resolve('unsure')
  return new Promise((resolve) => {
    const options = { timeout: 10_000, windowsHide: true }
    execFile(question.program, question.given, options, (error, answer) => {
      resolve(error === null ? question.read(answer) : 'unsure')
    })
  })
}

const networkManager = 'org.freedesktop.NetworkManager'

/** macOS keeps it from programs without native code, and so is not asked. */
export const questions: Partial<Record<NodeJS.Platform, Question>> = {
  linux: {
    program: 'busctl',
    given: [
      ...['--system', '--auto-start=no', 'get-property', networkManager],
      ...['/org/freedesktop/NetworkManager', networkManager, 'Metered'],
    ],
    // NMMetered: 0 unknown, 1 yes, 2 no, 3 guessed yes, 4 guessed no.
    read: (answer) =>
      /^u [13]$/.test(answer.trim()) ? 'metered' : /^u [24]$/.test(answer.trim()) ? 'free' : 'unsure',
  },
  win32: {
    program: join(process.env.SystemRoot ?? 'C:\\Windows', 'System32/WindowsPowerShell/v1.0/powershell.exe'),
    given: [
      ...['-NoProfile', '-NonInteractive', '-Command'],
      '[Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]' +
        '::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType',
    ],
    // NetworkCostType: Unrestricted, Fixed (up to a limit), Variable (by the byte), Unknown.
    read: (answer) =>
      /^(Fixed|Variable)$/.test(answer.trim())
        ? 'metered'
        : answer.trim() === 'Unrestricted'
          ? 'free'
          : 'unsure',
  },
}
