/** The queue: who waits, who comes next to a board that is free, and how many boards there are. */

import { fillSlot } from '../../netcode/collections.ts'
import { other } from './lines.ts'
import { leaving } from './rules-board.ts'
import {
  type Board,
  mostBoards,
  none,
  paces,
  playersPerBoard,
  readyTicks,
  type Side,
  type TicTacToe,
} from './world.ts'

/** Everyone who waits, the next one first. A loser queues from the end of the game on, while it is still looked at. */
export function queueOf({ players }: TicTacToe): number[] {
  const ticket = (seat: number) => players[seat]?.ticket ?? 0
  return [...players.keys()].filter((seat) => ticket(seat) > 0).sort((a, b) => ticket(a) - ticket(b))
}

export function enqueue(state: TicTacToe, seat: number): void {
  const player = state.players[seat]
  if (!player?.here) return
  player.board = none
  if (player.ticket === 0) player.ticket = ++state.tickets
}

export function countHere({ players }: TicTacToe): number {
  let count = 0
  for (const player of players) if (player?.here) count++
  return count
}

function wantedBoards(state: TicTacToe): number {
  return Math.min(mostBoards, Math.ceil(countHere(state) / playersPerBoard))
}

/** Sets up boards for those who wait, while there are fewer than there should be. */
export function openBoards(state: TicTacToe, starter: () => Side): void {
  for (let more = wantedBoards(state) - countBoards(state); more > 0; more--) {
    const [left, right] = queueOf(state)
    if (left === undefined || right === undefined) return
    let index = 0
    while (state.boards[index]) index++
    const chairs = { left: newChair(left), right: newChair(right) }
    fillSlot(state.boards, index, newGame(state, index, chairs, starter()))
  }
}

/** A board whose game has been looked at: the winner stays, whoever has waited longest comes and begins. */
export function succeed(state: TicTacToe, index: number): void {
  const board = state.boards[index]
  if (!board) return
  const goes = leaving(board)
  const stays = other(goes)
  const loser = board[goes].seat
  const stayer = state.players[board[stays].seat]
  // The loser comes again only where nobody else waits; then the two take turns in beginning.
  const next = queueOf(state).find((seat) => seat !== loser) ?? (sits(state, loser, index) ? loser : none)
  const isAlone = stayer?.board !== index || next === none
  if (isAlone || countBoards(state) > wantedBoards(state)) {
    state.boards[index] = undefined
    for (const side of [stays, goes])
      if (sits(state, board[side].seat, index)) enqueue(state, board[side].seat)
    return
  }
  const isRematch = next === loser
  if (!isRematch && sits(state, loser, index)) enqueue(state, loser)
  const chairs = { left: board.left, right: board.right, [goes]: isRematch ? board[goes] : newChair(next) }
  state.boards[index] = newGame(state, index, chairs, isRematch ? other(board.starter) : goes)
}

function newGame(state: TicTacToe, index: number, { left, right }: Pick<Board, Side>, starter: Side): Board {
  for (const { seat } of [left, right]) {
    const player = state.players[seat]
    if (!player) continue
    player.board = index
    player.ticket = 0
  }
  const { game, move } = paces[state.pace]
  return {
    game: ++state.games,
    left: { ...left, clock: game },
    right: { ...right, clock: game },
    starter,
    moves: [],
    moveClock: move + readyTicks,
    outcome: 'open',
    by: 'board',
    show: 0,
  }
}

function newChair(seat: number): Board['left'] {
  return { seat, clock: 0, games: 0 }
}

function sits(state: TicTacToe, seat: number, index: number): boolean {
  return state.players[seat]?.board === index
}

function countBoards({ boards }: TicTacToe): number {
  let count = 0
  for (const board of boards) if (board) count++
  return count
}
