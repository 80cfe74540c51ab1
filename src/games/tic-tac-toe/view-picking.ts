/** From click, tap, keys and pad to what one wants: a cell of one's own board, or a player to back. */

import type { Devices } from '../view.ts'
import { turnOf } from './lines.ts'
import { cellAt, chairRadius, type Point } from './view-layout.ts'
import type { People } from './view-people.ts'
import type { Tables } from './view-tables.ts'
import { type Board, guessBefore, idle, none, sides, type TicTacToe, type TicTacToeInput } from './world.ts'

/** Seconds that a press is said for: longer than a tick, so that it is heard, and then let go of. */
const saidFor = 0.14
const pauseFor = 0.07
/** Seconds until a stick that is held moves the cursor again. */
const again = 0.26
const stickThrow = 0.55

/** The nine keys under the left hand lie as the cells do. */
const cellKeys = ['KeyQ', 'KeyW', 'KeyE', 'KeyA', 'KeyS', 'KeyD', 'KeyZ', 'KeyX', 'KeyC']
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export class Picking {
  /** The cell that one means, also while it is not one's turn; null for none. */
  cursor: number | null = null
  #time = 0
  #said: { input: TicTacToeInput; from: number; until: number } | null = null
  #keys: ReadonlySet<string> = new Set()
  #tap: Point | null = null
  #held = false
  #pointer: Point | null = null
  #place = false
  #stickAt = Number.NEGATIVE_INFINITY
  #game = none

  /** Time goes on, in seconds. */
  pass(time: number): void {
    this.#time = time
  }

  input(
    devices: Devices,
    state: TicTacToe,
    me: number | null,
    tables: Tables,
    people: People,
  ): TicTacToeInput {
    const press = this.#pressed(devices)
    const steps = this.#steps(devices)
    const placed = devices.pressed.has('place') && !this.#place
    const typed = cellKeys.findIndex((key) => devices.keys.has(key) && !this.#keys.has(key))
    const hover = this.#hovered(devices)
    this.#remember(devices)
    const player = me === null ? undefined : state.players[me]
    const board = player && state.boards[player.board]
    if (board && me !== null) {
      this.#aim(board, tables.restOf(player.board), { press, hover, steps, typed })
      const isPointed = press !== null && cellAt(tables.restOf(player.board), press) !== null
      if (placed || typed !== none || isPointed) this.#sayCell(board, me, isPointed)
    } else this.#watch(state, tables, people, { press, steps, plays: player?.here === true })
    return this.#speak()
  }

  #aim(
    board: Board,
    place: Parameters<typeof cellAt>[0],
    {
      press,
      hover,
      steps,
      typed,
    }: { press: Point | null; hover: Point | null; steps: readonly Point[]; typed: number },
  ): void {
    if (board.game !== this.#game) this.cursor = null
    this.#game = board.game
    if (hover) this.cursor = cellAt(place, hover)
    for (const step of steps) {
      // The first step only shows where the cursor is.
      const from = this.cursor
      const column = from === null ? 1 : ((from % 3) + step.x + 3) % 3
      const row = from === null ? 1 : (Math.floor(from / 3) + step.y + 3) % 3
      this.cursor = row * 3 + column
    }
    if (typed !== none) this.cursor = typed
    if (press) this.cursor = cellAt(place, press) ?? this.cursor
  }

  /**
   * Only what counts is said: in somebody else's turn the cursor marks the cell, and nothing is played by itself. Keys go
   * on from where they were; a finger is somewhere else next time.
   */
  #sayCell(board: Board, me: number, isPointed: boolean): void {
    const turn = turnOf(board)
    if (this.cursor === null || !turn || board[turn].seat !== me || board.moves.includes(this.cursor)) return
    this.#say({ cell: this.cursor, backs: none })
    if (isPointed) this.cursor = null
  }

  /** Whoever waits or watches taps a player to back them, or a board to see it in the middle. */
  #watch(
    state: TicTacToe,
    tables: Tables,
    people: People,
    { press, steps, plays }: { press: Point | null; steps: readonly Point[]; plays: boolean },
  ): void {
    this.cursor = null
    const middle = tables.middle === null ? undefined : state.boards[tables.middle]
    for (const step of steps) {
      if (step.x !== 0 && middle && plays) this.#back(middle, step.x < 0 ? 'left' : 'right')
      if (step.y !== 0) tables.follow(nextBoard(state, tables.middle ?? none, step.y))
    }
    if (!press) return
    for (const [index, board] of state.boards.entries()) {
      if (!board) continue
      const place = tables.restOf(index)
      const side = sides.find((one) => {
        const pose = people.pose(board[one].seat)
        const reach = chairRadius(place.cell) * 1.2 + 24
        return pose && Math.hypot(press.x - pose.x, press.y - pose.y) < reach
      })
      if (side && plays) this.#back(board, side)
      if (side || cellAt(place, press) !== null) tables.follow(index)
    }
  }

  #back(board: Board, side: (typeof sides)[number]): void {
    if (mayBack(board)) this.#say({ cell: none, backs: board[side].seat })
  }

  #say(input: TicTacToeInput): void {
    const said = this.#said
    // What has not been said yet is said otherwise; two presses are told apart by a moment without any.
    const free = said ? said.until + pauseFor : 0
    const from = said && this.#time < said.from ? said.from : Math.max(this.#time, free)
    this.#said = { input, from, until: from + saidFor }
  }

  #speak(): TicTacToeInput {
    const said = this.#said
    if (!said) return idle
    if (this.#time > said.until + pauseFor) this.#said = null
    return this.#time >= said.from && this.#time <= said.until ? said.input : idle
  }

  /** Where a click, a tap or a long press began in this frame. A tap is told again until it has been taken. */
  #pressed({ tap, pointer }: Devices): Point | null {
    const same = tap && this.#tap && tap.x === this.#tap.x && tap.y === this.#tap.y
    if (tap && !same) return tap
    return pointer?.held && !this.#held && !tap ? pointer : null
  }

  /** Where the pointer moved to in this frame. */
  #hovered({ pointer }: Devices): Point | null {
    if (!pointer) return null
    const moved = !this.#pointer || pointer.x !== this.#pointer.x || pointer.y !== this.#pointer.y
    return moved ? pointer : null
  }

  #steps({ keys, stick }: Devices): Point[] {
    const steps = Object.entries(arrows).flatMap(([key, step]) =>
      keys.has(key) && !this.#keys.has(key) ? step : [],
    )
    if (!stick || Math.hypot(stick.x, stick.y) < stickThrow) this.#stickAt = Number.NEGATIVE_INFINITY
    else if (this.#time - this.#stickAt > again) {
      this.#stickAt = this.#time
      const across = Math.abs(stick.x) > Math.abs(stick.y)
      steps.push(across ? { x: Math.sign(stick.x), y: 0 } : { x: 0, y: Math.sign(stick.y) })
    }
    return steps
  }

  #remember({ keys, tap, pointer, pressed }: Devices): void {
    this.#keys = new Set(keys)
    this.#tap = tap
    this.#held = pointer?.held === true
    this.#pointer = pointer
    this.#place = pressed.has('place')
  }
}

/** Whether it is still open enough to guess who wins. */
export function mayBack(board: Board): boolean {
  return board.outcome === 'open' && board.moves.length < guessBefore
}

function nextBoard({ boards }: TicTacToe, from: number, step: number): number {
  const open = [...boards.keys()].filter((index) => boards[index])
  return open[(open.indexOf(from) + step + open.length) % open.length] ?? none
}
