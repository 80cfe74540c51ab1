/** Two pages and an emulated phone at one headless host, with a witness who knows the host's truth. */

import { type Browser, chromium } from 'playwright-core'
import type { Appearance } from '../../src/protocol/appearance.ts'
import type { Point } from '../../src/renderer/stage/camera.ts'
import { chromiumArguments, needChromium } from '../support/chromium.ts'
import { Guest, phone } from '../support/page-driver.ts'
import type { Witness } from './witness.ts'

export const ann: Appearance = { name: 'Ann', colour: 'plum', shape: 'circle' }
export const ben: Appearance = { name: 'Ben', colour: 'sky', shape: 'square' }
export const pia: Appearance = { name: 'Pia', colour: 'rust', shape: 'hexagon' }

/** How far a body's picture may lie from its place, in world units: a picture leans and its shade does not count. */
export const near = 26
/** For what takes the time it takes on a machine that is busy. */
export const patient = { timeout: 30_000, interval: 50 }

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments] })
}

export async function threeGuests(browser: Browser, base: string): Promise<[Guest, Guest, Guest]> {
  const guests = await Promise.all([
    Guest.open(browser, { url: base, as: ann }),
    Guest.open(browser, { url: base, as: ben }),
    Guest.open(browser, { url: base, as: pia, device: phone }),
  ])
  for (const guest of guests) await guest.join()
  return guests
}

export function distance(a: Point | null | undefined, b: Point | null | undefined): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY
}

/** Waits for something that a busy machine may take its time for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeout = patient.timeout,
): Promise<void> {
  const end = performance.now() + timeout
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not happen that ${what}.`)
    await new Promise((later) => setTimeout(later, patient.interval))
  }
}

/** Waits until the host has somebody stand still; where. */
export async function standing(witness: Witness, name: string): Promise<Point> {
  await until(`${name} stands still`, () => witness.stands(name))
  return witness.body(name)!
}

/** Lets somebody with a mouse walk somewhere. */
export async function walkTo(guest: Guest, name: string, place: Point, witness: Witness): Promise<Point> {
  const { x, y } = await guest.pointAt(place)
  await guest.page.mouse.click(x, y)
  await until(`${name} comes where was clicked`, () => distance(witness.body(name), place) < 30)
  return await standing(witness, name)
}

/** Lets somebody with a phone walk somewhere: tap by tap, since it shows only a part of the meadow. */
export async function tapTo(guest: Guest, who: Appearance, place: Point, witness: Witness): Promise<Point> {
  for (;;) {
    const from = await standing(witness, who.name)
    const far = distance(from, place)
    if (far < 45) return from
    await tapTowards(guest, who, from, place)
    await until(`${who.name} walks`, () => distance(witness.body(who.name), from) > Math.min(20, far / 2))
  }
}

/** One tap on the way to a place, as far as the phone's screen reaches. */
export async function tapTowards(guest: Guest, who: Appearance, from: Point, place: Point): Promise<void> {
  const own = await guest.spot(who.colour)
  if (!own) throw new Error(`The phone does not show ${who.name}.`)
  const share = Math.min(1, 260 / distance(from, place)) * (await guest.scale())
  await guest.page.touchscreen.tap(own.x + (place.x - from.x) * share, own.y + (place.y - from.y) * share)
}

/** Holds keys until the host has moved them so far, in world units. */
export async function walkByKeys(
  guest: Guest,
  name: string,
  keys: readonly string[],
  far: number,
  witness: Witness,
): Promise<{ from: Point; to: Point }> {
  const from = await standing(witness, name)
  for (const key of keys) await guest.page.keyboard.down(key)
  await until(`${name} walks by ${keys.join(' and ')}`, () => distance(witness.body(name), from) > far)
  for (const key of keys) await guest.page.keyboard.up(key)
  return { from, to: await standing(witness, name) }
}
