/** How a program that is handed on is called, and how its file is checked. */

import type { OwnSystem } from '../../platform/own-system.ts'
import type { Offer, System } from '../../protocol/offer.ts'

const systemNames: Record<System, string> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' }
const processors: Record<string, string> = { x64: 'x64', arm64: 'ARM', ia32: '32 bit' }

/** Such as "Romp for Linux (x64)". */
export function offerTitle({ kind, system, arch }: Pick<Offer, 'kind' | 'system' | 'arch'>): string {
  const what = kind === 'app' ? 'Romp' : 'Romp’s headless host'
  return `${what} for ${systemNames[system]} (${processors[arch] ?? arch})`
}

/** In millions of bytes, as systems and browsers show it; the number and its unit stay together. */
export function sizeText(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1e6))}\u00a0MB`
}

/** What prints the file's SHA-256 on the guest's machine, or where that is none of these, on one that it is for. */
export function checkCommand({ file, system }: Pick<Offer, 'file' | 'system'>, own: OwnSystem): string {
  const commands: Record<System, string> = {
    linux: `sha256sum ${file}`,
    win32: `Get-FileHash ${file}`,
    darwin: `shasum -a 256 ${file}`,
  }
  return commands[own === null || own === 'other' ? system : own]
}

/** What must be typed before its first start, where the system runs nothing that was merely fetched. */
export function allowCommand({ file, system }: Pick<Offer, 'file' | 'system'>): string | null {
  return system === 'win32' ? null : `chmod +x ${file}`
}

/** Where that is typed. */
export function checkPlace({ system }: Pick<Offer, 'system'>, own: OwnSystem): string {
  return (own === null || own === 'other' ? system : own) === 'win32' ? 'PowerShell' : 'a terminal'
}

/** Whether it is made for what the guest sits at; where nobody knows, it may be. */
export function fits({ system }: Pick<Offer, 'system'>, own: OwnSystem): boolean {
  return own === null || system === own
}
