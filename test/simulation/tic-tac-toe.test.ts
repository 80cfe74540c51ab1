/** Tic-tac-toe's own rules: boards and the queue, clocks, presses, guesses, and what a screen makes of clicks. */

import { describe, expect, it } from 'vitest'
import { ticTacToe as game } from '../../src/games/tic-tac-toe/game.ts'
import { notation, takenBy, turnOf } from '../../src/games/tic-tac-toe/lines.ts'
import { queueOf } from '../../src/games/tic-tac-toe/rules-queue.ts'
import { bestMoves, winningMoves } from '../../src/games/tic-tac-toe/search.ts'
import { captionOf } from '../../src/games/tic-tac-toe/view-caption.ts'
import { cellMiddle, middlePlace, sidePlace } from '../../src/games/tic-tac-toe/view-layout.ts'
import { People } from '../../src/games/tic-tac-toe/view-people.ts'
import { Picking } from '../../src/games/tic-tac-toe/view-picking.ts'
import { Tables } from '../../src/games/tic-tac-toe/view-tables.ts'
import {
  type Board,
  guessBefore,
  idle,
  lastTicks,
  mostBoards,
  none,
  paces,
  readyTicks,
  showTicks,
  type TicTacToe,
  type TicTacToeInput,
  ticksPerSecond,
} from '../../src/games/tic-tac-toe/world.ts'
import type { Devices, Face } from '../../src/games/view.ts'
import { randomStream } from '../../src/netcode/random.ts'
import { BotMatch, stepWith } from '../support/bot-match.ts'

type Inputs = { [seat: number]: TicTacToeInput }
const seatsOf = (count: number) => Array.from({ length: count }, (_, i) => i * 2 + 3)
const press = (cell: number): TicTacToeInput => ({ cell, backs: none })
const back = (seat: number): TicTacToeInput => ({ cell: none, backs: seat })

/** A match in which the test says who does what. */
class Match {
  readonly state: TicTacToe
  tick = 0

  constructor(players: number, seed = 1, options = { minutes: 2, pace: 4 }) {
    this.state = game.state.quantise(game.start(seatsOf(players), seed, options))
  }

  step(inputs: Inputs = {}, ticks = 1): void {
    for (let i = 0; i < ticks; i++) stepWith(game as never, this.state, ++this.tick, inputs)
  }

  board(index = 0): Board {
    return this.state.boards[index]!
  }

  /** Who is to move at a board. */
  mover(index = 0): number {
    const board = this.board(index)
    return board[turnOf(board)!].seat
  }

  /** Presses these cells, one after the other, by whoever is to move. */
  play(cells: readonly number[], index = 0): void {
    for (const cell of cells) {
      const seat = this.mover(index)
      this.step({ [seat]: press(cell) })
      this.step({ [seat]: idle })
    }
  }

  /** Lets the end of a game be looked at. */
  lookOn(): void {
    this.step({}, showTicks)
  }

  player(seat: number) {
    return this.state.players[seat]!
  }

  get waiting(): number[] {
    return queueOf(this.state).filter((seat) => this.player(seat).board === none)
  }
}

/** Whoever begins wins with the upper row; nobody wins with the other. */
const firstWins = [0, 3, 1, 4, 2]
const nobodyWins = [4, 0, 2, 6, 3, 5, 1, 7, 8]

describe('TIC-TAC-TOE boards', () => {
  it.each([
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [6, 2],
    [7, 3],
    [8, 3],
    [12, 4],
    [32, mostBoards],
  ])('for %i players: %i, and a queue that is no longer than that', (players, boards) => {
    const match = new Match(players)
    expect(match.state.boards.filter(Boolean).length).toBe(boards)
    expect(match.waiting.length).toBe(players - 2 * boards)
    expect(match.waiting.length).toBeLessThanOrEqual(boards)
  })

  it('the winner stays and has three points, the loser goes to the end, the longest waiting comes and begins', () => {
    const match = new Match(8)
    const [next, after] = match.waiting
    const winner = match.mover()
    match.play(firstWins)
    const board = match.board()
    expect(board).toMatchObject({ by: 'board', moves: firstWins })
    expect(board[board.outcome as 'left' | 'right'].seat).toBe(winner)
    const loser = board[board.outcome === 'left' ? 'right' : 'left'].seat
    expect(match.player(winner)).toMatchObject({ score: 3, streak: 1 })
    expect(match.player(loser)).toMatchObject({ score: 0, streak: 0 })
    match.lookOn()
    expect([match.board().left.seat, match.board().right.seat].sort()).toEqual([winner, next].sort())
    expect(match.mover()).toBe(next)
    expect(match.waiting).toEqual([after, loser])
  })

  it('after a draw both have a point, and who has sat there longer goes', () => {
    const match = new Match(3)
    const winner = match.mover()
    match.play(firstWins)
    match.lookOn()
    const newcomer = match.mover()
    match.play(nobodyWins)
    expect(match.board().outcome).toBe('draw')
    expect(match.player(winner).score).toBe(4)
    expect(match.player(newcomer).score).toBe(1)
    match.lookOn()
    expect(match.waiting).toEqual([winner])
  })

  it('two alone play one another again and again, and take turns in beginning', () => {
    const match = new Match(2)
    const beginners: number[] = []
    for (const moves of [firstWins, nobodyWins, firstWins, nobodyWins]) {
      beginners.push(match.mover())
      match.play(moves)
      match.lookOn()
    }
    const [one, other] = beginners
    expect(one).not.toBe(other)
    expect(beginners).toEqual([one, other, one, other])
  })

  it('with nobody in the queue, losers of two boards change places', () => {
    const match = new Match(4)
    const pair = ({ left, right }: Board) => [left.seat, right.seat].sort().join()
    const before = [pair(match.board(0)), pair(match.board(1))]
    match.play(firstWins, 0)
    match.play(firstWins, 1)
    match.lookOn()
    match.lookOn()
    expect(match.board(0).outcome).toBe('open')
    expect(before).not.toContain(pair(match.board(0)))
    expect(before).not.toContain(pair(match.board(1)))
  })

  it('says what was played as column and row', () => {
    expect([0, 1, 4, 8].map(notation)).toEqual(['a3', 'b3', 'b2', 'c1'])
    expect(takenBy({ starter: 'right', moves: [4, 0] })).toEqual([
      'left',
      ...Array(3).fill(null),
      'right',
      ...Array(4).fill(null),
    ])
  })
})

describe('TIC-TAC-TOE presses', () => {
  it('count on one’s own turn and on a free cell alone, and are not kept for later', () => {
    const match = new Match(2)
    const [mover] = [match.mover()]
    const rival = seatsOf(2).find((seat) => seat !== mover)!
    match.step({ [rival]: press(4) }, 3)
    expect(match.board().moves).toEqual([])
    match.step({ [mover]: press(0), [rival]: press(4) })
    // Still held when the turn comes: nothing was pressed anew.
    match.step({ [rival]: press(4) }, 5)
    expect(match.board().moves).toEqual([0])
    match.step({ [rival]: idle })
    match.step({ [rival]: press(0) })
    expect(match.board().moves).toEqual([0])
    match.step({ [rival]: idle })
    match.step({ [rival]: press(4) })
    expect(match.board().moves).toEqual([0, 4])
  })

  it('a press that is held on from the last move is no next move', () => {
    const match = new Match(2)
    const mover = match.mover()
    match.step({ [mover]: press(0) })
    const rival = match.mover()
    match.step({ [mover]: press(0), [rival]: press(4) })
    match.step({ [mover]: press(8) }, 4)
    expect(match.board().moves).toEqual([0, 4])
    // Nothing is heard of them: what is held goes on.
    match.step({}, 4)
    match.step({ [mover]: press(8) })
    expect(match.board().moves).toEqual([0, 4])
    match.step({ [mover]: idle })
    match.step({ [mover]: press(8) })
    expect(match.board().moves).toEqual([0, 4, 8])
  })
})

describe('TIC-TAC-TOE clocks', () => {
  it.each([
    ['brisk', 4],
    ['calm', 7],
  ] as const)('who does nothing loses after the time for a move (%s)', (pace, option) => {
    const match = new Match(2, 1, { minutes: 2, pace: option })
    const mover = match.mover()
    match.step({}, readyTicks + paces[pace].move - 1)
    expect(match.board().outcome).toBe('open')
    match.step()
    expect(match.board().by).toBe('clock')
    expect(match.player(mover).score).toBe(0)
  })

  it('who is slow with every move runs out of time for the game', () => {
    const match = new Match(2)
    const slow = match.mover()
    const rival = seatsOf(2).find((seat) => seat !== slow)!
    const wait = paces.brisk.move - 2
    let ticks = 0
    for (const [own, theirs] of [
      [0, 4],
      [8, 1],
      [7, 6],
    ] as const) {
      for (let i = 0; i < wait && match.board().outcome === 'open'; i++, ticks++) match.step()
      if (match.board().outcome !== 'open') break
      match.step({ [slow]: press(own) })
      match.step({ [slow]: idle, [rival]: press(theirs) })
      match.step({ [rival]: idle })
      ticks += 3
    }
    expect(match.board().by).toBe('clock')
    expect(match.player(rival).score).toBe(3)
    expect(ticks).toBeLessThanOrEqual(paces.brisk.game + readyTicks + 6)
  })

  it('when time is up, no game begins, the running ones end soon, and then it is over', () => {
    const match = new Match(8)
    while (match.state.time > 0) match.step()
    const { games } = match.state
    let ticks = 0
    for (; game.result(match.state) === null; ticks++) match.step()
    expect(match.state.games).toBe(games)
    expect(ticks).toBeLessThanOrEqual(2 * lastTicks + showTicks)
  })
})

describe('TIC-TAC-TOE waiting', () => {
  /** What a player does, who sees the board and for how many ticks it has been their turn. */
  type Manner = (board: Board, turn: number, random: () => number) => number
  const free = ({ moves }: Board) =>
    Array.from({ length: 9 }, (_, cell) => cell).filter((at) => !moves.includes(at))
  const lingering = ({ moves, moveClock }: Board, late: number) => {
    const open = free({ moves } as Board)
    const calm = open.filter((cell) => !winningMoves(moves).includes(cell))
    return moveClock <= late ? (calm[0] ?? open[0] ?? none) : none
  }
  const manners: Readonly<Record<string, Manner>> = {
    'does nothing': () => none,
    'takes all the time there is, and never wins': (board) => lingering(board, 2),
    'spreads the time over the game': (board, turn) =>
      turn >= Math.min(38, paces.brisk.game / 5 - 1) ? (bestMoves(board.moves)[0] ?? none) : none,
    'lingers in every other game': (board) =>
      board.game % 2 ? lingering(board, 2) : lingering(board, paces.brisk.move - 25),
    'plays at any time': (board, _turn, random) =>
      random() < 0.05 ? (free(board)[Math.floor(random() * free(board).length)] ?? none) : none,
  }

  /** The most ticks that anybody queues, up to the very end. */
  function longestWait(players: number, seed: number, manner: Manner): number {
    const match = new Match(players, seed)
    // Time is up at another moment of a game each time.
    match.state.time -= seed * 41
    const random = randomStream(seed)
    const waits = new Map<number, number>()
    const turns = new Map<number, number>()
    let longest = 0
    while (game.result(match.state) === null) {
      const inputs: Inputs = {}
      for (const seat of seatsOf(players)) {
        const player = match.player(seat)
        const board = match.state.boards[player.board]
        const side = board && turnOf(board)
        const isTurn = board && side && board[side].seat === seat
        turns.set(seat, isTurn ? (turns.get(seat) ?? 0) + 1 : 0)
        const cell = isTurn && !player.pressed ? manner(board, turns.get(seat)!, random) : none
        inputs[seat] = press(cell)
        const waited = player.board === none ? (waits.get(seat) ?? 0) + 1 : 0
        waits.set(seat, waited)
        longest = Math.max(longest, waited)
      }
      match.step(inputs)
    }
    return longest
  }

  for (const [name, manner] of Object.entries(manners)) {
    it(`nobody of eight queues for more than 30 s where everyone ${name}`, () => {
      const waits = Array.from({ length: 40 }, (_, seed) => longestWait(8, seed + 1, manner))
      expect(Math.max(...waits) / ticksPerSecond).toBeLessThanOrEqual(30)
      expect(Math.max(...waits)).toBeGreaterThan(0)
    })
  }

  it('nor in a full party, where some linger and others do nothing', () => {
    let turnsAway = 0
    const mixed: Manner = (board, turn, random) =>
      board.left.seat % 3 === 0
        ? none
        : manners[turnsAway++ % 2 ? 'plays at any time' : 'spreads the time over the game']!(
            board,
            turn,
            random,
          )
    for (const players of [3, 5, 6, 11, 20, 32])
      expect(longestWait(players, players, mixed) / ticksPerSecond).toBeLessThanOrEqual(30)
  })

  it('never stalls, whoever comes and goes', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = randomStream(seed)
      const match = new BotMatch(game as never, seatsOf(7), seed)
      const state = match.state as TicTacToe
      const here = new Set(seatsOf(7))
      const waits = new Map<number, number>()
      const faults: string[] = []
      while (game.result(state) === null) {
        match.step()
        const seat = Math.floor(random() * 24)
        if (random() < 0.03) {
          if (here.has(seat) && here.size > 2) {
            match.leave(seat)
            here.delete(seat)
          } else if (!here.has(seat) && here.size < 20) {
            match.join(seat)
            here.add(seat)
          }
        }
        for (const [index, board] of state.boards.entries()) {
          if (board?.outcome !== 'open') continue
          for (const one of [board.left.seat, board.right.seat])
            if (state.players[one]?.board !== index) faults.push(`${one} is not at board ${index}`)
        }
        for (const one of here) {
          const { board, ticket } = state.players[one]!
          const waited = board === none ? (waits.get(one) ?? 0) + 1 : 0
          waits.set(one, waited)
          if (board === none && ticket === 0) faults.push(`${one} neither plays nor queues`)
          if (waited / ticksPerSecond > 40) faults.push(`${one} waits for ever`)
        }
      }
      expect(faults).toEqual([])
      const placed = game.result(state)!.ranks.flat()
      expect(new Set(placed)).toEqual(new Set([...state.players.keys()].filter((one) => state.players[one])))
    }
  })
})

describe('TIC-TAC-TOE coming and going', () => {
  it('the opponent of who leaves wins that game, and plays the next one who waits', () => {
    const match = new Match(3)
    const [next] = match.waiting
    const leaver = match.mover()
    const rival = seatsOf(3).find((seat) => seat !== leaver && seat !== next)!
    game.leave!(match.state, leaver)
    expect(match.board().by).toBe('leaving')
    expect(match.player(rival).score).toBe(3)
    match.lookOn()
    match.step()
    expect([match.mover(), rival].sort()).toEqual([next, rival].sort())
  })

  it('a match with one player left is over, and who left comes last', () => {
    const match = new Match(2)
    const leaver = match.mover()
    match.play(firstWins)
    match.lookOn()
    game.leave!(match.state, leaver)
    match.lookOn()
    const outcome = game.result(match.state)!
    expect(outcome.ranks.at(-1)).toEqual([leaver])
    expect(outcome.scores?.[leaver]).toBe(3)
  })

  it('who comes late queues behind all others, and a board more is set up for many', () => {
    const match = new Match(6)
    const [first, second] = match.waiting
    game.join!(match.state, 40)
    match.step()
    expect(match.state.boards.filter(Boolean).length).toBe(3)
    expect([match.board(2).left.seat, match.board(2).right.seat]).toEqual([first, second])
    expect(match.waiting).toEqual([40])
  })
})

describe('TIC-TAC-TOE guesses', () => {
  it('a right one is worth a point, a wrong one and a draw nothing', () => {
    const guesses = (rightly: boolean, moves: readonly number[]) => {
      const match = new Match(3)
      const [waiter] = match.waiting
      const beginner = match.mover()
      const rival = seatsOf(3).find((seat) => seat !== beginner && seat !== waiter)!
      match.step({ [waiter!]: back(rightly ? beginner : rival) })
      match.step({ [waiter!]: idle })
      match.play(moves)
      expect(match.player(waiter!).backs).toBe(none)
      return match.player(waiter!).score
    }
    expect(guesses(true, firstWins)).toBe(1)
    expect(guesses(false, firstWins)).toBe(0)
    expect(guesses(true, nobodyWins)).toBe(0)
  })

  it('counts in young games only, and from those alone who wait', () => {
    const match = new Match(8)
    const [waiter] = match.waiting
    const player = match.mover(1)
    match.step({ [player]: back(match.mover(0)) })
    expect(match.player(player).backs).toBe(none)
    match.play(nobodyWins.slice(0, guessBefore))
    match.step({ [waiter!]: back(match.mover(0)) })
    expect(match.player(waiter!).backs).toBe(none)
    match.step({ [waiter!]: idle })
    match.step({ [waiter!]: back(match.mover(1)) })
    expect(match.player(waiter!).backs).toBe(match.mover(1))
  })
})

describe('TIC-TAC-TOE on a screen', () => {
  const resting: Devices = {
    keys: new Set(),
    pointer: null,
    tap: null,
    stick: null,
    aim: null,
    pressed: new Set(),
    held: new Set(),
  }

  /** One screen of one player, at 60 frames and 20 ticks a second. */
  function screen(match: Match, me: number) {
    const [tables, people, picking] = [new Tables(), new People(), new Picking()]
    let time = 0
    return {
      tables,
      people,
      picking,
      /** Holds the devices for so many frames; others do nothing. */
      frames(count: number, devices: Partial<Devices> = {}): void {
        for (let i = 0; i < count; i++) {
          time += 1 / 60
          picking.pass(time)
          tables.arrange(match.state, me, time, true)
          people.settle(match.state, tables, time, true)
          const input = picking.input({ ...resting, ...devices }, match.state, me, tables, people)
          if (Math.floor(time * 20) > match.tick) match.step({ [me]: input })
        }
      },
    }
  }

  it('a tap on one’s own turn places at once, once', () => {
    const match = new Match(2)
    const me = match.mover()
    const { frames } = screen(match, me)
    frames(3)
    frames(3, { tap: cellMiddle(middlePlace, 6) })
    frames(30)
    expect(match.board().moves).toEqual([6])
    expect(match.player(me).pressed).toBe(false)
  })

  it('a tap in the other’s turn marks the cell and is not played by itself; Space then plays it', () => {
    const match = new Match(2)
    const rival = match.mover()
    const me = seatsOf(2).find((seat) => seat !== rival)!
    const { frames, picking } = screen(match, me)
    frames(3)
    frames(2, { tap: cellMiddle(middlePlace, 2) })
    frames(20)
    match.step({ [rival]: press(0) })
    match.tick--
    frames(20)
    expect(match.board().moves).toEqual([0])
    expect(picking.cursor).toBe(2)
    frames(2, { pressed: new Set(['place']) })
    frames(10)
    expect(match.board().moves).toEqual([0, 2])
  })

  it('keys lead the cursor, and nine letters place where they lie', () => {
    const match = new Match(2)
    const { frames, picking } = screen(match, match.mover())
    frames(1)
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight']) {
      frames(4, { keys: new Set([key]) })
      frames(4)
    }
    expect(picking.cursor).toBe(2)
    frames(4, { keys: new Set(['KeyX']) })
    frames(10)
    expect(match.board().moves).toEqual([7])
  })

  it('who waits taps a player to back them, and sees that board in the middle', () => {
    const match = new Match(8)
    const [me] = match.waiting
    const { frames, people, tables } = screen(match, me!)
    frames(2)
    const index = tables.middle === 1 ? 2 : 1
    const { seat } = match.board(index).left
    frames(3, { tap: people.pose(seat)! })
    frames(10)
    expect(match.player(me!).backs).toBe(seat)
    expect(tables.middle).toBe(index)
  })

  it('who taps wildly is heard all the same: what was tapped last counts', () => {
    const match = new Match(8)
    const [me] = match.waiting
    const { frames, people, tables } = screen(match, me!)
    frames(2)
    const { left, right } = match.board(tables.middle!)
    for (let i = 0; i < 15; i++) {
      frames(2, { tap: people.pose(left.seat)! })
      frames(2, { tap: people.pose(right.seat)! })
    }
    expect(match.player(me!).backs).not.toBe(none)
    frames(30)
    expect(match.player(me!).backs).toBe(right.seat)
  })

  it('cells are large enough for a thumb on a phone, and boards never lie on one another', () => {
    const phone = 390 / 720
    expect(middlePlace.cell * phone).toBeGreaterThanOrEqual(44)
    for (let count = 1; count < mostBoards; count++) {
      const places = Array.from({ length: count }, (_, slot) => sidePlace(slot, count))
      for (const [i, one] of places.entries()) {
        for (const other of places.slice(i + 1)) {
          const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))
          expect(apart).toBeGreaterThan(3.9 * one.cell)
        }
      }
    }
  })

  it('says in a line how things stand', () => {
    const match = new Match(3)
    const [waiter] = match.waiting
    const mover = match.mover()
    const rival = seatsOf(3).find((seat) => seat !== mover && seat !== waiter)!
    const names = new Map([
      [mover, 'Ben'],
      [rival, 'Anna'],
    ])
    const faces = new Map([...names].map(([seat, name]) => [seat, { name } as Face]))
    const caption = (seat: number) => captionOf(match.state, seat, match.board(), faces)
    expect(caption(mover)).toBe('Your turn')
    expect(caption(rival)).toBe('Ben thinks')
    expect(caption(waiter!)).toBe('You are next in the queue · who wins here?')
    match.step({ [waiter!]: back(rival) })
    expect(caption(waiter!)).toBe('You are next in the queue · you say Anna wins')
    match.play(firstWins)
    expect(caption(mover)).toBe('You win 3 points')
  })
})
