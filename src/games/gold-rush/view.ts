/** How the gold rush is drawn and played on a screen. */

import { height, width } from '../field.ts'
import { Walk, walkControl } from '../steering.ts'
import type { Control, Cue, Devices, Face, Frame, Pose, View } from '../view.ts'
import { Pictures } from '../view-pictures.ts'
import { isWater, type Land } from './land.ts'
import { landFor } from './land-plans.ts'
import { Bases, chestAt } from './view-bases.ts'
import { captionOf } from './view-caption.ts'
import { drawFlying, drawLying } from './view-coins.ts'
import { type Banner, bannersOf } from './view-colours.ts'
import { rushCues, Strides } from './view-cues.ts'
import { Flights } from './view-flights.ts'
import { Ground, isPond } from './view-ground.ts'
import { drawBehind, drawLoad, Sacks } from './view-loads.ts'
import { drawBreath, drawDizzy, drawRipples, drawSole, drawWind } from './view-people.ts'
import { drawAim, drawClock, drawGlow, drawHomeHint } from './view-signs.ts'
import { drawMine, drawObstacle } from './view-things.ts'
import {
  type Body,
  bodyRadius,
  hedge,
  type Rush,
  type RushInput,
  rumbleTicks,
  untilEruption,
  walkingSpeed,
} from './world.ts'

const controls: readonly Control[] = [
  walkControl,
  {
    action: 'dash',
    label: 'Dash',
    keys: 'Space or E; or right click',
    touch: 'The round button',
    pad: 'A',
    codes: ['Space', 'KeyE'],
    buttons: [0],
    mouseButtons: [2],
  },
]

/** Something that stands in the valley, drawn when all behind it is. */
interface Standing {
  readonly depth: number
  draw(): void
}

class RushView implements View<Rush, RushInput> {
  readonly controls = controls
  readonly #walk = new Walk({ speed: walkingSpeed, nearest: insideTheHedge })
  readonly #pictures = new Pictures((scale) => Math.min(4, Math.max(0.25, scale || 1)))
  readonly #ground = new Ground()
  readonly #bases = new Bases(this.#pictures)
  readonly #flights = new Flights()
  readonly #sacks = new Sacks()
  readonly #strides = new Strides()

  sample(devices: Devices, state: Rush, me: number | null): RushInput {
    const body = me === null ? undefined : state.players[me]
    const will = this.#walk.will(devices, body)
    return { ...will, dash: devices.held.has('dash') || devices.pressed.has('dash') }
  }

  focus(state: Rush, seat: number | null) {
    return (seat === null ? undefined : state.players[seat]) ?? null
  }

  caption(state: Rush, me: number | null, faces: ReadonlyMap<number, Face>): string | null {
    return captionOf(state, me, faces)
  }

  draw(canvas: CanvasRenderingContext2D, frame: Frame<Rush>): void {
    const { state, me, faces, paint, time } = frame
    const land = landFor(state.teams.length)
    const banners = bannersOf(state, faces, paint)
    const own = me === null || !state.players[me] ? null : (state.members[me]?.team ?? null)
    this.#walk.pass(time)
    this.#sacks.pass(time, state.players, paint.reducedMotion)
    this.#flights.pass(state, land, time, (team) => this.#bases.fell(team, time))

    paint.meadow((x, y) => isPond(land, x, y))
    this.#pictures.begin(canvas, paint.mood)
    this.#ground.draw(canvas, land, paint, time)
    const ownBanner = own === null ? undefined : banners[own]
    if (own !== null && ownBanner)
      this.#bases.drawOwnRing(canvas, land, own, ownBanner.colour, paint.reducedMotion ? 0 : time)
    if (this.#walk.goal && me !== null) drawAim(canvas, this.#walk.goal, paint.colour(me), paint, time)
    drawLying(canvas, this.#pictures, state.gold.coins, paint, time)
    for (const it of this.#standing(canvas, frame, land, banners)) it.draw()
    drawFlying(canvas, this.#pictures, state.gold.coins, paint, time)
    this.#flights.draw(canvas, this.#pictures, paint, time)
    drawGlow(canvas, state, paint, time)
    this.#drawWords(canvas, frame, land, banners)
    const body = me === null ? undefined : state.players[me]
    if (own !== null && ownBanner && body)
      drawHomeHint(canvas, land, own, ownBanner, paint, { load: body.load, time })
    drawClock(canvas, this.#pictures, state, paint, time)
  }

  cues(before: Rush, after: Rush, me: number | null): readonly Cue[] {
    return [...rushCues(before, after, me), ...this.#strides.cues(before, after, me)]
  }

  /** Rocks, trees, chests and people, from far to near; one's own character is never covered by another. */
  #standing(
    canvas: CanvasRenderingContext2D,
    { state, me, paint, time }: Frame<Rush>,
    land: Land,
    banners: readonly Banner[],
  ): readonly Standing[] {
    const { mood } = paint
    const pictures = this.#pictures
    const standing: Standing[] = land.obstacles.map((it) => ({
      depth: it.y,
      draw: () => drawObstacle(canvas, pictures, it),
    }))
    const trembles = state.left === 0 ? 0 : Math.max(0, 1 - untilEruption(state) / rumbleTicks)
    const { middle } = land
    standing.push({
      depth: middle.y,
      draw: () => drawMine(canvas, pictures, mood, middle, paint.reducedMotion ? 0 : trembles, time),
    })
    const members = state.teams.map(() => 0)
    for (const member of state.members) if (member) members[member.team] = (members[member.team] ?? 0) + 1
    const all = state.teams.map((it) => it?.banked ?? 0)
    const most = Math.max(1, ...all)
    const isAlone = all.indexOf(most) === all.lastIndexOf(most)
    state.teams.forEach((it, team) => {
      const banner = banners[team]
      const chest = chestAt(land, team)
      const banked = it?.banked ?? 0
      const told = { team, banked, members: members[team] ?? 1, leads: banked === most && isAlone }
      if (banner)
        standing.push({
          depth: chest.y,
          draw: () => this.#bases.drawChest(canvas, chest, told, banner, paint, time),
        })
    })
    state.players.forEach((body, seat) => {
      const banner = banners[state.members[seat]?.team ?? 0]
      if (!body || !banner) return
      const depth = seat === me ? body.y + bodyRadius : body.y
      const wades = isWater(land, body.x, body.y)
      standing.push({
        depth,
        draw: () => {
          if (wades) drawRipples(canvas, body, paint, time)
          if (seat === me) drawBreath(canvas, body, paint)
          this.#drawPerson(canvas, seat, body, banner, state, paint)
        },
      })
    })
    return standing.sort((a, b) => a.depth - b.depth)
  }

  #drawPerson(
    canvas: CanvasRenderingContext2D,
    seat: number,
    body: Body,
    banner: Banner,
    state: Rush,
    paint: Frame<Rush>['paint'],
  ): void {
    drawWind(canvas, body, paint)
    drawSole(canvas, body, banner.colour)
    drawBehind(canvas, this.#pictures, body, this.#sacks.side(seat), banner, paint)
    paint.character(poseOf(seat, body, state))
  }

  #drawWords(
    canvas: CanvasRenderingContext2D,
    { state, me, paint, time }: Frame<Rush>,
    land: Land,
    banners: readonly Banner[],
  ): void {
    const own = me === null ? undefined : state.players[me]
    state.teams.forEach((it, team) => {
      const banner = banners[team]
      const chest = chestAt(land, team)
      const covers = !!own && Math.abs(own.x - chest.x) < 56 && Math.abs(own.y - chest.y - 44) < 46
      const told = { team, banked: it?.banked ?? 0, covers }
      if (banner) this.#bases.drawScore(canvas, chest, told, banner, paint, time)
    })
    state.players.forEach((body, seat) => {
      if (!body) return
      paint.label(poseOf(seat, body, state))
      drawLoad(body, this.#sacks.side(seat), paint)
      drawDizzy(canvas, body, paint, time)
    })
  }
}

export function makeGoldRushView(): View<Rush, RushInput> {
  return new RushView()
}

function insideTheHedge({ x, y }: { x: number; y: number }) {
  const edge = hedge + bodyRadius
  return { x: Math.max(edge, Math.min(width - edge, x)), y: Math.max(edge, Math.min(height - edge, y)) }
}

/** Whoever stands about looks at the mine, where it will rumble next. */
function poseOf(seat: number, body: Body, { teams }: Rush): Pose {
  const pose = { seat, x: body.x, y: body.y, radius: bodyRadius, vx: body.vx, vy: body.vy }
  const idle = Math.hypot(body.vx, body.vy) < 40
  return idle ? { ...pose, lookAt: landFor(teams.length).middle } : pose
}
